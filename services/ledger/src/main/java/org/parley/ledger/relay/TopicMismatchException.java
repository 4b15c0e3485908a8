package org.parley.ledger.relay;

/**
 * The topic holds events that the store lacks: an older backup of the database was restored. Commands are refused until
 * the store has these events; otherwise their positions would be assigned twice.
 */
final class TopicMismatchException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private TopicMismatchException(String message) {
        super(message);
    }

    static TopicMismatchException ahead(String negotiation, long published, long stored) {
        return new TopicMismatchException("the topic holds position " + published + " of " + negotiation
                + ", but the store ends at " + stored
                + ": the database is older than what was published; nothing is relayed or recorded until it has those"
                + " events");
    }

    static TopicMismatchException forked(String negotiation, long position) {
        return new TopicMismatchException(
                "the topic and the store hold different events at position " + position + " of " + negotiation
                        + ": the database is not the one that was published from; nothing is relayed or recorded");
    }
}

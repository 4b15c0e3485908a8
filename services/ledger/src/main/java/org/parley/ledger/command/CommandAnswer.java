package org.parley.ledger.command;

import java.util.UUID;
import org.parley.ledger.store.Recorded;

/**
 * The answer to an accepted command, and to its repeats.
 *
 * @param kind the kind of matter
 * @param type the type of the event it became
 * @param position the event's number in the negotiation's trail
 * @param version the matter's own count of events, this one included
 */
public record CommandAnswer(
        UUID developmentId, String negotiation, String kind, String matter, String type, long position, long version) {

    static CommandAnswer of(Recorded recorded) {
        return new CommandAnswer(
                recorded.developmentId(),
                recorded.negotiation(),
                recorded.kind(),
                recorded.matter(),
                recorded.type(),
                recorded.position(),
                recorded.version());
    }
}

package org.parley.ledger.store;

import java.util.UUID;
import org.parley.contract.command.CommandHash;

/**
 * A recorded development, as returned to its command.
 *
 * @param developmentId the id of the event
 * @param negotiation the negotiation's slug
 * @param kind the slug of the kind of matter
 * @param matter the matter's slug
 * @param type the type of the event
 * @param position the position in the negotiation's trail, from 1
 * @param version the number of the matter's events, including this one
 * @param commandHash the hash of the command
 */
public record LedgerEntryRow(
        UUID developmentId,
        String negotiation,
        String kind,
        String matter,
        String type,
        long position,
        long version,
        String commandHash) {
    /** The hash of an unknown command: of an event restored from the topic. */
    public static final String UNKNOWN_COMMAND = "";

    /** Whether a command with the same id is the one that was recorded; true if the recorded hash is unknown. */
    public boolean isFromCommand(CommandHash hash) {
        return hash.matchesStored(commandHash) || commandHash.equals(UNKNOWN_COMMAND);
    }
}

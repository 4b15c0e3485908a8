package org.parley.ledger.store;

import java.util.UUID;
import org.parley.contract.CommandHash;

/**
 * What was recorded under an id, as the answer to its command tells it.
 *
 * @param kind the kind of the matter, as in addresses
 * @param version the matter's own count of events with this one
 * @param commandHash the hash of the command it came from
 */
public record Recorded(
        UUID developmentId,
        String negotiation,
        String kind,
        String matter,
        String type,
        long position,
        long version,
        String commandHash) {
    /** The hash of a command that is not known: of what was taken back from the topic. */
    static final String UNKNOWN_COMMAND = "";

    /** Whether a command that comes under the same id is the one it came from, as far as can be told. */
    boolean cameFrom(CommandHash hash) {
        return hash.isKeptAs(commandHash) || commandHash.equals(UNKNOWN_COMMAND);
    }
}

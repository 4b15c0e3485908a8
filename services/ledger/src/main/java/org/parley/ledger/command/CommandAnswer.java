package org.parley.ledger.command;

import java.util.UUID;
import org.parley.ledger.store.LedgerEntryRow;

/**
 * The response to an accepted command and to its repeats.
 *
 * @param developmentId the id of the event
 * @param negotiation the negotiation's slug
 * @param kind the slug of the kind of matter
 * @param matter the matter's slug
 * @param type the type of the event
 * @param position the position of the event in the negotiation's trail, from 1
 * @param version the number of the matter's events, including this one
 */
public record CommandAnswer(
        UUID developmentId, String negotiation, String kind, String matter, String type, long position, long version) {

    static CommandAnswer of(LedgerEntryRow recorded) {
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

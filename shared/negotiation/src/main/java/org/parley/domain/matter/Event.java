package org.parley.domain.matter;

import java.util.Set;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyMentions;

/** A domain event of a matter. Each kind has its own sealed interface. */
public interface Event {
    /** The name of the event type: {@code CeasefireRejected}. */
    default String type() {
        return getClass().getSimpleName();
    }

    /** All parties that the event names, each once. */
    default Parties mentioned() {
        return PartyMentions.parties((Record) this);
    }

    /** All other matters of the negotiation that the event names, each once. They need not exist. */
    default Set<MatterReference> mentionedMatters() {
        return MatterMentions.in((Record) this);
    }
}

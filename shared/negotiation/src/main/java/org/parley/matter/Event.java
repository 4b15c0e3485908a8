package org.parley.matter;

import org.parley.party.Mentions;
import org.parley.party.Parties;

/** A domain event of a matter. Each kind has its own sealed interface. */
public interface Event {
    /** The name of the event type: {@code CeasefireRejected}. */
    default String type() {
        return getClass().getSimpleName();
    }

    /** All parties that the event names, each once. */
    default Parties mentioned() {
        return Mentions.parties((Record) this);
    }
}

package org.parley.matter;

import org.parley.party.Mentions;
import org.parley.party.Parties;

/** What happened to a matter; each kind has a sealed interface of its own. */
public interface Event {
    /** The event type's name: {@code CeasefireRejected}. */
    default String type() {
        return getClass().getSimpleName();
    }

    /** Every party that it names, each once. */
    default Parties mentioned() {
        return Mentions.parties((Record) this);
    }
}

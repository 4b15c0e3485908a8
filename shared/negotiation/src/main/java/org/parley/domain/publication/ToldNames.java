package org.parley.domain.publication;

import java.util.HashSet;
import java.util.Set;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.party.PartyCode;

/** What exists as far as the public knows: the negotiation, once its opening is public, and the admitted parties. */
final class ToldNames {
    private final Set<PartyCode> parties = new HashSet<>();
    private boolean isOpened;

    /** Adds what a public entry says exists. Returns whether that is new. */
    boolean add(LedgerEntry entry) {
        if (Candidate.isOpening(entry) && !isOpened) {
            isOpened = true;
            return true;
        }
        return Candidate.content(entry) instanceof PartyAdmitted admission && parties.add(admission.party());
    }

    boolean isOpened() {
        return isOpened;
    }

    boolean has(PartyCode party) {
        return parties.contains(party);
    }
}

package org.parley.domain.publication;

import java.util.UUID;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.Event;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.party.PartyCode;

/**
 * What may come out: an entry that is not public yet, or a withheld development that is shown again.
 *
 * @param entry the entry, as recorded inside
 * @param isShownAgain whether it is public already and withheld
 */
record Candidate(LedgerEntry entry, boolean isShownAgain) {
    UUID id() {
        return entry.developmentId();
    }

    /** What an entry says that happened: its event, or that of the replacement if it is a correction. */
    static Event content(LedgerEntry entry) {
        return entry.event() instanceof DevelopmentCorrected correction
                ? correction.replacement().event()
                : entry.event();
    }

    static boolean isOpening(LedgerEntry entry) {
        return content(entry) instanceof NegotiationOpened;
    }

    static boolean isAdmissionOf(LedgerEntry entry, PartyCode party) {
        return content(entry) instanceof PartyAdmitted admission
                && admission.party().equals(party);
    }
}

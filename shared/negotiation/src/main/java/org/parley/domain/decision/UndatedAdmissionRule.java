package org.parley.domain.decision;

import java.util.List;
import java.util.Optional;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.NotPossible.Conflict;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.negotiation.NegotiationEvent.PartyWithdrew;
import org.parley.domain.party.PartyCode;

/**
 * The rule for admissions without a date. These count from before everything, so before any withdrawal, and would not
 * bring back a party that has withdrawn.
 */
final class UndatedAdmissionRule {
    private final RecordedHistory history;
    private final DecisionContext context;

    UndatedAdmissionRule(RecordedHistory history, DecisionContext context) {
        this.history = history;
        this.context = context;
    }

    /**
     * Requires that a party to be admitted without a date has not withdrawn.
     *
     * @throws CommandRefusedException if it has
     */
    void requireNotWithdrawn(PartyCode party) {
        standingWithdrawal(party).ifPresent(withdrawal -> {
            throw refused(withdrawal);
        });
    }

    /**
     * Requires that a correction does not remove the date of an admission that ended a withdrawal.
     *
     * @param before the effective occurrence before the correction
     * @param after the effective occurrence after the correction
     */
    void requireDateKept(Occurrence before, Occurrence after) {
        if (after.development().occurred() == null
                && after.event() instanceof PartyAdmitted undated
                && before.development().occurred() != null
                && before.event() instanceof PartyAdmitted dated
                && dated.party().equals(undated.party())) {
            lastBefore(before, dated.party()).ifPresent(withdrawal -> {
                throw refused(withdrawal);
            });
        }
    }

    private Optional<Occurrence> standingWithdrawal(PartyCode party) {
        return lastWithdrawal(history.effective(), party);
    }

    private Optional<Occurrence> lastBefore(Occurrence admission, PartyCode party) {
        List<Occurrence> earlier = history.effective().stream()
                .filter(other -> Occurrence.VALID_TIME_ORDER.compare(other, admission) < 0)
                .toList();
        return lastWithdrawal(earlier, party);
    }

    /** The last withdrawal of the party, unless an admission follows it. */
    private static Optional<Occurrence> lastWithdrawal(List<Occurrence> inWorldOrder, PartyCode party) {
        return inWorldOrder.reversed().stream()
                .filter(occurrence -> isAbout(occurrence.event(), party))
                .findFirst()
                .filter(occurrence -> occurrence.event() instanceof PartyWithdrew);
    }

    private static boolean isAbout(Event event, PartyCode party) {
        return switch (event) {
            case PartyAdmitted admitted -> admitted.party().equals(party);
            case PartyWithdrew withdrew -> withdrew.party().equals(party);
            default -> false;
        };
    }

    private CommandRefusedException refused(Occurrence withdrawal) {
        MatterState state = history.state().orElseThrow();
        return new CommandRefusedException(new NotPossible(
                BilingualText.of(language -> text(withdrawal, language)),
                state.status().name(),
                state.since(),
                history.type().allowedAfter(state),
                withdrawal.developmentId(),
                withdrawal.development().occurred(),
                List.of(Conflict.of(withdrawal)),
                null));
    }

    private String text(Occurrence withdrawal, Language language) {
        String described = new HistoryCheck(history, context).describe(withdrawal, language);
        return switch (language) {
            case ENGLISH ->
                "An admission without a date counts from before everything, so it does not end that " + described
                        + ". Give AdmitParty the date on which the party came back.";
            case SPANISH ->
                "Una admisión sin fecha cuenta desde antes de todo, así que no deshace que " + described
                        + ". Indique en AdmitParty la fecha en que la parte volvió.";
        };
    }
}

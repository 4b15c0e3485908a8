package org.parley.agreement;

import java.math.BigDecimal;
import org.parley.agreement.AgreementEvent.AgreementAccededTo;
import org.parley.agreement.AgreementEvent.AgreementAmended;
import org.parley.agreement.AgreementEvent.AgreementBreached;
import org.parley.agreement.AgreementEvent.AgreementEnteredIntoForce;
import org.parley.agreement.AgreementEvent.AgreementRatified;
import org.parley.agreement.AgreementEvent.AgreementTalksAbandoned;
import org.parley.agreement.AgreementEvent.AgreementTalksOpened;
import org.parley.agreement.AgreementEvent.AgreementTerminated;
import org.parley.agreement.AgreementEvent.BilateralAgreementSigned;
import org.parley.agreement.AgreementEvent.CommitmentDelivered;
import org.parley.agreement.AgreementEvent.CommitmentUndertaken;
import org.parley.agreement.AgreementEvent.MultilateralAgreementSigned;
import org.parley.matter.Names;
import org.parley.matter.Quantity;
import org.parley.matter.Wording;
import org.parley.time.DateWords;

/** Renders the events of this kind as English clauses. */
final class AgreementWording implements Wording<AgreementEvent> {

    @Override
    public String clause(AgreementEvent event, Names names) {
        return switch (event) {
            case AgreementTalksOpened e ->
                names.all(e.between()) + " opened talks on the agreement " + names.title()
                        + names.tail(", about ", e.subject());
            case BilateralAgreementSigned e ->
                names.all(e.between()) + " signed the bilateral agreement " + names.title()
                        + names.tail(", in ", e.place()) + names.tail(", about ", e.subject());
            case MultilateralAgreementSigned e ->
                names.all(e.between()) + (e.complete() ? "" : " and others") + " signed the multilateral agreement "
                        + names.title() + names.tail(", in ", e.place()) + names.tail(", about ", e.subject());
            case AgreementAccededTo e -> names.all(e.by()) + " acceded to the agreement " + names.title();
            case AgreementRatified e -> names.all(e.by()) + " ratified the agreement " + names.title();
            case AgreementEnteredIntoForce e ->
                "the agreement " + names.title() + " entered into force" + names.tail(": ", e.summary());
            case AgreementAmended e ->
                "the agreement " + names.title() + " was changed" + names.tail(": ", e.summary());
            case CommitmentUndertaken e ->
                names.all(e.by()) + " undertook a commitment in the agreement " + names.title()
                        + names.tail(": ", Quantity.of(e.quantity(), e.unit(), e.what()))
                        + (e.due() == null ? "" : ", due " + DateWords.name(e.due()));
            case CommitmentDelivered e -> delivered(e, names);
            case AgreementBreached e ->
                names.all(e.by()) + " broke the agreement " + names.title()
                        + (e.allegedBy() == null ? "" : ", according to " + names.all(e.allegedBy()))
                        + names.tail(": ", e.how());
            case AgreementTerminated e ->
                (e.by() == null
                                ? "the agreement " + names.title() + " was terminated"
                                : names.all(e.by()) + " terminated the agreement " + names.title())
                        + names.tail(": ", e.reason());
            case AgreementTalksAbandoned e ->
                names.all(e.by() == null ? e.between() : e.by(), "the parties")
                        + " abandoned the talks on the agreement " + names.title() + names.tail(": ", e.reason());
        };
    }

    private static String delivered(CommitmentDelivered event, Names names) {
        String whole = "the commitment " + event.commitment() + " in the agreement " + names.title();
        BigDecimal quantity = event.quantity();
        if (quantity == null) {
            return "a delivery on " + whole + " was reported";
        }
        Commitment known = names.known(AgreementDetail.class)
                .flatMap(agreement -> agreement.commitment(event.commitment()))
                .orElse(null);
        String unit = known != null && known.countedIn() != null ? known.countedIn() : event.unit();
        return (unit == null ? number(quantity) : Quantity.counted(quantity, unit)) + " of " + whole
                + (quantity.compareTo(BigDecimal.ONE) == 0 ? " was" : " were") + " delivered"
                + (known == null ? "" : comparedWithPromise(known));
    }

    private static String comparedWithPromise(Commitment known) {
        if (known.quantity() == null || known.delivered() == null) {
            return "";
        }
        int compared = known.delivered().compareTo(known.quantity());
        return ": " + number(known.delivered()) + " of " + number(known.quantity()) + " so far, "
                + (compared < 0
                        ? "part of what was promised"
                        : compared == 0 ? "all that was promised" : "more than promised");
    }

    private static String number(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}

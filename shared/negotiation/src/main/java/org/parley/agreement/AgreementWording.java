package org.parley.agreement;

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

/** How the events of this kind are said in English. */
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
            case CommitmentDelivered e ->
                Quantity.of(e.quantity(), e.unit(), "part") + " of the commitment " + e.commitment()
                        + " in the agreement " + names.title() + " was delivered";
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
}

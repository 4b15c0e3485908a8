package org.parley.domain.agreement;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.parley.domain.agreement.AgreementEvent.AgreementAccededTo;
import org.parley.domain.agreement.AgreementEvent.AgreementAmended;
import org.parley.domain.agreement.AgreementEvent.AgreementBreached;
import org.parley.domain.agreement.AgreementEvent.AgreementEnteredIntoForce;
import org.parley.domain.agreement.AgreementEvent.AgreementRatified;
import org.parley.domain.agreement.AgreementEvent.AgreementTalksAbandoned;
import org.parley.domain.agreement.AgreementEvent.AgreementTalksOpened;
import org.parley.domain.agreement.AgreementEvent.AgreementTerminated;
import org.parley.domain.agreement.AgreementEvent.BilateralAgreementSigned;
import org.parley.domain.agreement.AgreementEvent.CommitmentDelivered;
import org.parley.domain.agreement.AgreementEvent.CommitmentUndertaken;
import org.parley.domain.agreement.AgreementEvent.MultilateralAgreementSigned;
import org.parley.domain.language.Language;
import org.parley.domain.party.Actors;
import org.parley.domain.time.DateText;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.QuantityText;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class AgreementWording implements EventWording<AgreementEvent> {

    @Override
    public String clause(AgreementEvent event, SentenceNames names) {
        return switch (event) {
            case AgreementTalksOpened e ->
                names.actors(e.between()) + " opened talks on the agreement " + names.title()
                        + names.suffix(", about ", e.subject());
            case BilateralAgreementSigned e ->
                names.actors(e.between()) + " signed the bilateral agreement " + names.title()
                        + names.suffix(", in ", e.place()) + names.suffix(", about ", e.subject());
            case MultilateralAgreementSigned e ->
                (e.complete() ? names.actors(e.between()) : incomplete(e.between(), names))
                        + " signed the multilateral agreement "
                        + names.title() + names.suffix(", in ", e.place()) + names.suffix(", about ", e.subject());
            case AgreementAccededTo e -> names.actors(e.by()) + " acceded to the agreement " + names.title();
            case AgreementRatified e -> names.actors(e.by()) + " ratified the agreement " + names.title();
            case AgreementEnteredIntoForce e ->
                "the agreement " + names.title() + " entered into force" + names.suffix(": ", e.summary());
            case AgreementAmended e ->
                "the agreement " + names.title() + " was changed" + names.suffix(": ", e.summary());
            case CommitmentUndertaken e ->
                names.actors(e.by()) + " undertook a commitment in the agreement " + names.title()
                        + names.suffix(": ", QuantityText.format(e.quantity(), e.unit(), e.what()))
                        + (e.due() == null ? "" : ", due " + DateText.withPreposition(e.due()));
            case CommitmentDelivered e -> delivered(e, names);
            case AgreementBreached e ->
                names.actors(e.by()) + " broke the agreement " + names.title()
                        + (e.allegedBy() == null ? "" : ", according to " + names.actors(e.allegedBy()))
                        + names.suffix(": ", e.how());
            case AgreementTerminated e ->
                (e.by() == null
                                ? "the agreement " + names.title() + " was terminated"
                                : names.actors(e.by()) + " terminated the agreement " + names.title())
                        + names.suffix(": ", e.reason());
            case AgreementTalksAbandoned e ->
                names.actors(e.by() == null ? e.between() : e.by(), "the parties")
                        + " abandoned the talks on the agreement " + names.title() + names.suffix(": ", e.reason());
        };
    }

    private static String delivered(CommitmentDelivered event, SentenceNames names) {
        String whole = "the commitment " + event.commitment() + " in the agreement " + names.title();
        BigDecimal quantity = event.quantity();
        if (quantity == null) {
            return "a delivery on " + whole + " was reported";
        }
        Commitment known = names.detail(AgreementDetail.class)
                .flatMap(agreement -> agreement.commitment(event.commitment()))
                .orElse(null);
        String unit = known != null && known.countingUnit() != null ? known.countingUnit() : event.unit();
        return (unit == null ? number(quantity) : QuantityText.counted(quantity, unit)) + " of " + whole
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

    private static String incomplete(Actors signatories, SentenceNames names) {
        return Language.ENGLISH.list(Stream.concat(signatories.stream().map(names::actor), Stream.of("others"))
                .toList());
    }
}

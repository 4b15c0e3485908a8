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
import org.parley.domain.wording.QuantityText;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;
import org.parley.domain.wording.SpanishWording;

/** Renders the events of this kind as Spanish clauses. */
final class SpanishAgreementWording implements SpanishWording<AgreementEvent, AgreementStatus> {

    @Override
    public String kind() {
        return "el acuerdo";
    }

    @Override
    public String status(AgreementStatus status) {
        return switch (status) {
            case IN_TALKS -> "en conversaciones";
            case SIGNED -> "firmado";
            case IN_FORCE -> "en vigor";
            case TERMINATED -> "terminado";
            case ABANDONED -> "abandonado";
        };
    }

    @Override
    public String clause(AgreementEvent event, SentenceNames names) {
        return switch (event) {
            case AgreementTalksOpened e ->
                SpanishGrammar.act(names, e.between(), "abrió", "abrieron") + " conversaciones sobre el acuerdo "
                        + names.title() + names.suffix(", sobre ", e.subject());
            case BilateralAgreementSigned e ->
                SpanishGrammar.act(names, e.between(), "firmó", "firmaron") + " el acuerdo bilateral " + names.title()
                        + names.suffix(", en ", e.place()) + names.suffix(", sobre ", e.subject());
            case MultilateralAgreementSigned e ->
                (e.complete()
                                ? SpanishGrammar.act(names, e.between(), "firmó", "firmaron")
                                : incomplete(e.between(), names) + " firmaron")
                        + " el acuerdo multilateral " + names.title() + names.suffix(", en ", e.place())
                        + names.suffix(", sobre ", e.subject());
            case AgreementAccededTo e ->
                SpanishGrammar.act(names, e.by(), "se adhirió", "se adhirieron") + " al acuerdo " + names.title();
            case AgreementRatified e ->
                SpanishGrammar.act(names, e.by(), "ratificó", "ratificaron") + " el acuerdo " + names.title();
            case AgreementEnteredIntoForce e ->
                "el acuerdo " + names.title() + " entró en vigor" + names.suffix(": ", e.summary());
            case AgreementAmended e ->
                "el acuerdo " + names.title() + " fue modificado" + names.suffix(": ", e.summary());
            case CommitmentUndertaken e ->
                SpanishGrammar.act(names, e.by(), "asumió", "asumieron") + " un compromiso en el acuerdo "
                        + names.title()
                        + names.suffix(": ", QuantityText.format(e.quantity(), e.unit(), e.what(), Language.SPANISH))
                        + (e.due() == null
                                ? ""
                                : ", con plazo hasta " + DateText.withoutPreposition(e.due(), Language.SPANISH));
            case CommitmentDelivered e -> delivered(e, names);
            case AgreementBreached e ->
                SpanishGrammar.act(names, e.by(), "incumplió", "incumplieron") + " el acuerdo " + names.title()
                        + (e.allegedBy() == null ? "" : ", según " + names.actors(e.allegedBy()))
                        + names.suffix(": ", e.how());
            case AgreementTerminated e ->
                (e.by() == null
                                ? "se puso fin al acuerdo "
                                : SpanishGrammar.act(names, e.by(), "puso fin", "pusieron fin") + " al acuerdo ")
                        + names.title() + names.suffix(": ", e.reason());
            case AgreementTalksAbandoned e ->
                SpanishGrammar.act(
                                names,
                                e.by() == null ? e.between() : e.by(),
                                "las partes",
                                "abandonó",
                                "abandonaron")
                        + " las conversaciones sobre el acuerdo " + names.title() + names.suffix(": ", e.reason());
        };
    }

    private static String delivered(CommitmentDelivered event, SentenceNames names) {
        Commitment known = names.detail(AgreementDetail.class)
                .flatMap(agreement -> agreement.commitment(event.commitment()))
                .orElse(null);
        String whole = " del compromiso "
                + Language.SPANISH.quoted(
                        known == null ? event.commitment().text().replace('-', ' ') : known.what())
                + " del acuerdo " + names.title();
        BigDecimal quantity = event.quantity();
        if (quantity == null) {
            return "se informó de una entrega" + whole;
        }
        String unit = known != null && known.countingUnit() != null ? known.countingUnit() : event.unit();
        return (quantity.compareTo(BigDecimal.ONE) == 0 ? "se entregó " : "se entregaron ")
                + (unit == null ? number(quantity) : QuantityText.counted(quantity, unit, Language.SPANISH)) + whole
                + (known == null ? "" : comparedWithPromise(known));
    }

    private static String comparedWithPromise(Commitment known) {
        if (known.quantity() == null || known.delivered() == null) {
            return "";
        }
        int compared = known.delivered().compareTo(known.quantity());
        return ": " + number(known.delivered()) + " de " + number(known.quantity()) + " hasta ahora, "
                + (compared < 0
                        ? "una parte de lo prometido"
                        : compared == 0 ? "todo lo prometido" : "más de lo prometido");
    }

    private static String number(BigDecimal quantity) {
        return QuantityText.number(quantity, Language.SPANISH);
    }

    private static String incomplete(Actors signatories, SentenceNames names) {
        return Language.SPANISH.list(Stream.concat(signatories.stream().map(names::actor), Stream.of("otros"))
                .toList());
    }
}

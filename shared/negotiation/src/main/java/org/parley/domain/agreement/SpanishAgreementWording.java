package org.parley.domain.agreement;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementEvent.AgreementAccededTo;
import org.parley.domain.agreement.AgreementEvent.AgreementAmended;
import org.parley.domain.agreement.AgreementEvent.AgreementBreached;
import org.parley.domain.agreement.AgreementEvent.AgreementEnteredIntoForce;
import org.parley.domain.agreement.AgreementEvent.AgreementExpired;
import org.parley.domain.agreement.AgreementEvent.AgreementExtended;
import org.parley.domain.agreement.AgreementEvent.AgreementLeft;
import org.parley.domain.agreement.AgreementEvent.AgreementProvisionallyApplied;
import org.parley.domain.agreement.AgreementEvent.AgreementRatified;
import org.parley.domain.agreement.AgreementEvent.AgreementTalksAbandoned;
import org.parley.domain.agreement.AgreementEvent.AgreementTalksOpened;
import org.parley.domain.agreement.AgreementEvent.AgreementTerminated;
import org.parley.domain.agreement.AgreementEvent.BilateralAgreementSigned;
import org.parley.domain.agreement.AgreementEvent.CommitmentDelivered;
import org.parley.domain.agreement.AgreementEvent.CommitmentResumed;
import org.parley.domain.agreement.AgreementEvent.CommitmentSuspended;
import org.parley.domain.agreement.AgreementEvent.CommitmentUndertaken;
import org.parley.domain.agreement.AgreementEvent.CommitmentVerified;
import org.parley.domain.agreement.AgreementEvent.DeadlineSet;
import org.parley.domain.agreement.AgreementEvent.DeclarationIssued;
import org.parley.domain.agreement.AgreementEvent.DraftRejected;
import org.parley.domain.agreement.AgreementEvent.DraftTabled;
import org.parley.domain.agreement.AgreementEvent.MultilateralAgreementSigned;
import org.parley.domain.agreement.AgreementEvent.NoticeGiven;
import org.parley.domain.agreement.AgreementEvent.ParticipationResumed;
import org.parley.domain.agreement.AgreementEvent.ParticipationSuspended;
import org.parley.domain.agreement.AgreementEvent.PointAgreed;
import org.parley.domain.agreement.AgreementEvent.RatificationRefused;
import org.parley.domain.agreement.AgreementEvent.ReservationEntered;
import org.parley.domain.agreement.AgreementEvent.TextAgreed;
import org.parley.domain.language.Language;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.DateText;
import org.parley.domain.time.Edtf;
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
            case AGREED -> "acordado";
            case SIGNED -> "firmado";
            case IN_FORCE -> "en vigor";
            case REFUSED -> "rechazado en la ratificación";
            case EXPIRED -> "expirado";
            case TERMINATED -> "terminado";
            case ABANDONED -> "abandonado";
        };
    }

    @Override
    public String clause(AgreementEvent event, SentenceNames names) {
        return switch (event) {
            case AgreementTalksOpened e ->
                SpanishGrammar.act(names, e.between(), "abrió", "abrieron") + " conversaciones sobre "
                        + agreement(names) + names.suffix(", acerca de ", e.subject())
                        + setting(e.via(), e.witnessedBy(), names);
            case DraftTabled e -> tabled(e, names);
            case DraftRejected e ->
                SpanishGrammar.act(names, e.by(), "rechazó", "rechazaron") + " el borrador"
                        + quoted(e.version(), names) + " " + SpanishGrammar.of(agreement(names))
                        + names.suffix(": ", e.reason());
            case PointAgreed e ->
                SpanishGrammar.act(names, e.between(), "acordó", "acordaron") + " un punto "
                        + SpanishGrammar.of(agreement(names)) + setting(e.via(), e.witnessedBy(), names)
                        + names.suffix(": ", e.summary());
            case TextAgreed e ->
                signatories(e.between(), e.complete(), "acordó", "acordaron", names) + " el texto "
                        + SpanishGrammar.of(noun(e.legalNature())) + " " + names.title()
                        + names.suffix(", en ", e.place())
                        + (e.until() == null
                                ? ""
                                : ", con vigencia hasta " + DateText.withoutPreposition(e.until(), Language.SPANISH))
                        + names.suffix(", acerca de ", e.subject())
                        + setting(e.via(), e.witnessedBy(), names);
            case BilateralAgreementSigned e ->
                SpanishGrammar.act(names, e.between(), signs(e.legalNature(), true), signs(e.legalNature(), false))
                        + " " + noun(e.legalNature()) + " " + names.title() + names.suffix(", en ", e.place())
                        + until(e.until()) + names.suffix(", acerca de ", e.subject())
                        + setting(e.via(), e.witnessedBy(), names);
            case MultilateralAgreementSigned e ->
                signatories(
                                e.between(),
                                e.complete(),
                                signs(e.legalNature(), true),
                                signs(e.legalNature(), false),
                                names)
                        + " " + noun(e.legalNature()) + " " + names.title() + names.suffix(", en ", e.place())
                        + until(e.until()) + names.suffix(", acerca de ", e.subject())
                        + setting(e.via(), e.witnessedBy(), names);
            case DeclarationIssued e ->
                (e.to() == null
                                ? signatories(e.by(), e.complete(), "adoptó", "adoptaron", names)
                                : signatories(e.by(), e.complete(), "dirigió", "dirigieron", names) + " "
                                        + SpanishGrammar.to(names.actors(e.to())))
                        + " " + declaration(e.legalNature()) + " " + names.title() + names.suffix(", en ", e.place())
                        + until(e.until()) + names.suffix(", acerca de ", e.subject())
                        + setting(e.via(), e.witnessedBy(), names);
            case AgreementAccededTo e ->
                SpanishGrammar.act(names, e.by(), "se adhirió", "se adhirieron") + " "
                        + SpanishGrammar.to(agreement(names));
            case ReservationEntered e ->
                SpanishGrammar.act(names, e.by(), "formuló", "formularon") + " una reserva "
                        + SpanishGrammar.to(agreement(names)) + names.suffix(": ", e.text());
            case AgreementRatified e ->
                ratifying(e.by(), e.body(), "ratificó", "ratificaron", names) + " " + agreement(names)
                        + onBehalf(e.by(), e.body(), e.onBehalfOf(), names);
            case RatificationRefused e ->
                ratifying(e.by(), e.body(), "rechazó", "rechazaron", names) + " " + agreement(names)
                        + onBehalf(e.by(), e.body(), e.onBehalfOf(), names) + names.suffix(": ", e.reason());
            case AgreementProvisionallyApplied e ->
                (e.by() == null
                                ? "se aplicó provisionalmente "
                                : SpanishGrammar.act(names, e.by(), "aplicó", "aplicaron") + " provisionalmente ")
                        + agreement(names)
                        + names.suffix(": ", e.summary());
            case AgreementEnteredIntoForce e ->
                agreement(names) + " entró en vigor" + until(e.until()) + names.suffix(": ", e.summary());
            case AgreementExtended e ->
                (e.by() == null ? "se prorrogó" : SpanishGrammar.act(names, e.by(), "prorrogó", "prorrogaron")) + " "
                        + agreement(names) + until(e.until());
            case AgreementAmended e -> "se modificó " + agreement(names) + names.suffix(": ", e.summary());
            case NoticeGiven e ->
                SpanishGrammar.act(names, e.by(), "notificó", "notificaron") + " la denuncia "
                        + SpanishGrammar.of(agreement(names))
                        + (e.ends() == null
                                ? ""
                                : ", con efecto desde " + DateText.withoutPreposition(e.ends(), Language.SPANISH))
                        + names.suffix(": ", e.reason());
            case DeadlineSet e ->
                SpanishGrammar.act(names, e.by(), "las partes", "fijó", "fijaron")
                        + " un plazo para las conversaciones sobre " + agreement(names) + ": hasta "
                        + DateText.withoutPreposition(e.deadline(), Language.SPANISH)
                        + names.suffix(", porque ", e.reason());
            case AgreementLeft e ->
                SpanishGrammar.act(names, e.by(), "se retiró", "se retiraron") + " "
                        + SpanishGrammar.of(agreement(names)) + names.suffix(": ", e.reason());
            case ParticipationSuspended e ->
                SpanishGrammar.act(names, e.by(), "suspendió", "suspendieron") + " su participación en "
                        + agreement(names) + names.suffix(": ", e.reason());
            case ParticipationResumed e ->
                SpanishGrammar.act(names, e.by(), "reanudó", "reanudaron") + " su participación en " + agreement(names)
                        + names.suffix(": ", e.reason());
            case CommitmentUndertaken e -> undertaken(e, names);
            case CommitmentDelivered e -> delivered(e, names);
            case CommitmentVerified e -> verified(e, names);
            case CommitmentSuspended e ->
                (e.by() == null ? "se suspendió" : SpanishGrammar.act(names, e.by(), "suspendió", "suspendieron")) + " "
                        + commitment(e.commitment(), names) + names.suffix(": ", e.reason());
            case CommitmentResumed e ->
                (e.by() == null ? "volvió a aplicarse" : SpanishGrammar.act(names, e.by(), "reanudó", "reanudaron"))
                        + " " + commitment(e.commitment(), names) + names.suffix(": ", e.reason());
            case AgreementBreached e ->
                SpanishGrammar.act(names, e.by(), "incumplió", "incumplieron") + " "
                        + (e.commitment() == null ? agreement(names) : commitment(e.commitment(), names))
                        + (e.allegedBy() == null ? "" : ", según " + names.actors(e.allegedBy()))
                        + names.suffix(": ", e.how());
            case AgreementExpired e -> agreement(names) + " expiró" + names.suffix(": ", e.reason());
            case AgreementTerminated e ->
                (e.by() == null ? "se puso fin" : SpanishGrammar.act(names, e.by(), "puso fin", "pusieron fin")) + " "
                        + SpanishGrammar.to(agreement(names)) + names.suffix(": ", e.reason());
            case AgreementTalksAbandoned e ->
                SpanishGrammar.act(
                                names, e.by() == null ? e.between() : e.by(), "las partes", "abandonó", "abandonaron")
                        + " las conversaciones sobre " + agreement(names) + setting(e.via(), e.witnessedBy(), names)
                        + names.suffix(": ", e.reason());
        };
    }

    /** The matter with its noun, as far as it is known: {@code el tratado «New START»}. */
    private static String agreement(SentenceNames names) {
        AgreementDetail known = names.detail(AgreementDetail.class).orElse(null);
        String noun = known != null && known.form() == AgreementForm.DECLARATION
                ? declaration(known.legalNature())
                : noun(known == null ? null : known.legalNature());
        return noun + " " + names.title();
    }

    private static String noun(@Nullable LegalNature nature) {
        return switch (nature) {
            case TREATY -> "el tratado";
            case EXECUTIVE_AGREEMENT -> "el acuerdo ejecutivo";
            case POLITICAL_DECLARATION, UNILATERAL_DECLARATION -> "la declaración";
            case MEMORANDUM -> "el memorando";
            case UNKNOWN -> "el acuerdo";
            case null -> "el acuerdo";
        };
    }

    /** What its authors alone adopt is no agreement, whatever is known of its nature. */
    private static String declaration(@Nullable LegalNature nature) {
        return nature == null || nature == LegalNature.UNKNOWN ? "la declaración" : noun(nature);
    }

    /** Declarations are adopted; what binds in law is signed. */
    private static String signs(@Nullable LegalNature nature, boolean isSingular) {
        return nature == LegalNature.POLITICAL_DECLARATION || nature == LegalNature.UNILATERAL_DECLARATION
                ? (isSingular ? "adoptó" : "adoptaron")
                : (isSingular ? "firmó" : "firmaron");
    }

    private static String signatories(
            Actors named, boolean complete, String singular, String plural, SentenceNames names) {
        return complete
                ? SpanishGrammar.act(names, named, singular, plural)
                : Language.SPANISH.list(Stream.concat(names.actorsByParty(named).stream(), Stream.of("otros"))
                                .toList())
                        + " " + plural;
    }

    private static String setting(@Nullable Actors via, @Nullable Actors witnessedBy, SentenceNames names) {
        return (via == null ? "" : ", con la mediación " + SpanishGrammar.of(names.actors(via)))
                + (witnessedBy == null
                        ? ""
                        : ", con " + names.actors(witnessedBy)
                                + (witnessedBy.parties().size() == 1 ? " como testigo" : " como testigos"));
    }

    private static String until(@Nullable Edtf date) {
        return date == null ? "" : ", hasta " + DateText.withoutPreposition(date, Language.SPANISH);
    }

    private static String tabled(DraftTabled event, SentenceNames names) {
        String draft = " el borrador" + quoted(event.version(), names) + " " + SpanishGrammar.of(agreement(names));
        String said = event.by() == null
                ? (event.leaked() ? "se filtró" : "se presentó") + draft
                : SpanishGrammar.act(names, event.by(), "presentó", "presentaron")
                        + draft
                        + (event.leaked() ? ", que se filtró" : "");
        return said + setting(event.via(), event.witnessedBy(), names) + names.suffix(": ", event.summary());
    }

    private static String ratifying(
            Actors by, @Nullable PartyCode body, String singular, String plural, SentenceNames names) {
        return body == null ? SpanishGrammar.act(names, by, singular, plural) : names.party(body) + " " + singular;
    }

    private static String onBehalf(
            Actors by, @Nullable PartyCode body, @Nullable Actors onBehalfOf, SentenceNames names) {
        if (body != null) {
            return ", en nombre " + SpanishGrammar.of(names.actors(by));
        }
        return onBehalfOf == null ? "" : ", en nombre " + SpanishGrammar.of(names.parties(onBehalfOf.parties()));
    }

    private static String undertaken(CommitmentUndertaken event, SentenceNames names) {
        return SpanishGrammar.act(names, event.by(), "asumió", "asumieron") + " un compromiso"
                + (event.to() == null ? "" : " con " + names.actors(event.to())) + " en virtud "
                + SpanishGrammar.of(agreement(names))
                + names.suffix(
                        ": ", QuantityText.format(event.quantity(), event.unit(), event.what(), Language.SPANISH))
                + (event.due() == null
                        ? ""
                        : ", con plazo hasta " + DateText.withoutPreposition(event.due(), Language.SPANISH))
                + names.suffix(", en la fase ", event.phase())
                + names.suffix(", con esta condición: ", event.condition());
    }

    /** The commitment in its own words, in quotation marks; only the agreement if it is not known. */
    private static String commitment(ShortName name, SentenceNames names) {
        return (known(name, names) == null ? "un compromiso" : "el compromiso" + inWords(name, names)) + " "
                + SpanishGrammar.of(agreement(names));
    }

    private static @Nullable Commitment known(ShortName name, SentenceNames names) {
        return names.detail(AgreementDetail.class)
                .flatMap(agreement -> agreement.commitment(name))
                .orElse(null);
    }

    /** The words of the commitment with a space before; empty if they are not known or the sentence omits texts. */
    private static String inWords(ShortName name, SentenceNames names) {
        Commitment known = known(name, names);
        return quoted(known == null ? null : known.what(), names);
    }

    private static String quoted(@Nullable String text, SentenceNames names) {
        String words = names.suffix("", text);
        return words.isEmpty() ? "" : " " + Language.SPANISH.quoted(words);
    }

    private static String verified(CommitmentVerified event, SentenceNames names) {
        String checked = commitment(event.commitment(), names);
        return switch (event.finding()) {
                    case COMPLIANT ->
                        SpanishGrammar.act(names, event.by(), "comprobó", "comprobaron") + " que se cumple " + checked;
                    case NON_COMPLIANT ->
                        SpanishGrammar.act(names, event.by(), "comprobó", "comprobaron") + " que no se cumple "
                                + checked;
                    case INCONCLUSIVE ->
                        SpanishGrammar.act(names, event.by(), "no pudo", "no pudieron") + " establecer si se cumple "
                                + checked;
                }
                + names.suffix(": ", event.summary());
    }

    private static String delivered(CommitmentDelivered event, SentenceNames names) {
        String whole = " a cuenta " + SpanishGrammar.of(commitment(event.commitment(), names));
        BigDecimal quantity = event.quantity();
        if (quantity == null) {
            return (event.by() == null
                            ? "se informó de una entrega"
                            : SpanishGrammar.act(names, event.by(), "hizo", "hicieron") + " una entrega")
                    + whole;
        }
        Commitment known = known(event.commitment(), names);
        String unit = known != null && known.countingUnit() != null ? known.countingUnit() : event.unit();
        String amount = unit == null ? number(quantity) : QuantityText.counted(quantity, unit, Language.SPANISH);
        String verb = event.by() == null
                ? (quantity.compareTo(BigDecimal.ONE) == 0 ? "se entregó" : "se entregaron")
                : SpanishGrammar.act(names, event.by(), "entregó", "entregaron");
        return verb + " " + amount + whole + (known == null ? "" : comparedWithPromise(known));
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
}

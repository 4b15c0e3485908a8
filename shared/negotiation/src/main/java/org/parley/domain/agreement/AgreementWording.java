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
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.QuantityText;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class AgreementWording implements EventWording<AgreementEvent> {

    @Override
    public String clause(AgreementEvent event, SentenceNames names) {
        return switch (event) {
            case AgreementTalksOpened e ->
                names.actors(e.between()) + " opened talks on " + agreement(names)
                        + names.suffix(", about ", e.subject()) + setting(e.via(), e.witnessedBy(), names);
            case DraftTabled e -> tabled(e, names);
            case DraftRejected e ->
                names.actors(e.by()) + " rejected "
                        + "the draft" + quoted(e.version(), names)
                        + " of " + agreement(names) + names.suffix(": ", e.reason());
            case PointAgreed e ->
                names.actors(e.between()) + " settled a point of " + agreement(names)
                        + setting(e.via(), e.witnessedBy(), names) + names.suffix(": ", e.summary());
            case TextAgreed e ->
                signatories(e.between(), e.complete(), names) + " agreed the text of "
                        + noun(e.legalNature()) + " " + names.title() + names.suffix(" in ", e.place())
                        + (e.until() == null ? "" : ", to hold" + until(e.until()))
                        + names.suffix(", about ", e.subject())
                        + setting(e.via(), e.witnessedBy(), names);
            case BilateralAgreementSigned e ->
                names.actors(e.between())
                        + signed(e.legalNature(), names)
                        + names.suffix(" in ", e.place())
                        + until(e.until())
                        + names.suffix(", about ", e.subject())
                        + setting(e.via(), e.witnessedBy(), names);
            case MultilateralAgreementSigned e ->
                signatories(e.between(), e.complete(), names)
                        + signed(e.legalNature(), names)
                        + names.suffix(" in ", e.place())
                        + until(e.until())
                        + names.suffix(", about ", e.subject())
                        + setting(e.via(), e.witnessedBy(), names);
            case DeclarationIssued e ->
                signatories(e.by(), e.complete(), names)
                        + (e.to() == null ? " adopted " : " addressed ") + declaration(e.legalNature()) + " "
                        + names.title() + (e.to() == null ? "" : " to " + names.actors(e.to()))
                        + names.suffix(" in ", e.place()) + until(e.until()) + names.suffix(", about ", e.subject())
                        + setting(e.via(), e.witnessedBy(), names);
            case AgreementAccededTo e -> names.actors(e.by()) + " acceded to " + agreement(names);
            case ReservationEntered e ->
                names.actors(e.by()) + " entered a reservation to " + agreement(names) + names.suffix(": ", e.text());
            case AgreementRatified e ->
                ratifying(e.by(), e.body(), names) + " ratified " + agreement(names)
                        + onBehalf(e.by(), e.body(), e.onBehalfOf(), names);
            case RatificationRefused e ->
                ratifying(e.by(), e.body(), names) + " rejected " + agreement(names)
                        + onBehalf(e.by(), e.body(), e.onBehalfOf(), names) + names.suffix(": ", e.reason());
            case AgreementProvisionallyApplied e ->
                (e.by() == null
                                ? agreement(names) + " was provisionally applied"
                                : names.actors(e.by()) + " provisionally applied " + agreement(names))
                        + names.suffix(": ", e.summary());
            case AgreementEnteredIntoForce e ->
                agreement(names) + " entered into force" + until(e.until()) + names.suffix(": ", e.summary());
            case AgreementExtended e ->
                (e.by() == null
                                ? agreement(names) + " was extended"
                                : names.actors(e.by()) + " extended " + agreement(names))
                        + until(e.until());
            case AgreementAmended e -> agreement(names) + " was changed" + names.suffix(": ", e.summary());
            case NoticeGiven e ->
                names.actors(e.by()) + " gave notice under " + agreement(names)
                        + (e.ends() == null ? "" : ", with effect from " + DateText.withoutPreposition(e.ends()))
                        + names.suffix(": ", e.reason());
            case DeadlineSet e ->
                names.actors(e.by(), "the parties") + " set a deadline for the talks on " + agreement(names) + ": "
                        + DateText.withoutPreposition(e.deadline()) + names.suffix(", because ", e.reason());
            case AgreementLeft e -> names.actors(e.by()) + " left " + agreement(names) + names.suffix(": ", e.reason());
            case ParticipationSuspended e ->
                names.actors(e.by()) + " suspended participation in " + agreement(names)
                        + names.suffix(": ", e.reason());
            case ParticipationResumed e ->
                names.actors(e.by()) + " resumed participation in " + agreement(names) + names.suffix(": ", e.reason());
            case CommitmentUndertaken e -> undertaken(e, names);
            case CommitmentDelivered e -> delivered(e, names);
            case CommitmentVerified e -> verified(e, names);
            case CommitmentSuspended e ->
                (e.by() == null
                                ? commitment(e.commitment(), names) + " was suspended"
                                : names.actors(e.by()) + " suspended " + commitment(e.commitment(), names))
                        + names.suffix(": ", e.reason());
            case CommitmentResumed e ->
                (e.by() == null
                                ? commitment(e.commitment(), names) + " applied again"
                                : names.actors(e.by()) + " resumed " + commitment(e.commitment(), names))
                        + names.suffix(": ", e.reason());
            case AgreementBreached e ->
                names.actors(e.by()) + " broke "
                        + (e.commitment() == null ? agreement(names) : commitment(e.commitment(), names))
                        + (e.allegedBy() == null ? "" : ", according to " + names.actors(e.allegedBy()))
                        + names.suffix(": ", e.how());
            case AgreementExpired e -> agreement(names) + " expired" + names.suffix(": ", e.reason());
            case AgreementTerminated e ->
                (e.by() == null
                                ? agreement(names) + " was terminated"
                                : names.actors(e.by()) + " terminated " + agreement(names))
                        + names.suffix(": ", e.reason());
            case AgreementTalksAbandoned e ->
                names.actors(e.by() == null ? e.between() : e.by(), "the parties")
                        + " abandoned the talks on " + agreement(names) + setting(e.via(), e.witnessedBy(), names)
                        + names.suffix(": ", e.reason());
        };
    }

    /** The matter with its noun, as far as it is known: {@code the treaty “New START”}. */
    private static String agreement(SentenceNames names) {
        AgreementDetail known = names.detail(AgreementDetail.class).orElse(null);
        String noun = known != null && known.form() == AgreementForm.DECLARATION
                ? declaration(known.legalNature())
                : noun(known == null ? null : known.legalNature());
        return noun + " " + names.title();
    }

    private static String noun(@Nullable LegalNature nature) {
        return switch (nature) {
            case TREATY -> "the treaty";
            case EXECUTIVE_AGREEMENT -> "the executive agreement";
            case POLITICAL_DECLARATION, UNILATERAL_DECLARATION -> "the declaration";
            case MEMORANDUM -> "the memorandum";
            case UNKNOWN -> "the agreement";
            case null -> "the agreement";
        };
    }

    /** What its authors alone adopt is no agreement, whatever is known of its nature. */
    private static String declaration(@Nullable LegalNature nature) {
        return nature == null || nature == LegalNature.UNKNOWN ? "the declaration" : noun(nature);
    }

    /** Declarations are adopted; what binds in law is signed. */
    private static String signed(@Nullable LegalNature nature, SentenceNames names) {
        boolean adopted = nature == LegalNature.POLITICAL_DECLARATION || nature == LegalNature.UNILATERAL_DECLARATION;
        return (adopted ? " adopted " : " signed ") + noun(nature) + " " + names.title();
    }

    private static String signatories(Actors named, boolean complete, SentenceNames names) {
        return complete
                ? names.actors(named)
                : Language.ENGLISH.list(Stream.concat(names.actorsByParty(named).stream(), Stream.of("others"))
                        .toList());
    }

    private static String setting(@Nullable Actors via, @Nullable Actors witnessedBy, SentenceNames names) {
        return (via == null ? "" : ", mediated by " + names.actors(via))
                + (witnessedBy == null ? "" : ", witnessed by " + names.actors(witnessedBy));
    }

    private static String until(@Nullable Edtf date) {
        return date == null ? "" : " until " + DateText.withoutPreposition(date);
    }

    private static String tabled(DraftTabled event, SentenceNames names) {
        String draft = " draft" + quoted(event.version(), names) + " of " + agreement(names);
        String said = event.by() == null
                ? (event.leaked() ? "the" + draft + " was leaked" : "the" + draft + " was tabled")
                : names.actors(event.by()) + " tabled the" + draft + (event.leaked() ? ", which was leaked" : "");
        return said + setting(event.via(), event.witnessedBy(), names) + names.suffix(": ", event.summary());
    }

    private static String ratifying(Actors by, @Nullable PartyCode body, SentenceNames names) {
        return body == null ? names.actors(by) : names.party(body);
    }

    private static String onBehalf(
            Actors by, @Nullable PartyCode body, @Nullable Actors onBehalfOf, SentenceNames names) {
        if (body != null) {
            return " on behalf of " + names.actors(by);
        }
        return onBehalfOf == null ? "" : " on behalf of " + names.parties(onBehalfOf.parties());
    }

    private static String undertaken(CommitmentUndertaken event, SentenceNames names) {
        return names.actors(event.by()) + " undertook a commitment"
                + (event.to() == null ? "" : " to " + names.actors(event.to())) + " under " + agreement(names)
                + names.suffix(": ", QuantityText.format(event.quantity(), event.unit(), event.what()))
                + (event.due() == null ? "" : ", due " + DateText.withPreposition(event.due()))
                + names.suffix(", in the phase ", event.phase())
                + names.suffix(", on condition: ", event.condition());
    }

    /** The commitment in its own words, in quotation marks; only the agreement if it is not known. */
    private static String commitment(ShortName name, SentenceNames names) {
        return known(name, names) == null
                ? "a commitment under " + agreement(names)
                : "the commitment" + inWords(name, names) + " under " + agreement(names);
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
        return words.isEmpty() ? "" : " “" + words + "”";
    }

    private static String verified(CommitmentVerified event, SentenceNames names) {
        String checked = commitment(event.commitment(), names);
        return names.actors(event.by())
                + switch (event.finding()) {
                    case COMPLIANT -> " found " + checked + " to be kept";
                    case NON_COMPLIANT -> " found " + checked + " not to be kept";
                    case INCONCLUSIVE -> " could not establish whether " + checked + " was kept";
                }
                + names.suffix(": ", event.summary());
    }

    private static String delivered(CommitmentDelivered event, SentenceNames names) {
        String whole = commitment(event.commitment(), names);
        BigDecimal quantity = event.quantity();
        if (quantity == null) {
            return event.by() == null
                    ? "a delivery on " + whole + " was reported"
                    : names.actors(event.by()) + " delivered on " + whole;
        }
        Commitment known = known(event.commitment(), names);
        String unit = known != null && known.countingUnit() != null ? known.countingUnit() : event.unit();
        String amount = unit == null ? number(quantity) : QuantityText.counted(quantity, unit);
        return (event.by() == null
                        ? amount + (isOne(quantity) ? " was" : " were") + " delivered on "
                        : names.actors(event.by()) + " delivered " + amount + " on ")
                + whole
                + (known == null ? "" : comparedWithPromise(known));
    }

    private static boolean isOne(BigDecimal quantity) {
        return quantity.compareTo(BigDecimal.ONE) == 0;
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
        return QuantityText.number(quantity, Language.ENGLISH);
    }
}

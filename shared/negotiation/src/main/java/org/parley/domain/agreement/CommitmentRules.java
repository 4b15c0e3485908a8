package org.parley.domain.agreement;

import static org.parley.domain.language.Language.ENGLISH;
import static org.parley.domain.language.Language.SPANISH;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementEvent.AgreementBreached;
import org.parley.domain.agreement.AgreementEvent.CommitmentDelivered;
import org.parley.domain.agreement.AgreementEvent.CommitmentResumed;
import org.parley.domain.agreement.AgreementEvent.CommitmentSuspended;
import org.parley.domain.agreement.AgreementEvent.CommitmentUndertaken;
import org.parley.domain.agreement.AgreementEvent.CommitmentVerified;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.ShortName;
import org.parley.domain.wording.Objection;
import org.parley.domain.wording.SentenceNames;

/** The guards for commitments, their deliveries, verifications and suspensions. */
final class CommitmentRules {
    static final String UNDERTAKEN_ONCE = "a commitment of a name is undertaken once";
    static final String OF_A_COMMITMENT = "it is of a commitment that was undertaken";
    static final String IN_ITS_UNIT = "it is of a commitment that was undertaken, in its unit";
    static final String SUSPENDED = "the commitment is suspended";

    /** The greatest number of commitments named in a refusal. */
    private static final int NAMED_MAX = 20;

    private CommitmentRules() {}

    static Optional<Objection> undertakenOnce(AgreementDetail agreement, Event event, SentenceNames names) {
        ShortName name = ((CommitmentUndertaken) event).commitment();
        return agreement
                .commitment(name)
                .map(known -> names.objection(
                        "the commitment " + name + " was undertaken already; another one takes another name",
                        "el compromiso «" + name + "» ya se asumió; otro compromiso lleva otro nombre"));
    }

    static Optional<Objection> inItsUnit(AgreementDetail agreement, Event event, SentenceNames names) {
        CommitmentDelivered delivery = (CommitmentDelivered) event;
        return agreement
                .commitment(delivery.commitment())
                .map(commitment -> commitment.objectionTo(delivery.unit(), names))
                .orElseGet(() -> Optional.of(unknown(delivery.commitment(), agreement, names)));
    }

    /** Requires that the commitment that the event names, if it names one, was undertaken. */
    static Optional<Objection> ofACommitment(AgreementDetail agreement, Event event, SentenceNames names) {
        ShortName name = commitment(event);
        return name == null || agreement.commitment(name).isPresent()
                ? Optional.empty()
                : Optional.of(unknown(name, agreement, names));
    }

    static Optional<Objection> isSuspended(AgreementDetail agreement, Event event, SentenceNames names) {
        ShortName name = ((CommitmentResumed) event).commitment();
        if (agreement.commitment(name).filter(Commitment::suspended).isPresent()) {
            return Optional.empty();
        }
        List<Commitment> suspended =
                agreement.commitments().stream().filter(Commitment::suspended).toList();
        return Optional.of(names.objection(
                "the commitment " + name + " is not suspended; "
                        + (suspended.isEmpty() ? "none is" : "those that are: " + list(suspended, ENGLISH)),
                "el compromiso «" + name + "» no está suspendido; "
                        + (suspended.isEmpty() ? "no lo está ninguno" : "lo están: " + list(suspended, SPANISH))));
    }

    private static @Nullable ShortName commitment(Event event) {
        return switch (event) {
            case CommitmentVerified verified -> verified.commitment();
            case CommitmentSuspended suspended -> suspended.commitment();
            case CommitmentResumed resumed -> resumed.commitment();
            case AgreementBreached breached -> breached.commitment();
            default -> throw new IllegalArgumentException(event.type() + " names no commitment");
        };
    }

    private static Objection unknown(ShortName name, AgreementDetail agreement, SentenceNames names) {
        List<Commitment> all = agreement.commitments();
        return names.objection(
                "no commitment " + name + " was undertaken in it by then; "
                        + (all.isEmpty()
                                ? "none was: record it with UndertakeCommitment first"
                                : "those that were: " + list(all, ENGLISH)),
                "hasta entonces no se había asumido en él ningún compromiso «" + name + "»; "
                        + (all.isEmpty()
                                ? "no se asumió ninguno: regístrelo antes con UndertakeCommitment"
                                : "los asumidos son: " + list(all, SPANISH)));
    }

    private static String list(List<Commitment> commitments, Language language) {
        List<String> names = commitments.stream()
                .limit(NAMED_MAX)
                .map(commitment -> commitment.commitment().text())
                .toList();
        int more = commitments.size() - names.size();
        String all = String.join(", ", names);
        if (more == 0) {
            return all;
        }
        return switch (language) {
            case ENGLISH -> all + " and " + more + " more";
            case SPANISH -> all + " y " + more + " más";
        };
    }
}

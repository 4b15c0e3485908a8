package org.parley.domain.agreement;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementEvent.AgreementBreached;
import org.parley.domain.agreement.AgreementEvent.CommitmentDelivered;
import org.parley.domain.agreement.AgreementEvent.CommitmentResumed;
import org.parley.domain.agreement.AgreementEvent.CommitmentSuspended;
import org.parley.domain.agreement.AgreementEvent.CommitmentUndertaken;
import org.parley.domain.agreement.AgreementEvent.CommitmentVerified;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.ShortName;
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

    static Optional<String> undertakenOnce(AgreementDetail agreement, Event event, SentenceNames names) {
        ShortName name = ((CommitmentUndertaken) event).commitment();
        return agreement
                .commitment(name)
                .map(known -> "the commitment " + name + " was undertaken already; another one takes another name");
    }

    static Optional<String> inItsUnit(AgreementDetail agreement, Event event, SentenceNames names) {
        CommitmentDelivered delivery = (CommitmentDelivered) event;
        return agreement
                .commitment(delivery.commitment())
                .map(commitment -> commitment.objectionTo(delivery.unit()))
                .orElseGet(() -> Optional.of(unknown(delivery.commitment(), agreement)));
    }

    /** Requires that the commitment that the event names, if it names one, was undertaken. */
    static Optional<String> ofACommitment(AgreementDetail agreement, Event event, SentenceNames names) {
        ShortName name = commitment(event);
        return name == null || agreement.commitment(name).isPresent()
                ? Optional.empty()
                : Optional.of(unknown(name, agreement));
    }

    static Optional<String> isSuspended(AgreementDetail agreement, Event event, SentenceNames names) {
        ShortName name = ((CommitmentResumed) event).commitment();
        if (agreement.commitment(name).filter(Commitment::suspended).isPresent()) {
            return Optional.empty();
        }
        List<Commitment> suspended =
                agreement.commitments().stream().filter(Commitment::suspended).toList();
        return Optional.of("the commitment " + name + " is not suspended; "
                + (suspended.isEmpty() ? "none is" : "those that are: " + list(suspended)));
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

    private static String unknown(ShortName name, AgreementDetail agreement) {
        return "no commitment " + name + " was undertaken in it by then; "
                + (agreement.commitments().isEmpty()
                        ? "none was: record it with UndertakeCommitment first"
                        : "those that were: " + list(agreement.commitments()));
    }

    private static String list(List<Commitment> commitments) {
        List<String> names = commitments.stream()
                .limit(NAMED_MAX)
                .map(commitment -> commitment.commitment().text())
                .toList();
        int more = commitments.size() - names.size();
        return String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
    }
}

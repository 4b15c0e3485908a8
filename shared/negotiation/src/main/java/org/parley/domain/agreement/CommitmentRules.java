package org.parley.domain.agreement;

import java.util.List;
import java.util.Optional;
import org.parley.domain.agreement.AgreementEvent.CommitmentDelivered;
import org.parley.domain.agreement.AgreementEvent.CommitmentUndertaken;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.ShortName;
import org.parley.domain.wording.SentenceNames;

/** The guards for commitments and their deliveries. */
final class CommitmentRules {
    static final String UNDERTAKEN_ONCE = "a commitment of a name is undertaken once";
    static final String OF_A_COMMITMENT = "it is of a commitment that was undertaken, in its unit";

    /** The greatest number of commitments named in a refusal. */
    private static final int NAMED_MAX = 20;

    private CommitmentRules() {}

    static Optional<String> undertakenOnce(AgreementDetail agreement, Event event, SentenceNames names) {
        ShortName name = ((CommitmentUndertaken) event).commitment();
        return agreement
                .commitment(name)
                .map(known -> "the commitment " + name + " was undertaken already; another one takes another name");
    }

    static Optional<String> ofACommitment(AgreementDetail agreement, Event event, SentenceNames names) {
        CommitmentDelivered delivery = (CommitmentDelivered) event;
        return agreement
                .commitment(delivery.commitment())
                .map(commitment -> commitment.objectionTo(delivery.unit()))
                .orElseGet(() -> Optional.of("no commitment " + delivery.commitment()
                        + " was undertaken in it by then; " + known(agreement.commitments())));
    }

    private static String known(List<Commitment> commitments) {
        if (commitments.isEmpty()) {
            return "none was: record it with UndertakeCommitment first";
        }
        List<String> names = commitments.stream()
                .limit(NAMED_MAX)
                .map(commitment -> commitment.commitment().text())
                .toList();
        int more = commitments.size() - names.size();
        return "those that were: " + String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
    }
}

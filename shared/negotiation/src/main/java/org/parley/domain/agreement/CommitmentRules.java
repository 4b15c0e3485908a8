package org.parley.domain.agreement;

import static org.parley.domain.language.Language.ENGLISH;
import static org.parley.domain.language.Language.SPANISH;

import java.util.List;
import java.util.Optional;
import org.parley.domain.agreement.AgreementEvent.CommitmentDelivered;
import org.parley.domain.agreement.AgreementEvent.CommitmentUndertaken;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.ShortName;
import org.parley.domain.wording.Objection;
import org.parley.domain.wording.SentenceNames;

/** The guards for commitments and their deliveries. */
final class CommitmentRules {
    static final String UNDERTAKEN_ONCE = "a commitment of a name is undertaken once";
    static final String OF_A_COMMITMENT = "it is of a commitment that was undertaken, in its unit";

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

    static Optional<Objection> ofACommitment(AgreementDetail agreement, Event event, SentenceNames names) {
        CommitmentDelivered delivery = (CommitmentDelivered) event;
        return agreement
                .commitment(delivery.commitment())
                .map(commitment -> commitment.objectionTo(delivery.unit(), names))
                .orElseGet(() -> Optional.of(names.objection(
                        "no commitment " + delivery.commitment() + " was undertaken in it by then; "
                                + known(agreement.commitments(), ENGLISH),
                        "hasta entonces no se había asumido en él ningún compromiso «" + delivery.commitment() + "»; "
                                + known(agreement.commitments(), SPANISH))));
    }

    private static String known(List<Commitment> commitments, Language language) {
        if (commitments.isEmpty()) {
            return switch (language) {
                case ENGLISH -> "none was: record it with UndertakeCommitment first";
                case SPANISH -> "no se asumió ninguno: regístrelo antes con UndertakeCommitment";
            };
        }
        List<String> names = commitments.stream()
                .limit(NAMED_MAX)
                .map(commitment -> commitment.commitment().text())
                .toList();
        int more = commitments.size() - names.size();
        String named = String.join(", ", names);
        return switch (language) {
            case ENGLISH -> "those that were: " + named + (more == 0 ? "" : " and " + more + " more");
            case SPANISH -> "los asumidos son: " + named + (more == 0 ? "" : " y " + more + " más");
        };
    }
}

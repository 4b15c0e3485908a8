package org.parley.domain.state;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.negotiation.NegotiationDetail;
import org.parley.domain.party.Parties;
import org.parley.domain.party.Party;
import org.parley.domain.question.Position;
import org.parley.domain.question.QuestionDetail;
import org.parley.domain.time.Edtf;

/**
 * The state of a negotiation at an instant in valid time and one in transaction time.
 *
 * @param status the status of the negotiation itself; {@link #NOT_OPENED} before its opening
 * @param since when it entered that status; null if before everything
 * @param disputed whether a development that this status depends on is disputed
 * @param held whether a development that this status depends on is under embargo
 * @param asOf the instant in valid time, inclusive (UTC)
 * @param knownAt the instant in transaction time, inclusive (UTC)
 * @param through the position of the last entry of the trail that is included
 * @param matters all matters that exist, by kind and slug, without the negotiation itself
 * @param positions the stances of parties and voices on questions
 * @param packages the packages of guarantees
 * @param endedBy who broke off the talks; empty before, or if nobody is named
 */
public record NegotiationState(
        String negotiation,
        String title,
        String status,
        @Nullable Edtf since,
        boolean disputed,
        boolean held,
        Instant asOf,
        Instant knownAt,
        long through,
        List<Party> parties,
        List<MatterState> matters,
        List<StatedPosition> positions,
        List<GuaranteePackage> packages,
        Parties endedBy) {
    /** The status of a negotiation before its opening. */
    public static final String NOT_OPENED = "NOT_OPENED";

    /**
     * Combines the states of the matters of a negotiation.
     *
     * @param states the states of all matters, by kind and slug, including the negotiation itself once it is opened
     */
    public static NegotiationState of(
            String negotiation, Collection<MatterState> states, Instant asOf, Instant knownAt, long through) {
        Optional<MatterState> negotiationState = states.stream()
                .filter(state -> state.address().kind() == MatterKind.NEGOTIATION)
                .findFirst();
        List<MatterState> matters = states.stream()
                .filter(state -> state.address().kind() != MatterKind.NEGOTIATION)
                .toList();
        return new NegotiationState(
                negotiation,
                negotiationState.map(MatterState::title).orElse(negotiation),
                negotiationState.map(state -> state.status().name()).orElse(NOT_OPENED),
                negotiationState.map(MatterState::since).orElse(null),
                negotiationState.map(MatterState::disputed).orElse(false),
                negotiationState.map(MatterState::held).orElse(false),
                asOf,
                knownAt,
                through,
                negotiationState
                        .map(state -> ((NegotiationDetail) state.detail()).parties())
                        .orElse(List.of()),
                matters,
                positions(matters),
                GuaranteePackage.of(matters),
                negotiationState
                        .map(state -> ((NegotiationDetail) state.detail()).endedBy())
                        .orElse(Parties.NONE));
    }

    private static List<StatedPosition> positions(Collection<MatterState> states) {
        return states.stream()
                .filter(state -> state.address().kind() == MatterKind.QUESTION)
                .flatMap(state -> ((QuestionDetail) state.detail())
                        .positions().stream().map(position -> new StatedPosition(state.address(), position)))
                .toList();
    }

    /** A stance of a party on a question. */
    public record StatedPosition(MatterAddress question, Position position) {}
}

package org.parley.state;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.party.Parties;
import org.parley.party.Party;
import org.parley.process.ProcessDetail;
import org.parley.question.Position;
import org.parley.question.QuestionDetail;
import org.parley.time.Edtf;

/**
 * Where a negotiation stands, at one instant of the world's time and one of the desk's.
 *
 * @param status the negotiation's own state; {@link #NOT_OPENED} before its opening
 * @param since when it came into that state; null when before everything
 * @param disputed whether something that its own state rests on is disputed
 * @param held whether something that its own state rests on is under embargo
 * @param asOf the instant in valid time, inclusive (UTC)
 * @param knownAt the instant in transaction time, inclusive (UTC)
 * @param through the position of the last entry of the trail that is taken in
 * @param matters every matter that exists then, by kind and slug; not the negotiation itself
 * @param positions where parties and voices stand on questions
 * @param packages the packages that guarantees belong to
 * @param endedBy who broke off the talks; empty while they are not broken off, or if nobody is named
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
     * The state of a negotiation of the states of its matters.
     *
     * @param states the matters that exist, by kind and slug; the negotiation's own among them once it is opened
     */
    public static NegotiationState of(
            String negotiation, Collection<MatterState> states, Instant asOf, Instant knownAt, long through) {
        Optional<MatterState> process = states.stream()
                .filter(state -> state.address().kind() == Kind.NEGOTIATION)
                .findFirst();
        List<MatterState> matters = states.stream()
                .filter(state -> state.address().kind() != Kind.NEGOTIATION)
                .toList();
        return new NegotiationState(
                negotiation,
                process.map(MatterState::title).orElse(negotiation),
                process.map(state -> state.status().name()).orElse(NOT_OPENED),
                process.map(MatterState::since).orElse(null),
                process.map(MatterState::disputed).orElse(false),
                process.map(MatterState::held).orElse(false),
                asOf,
                knownAt,
                through,
                process.map(state -> ((ProcessDetail) state.detail()).parties()).orElse(List.of()),
                matters,
                positions(matters),
                GuaranteePackage.of(matters),
                process.map(state -> ((ProcessDetail) state.detail()).endedBy()).orElse(Parties.NONE));
    }

    private static List<StatedPosition> positions(Collection<MatterState> states) {
        return states.stream()
                .filter(state -> state.address().kind() == Kind.QUESTION)
                .flatMap(state -> ((QuestionDetail) state.detail())
                        .positions().stream().map(position -> new StatedPosition(state.address(), position)))
                .toList();
    }

    /** A position and the question it is a position on. */
    public record StatedPosition(MatterAddress question, Position position) {}
}

package org.parley.domain.vote;

import static org.parley.domain.vote.VoteStatus.ADOPTED;
import static org.parley.domain.vote.VoteStatus.CALLED;
import static org.parley.domain.vote.VoteStatus.CANCELLED;
import static org.parley.domain.vote.VoteStatus.REJECTED;
import static org.parley.domain.vote.VoteStatus.VETOED;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.time.Edtf;
import org.parley.domain.vote.VoteCommand.CallVote;
import org.parley.domain.vote.VoteCommand.CancelVote;
import org.parley.domain.vote.VoteCommand.RecordVote;
import org.parley.domain.vote.VoteEvent.VoteCalled;
import org.parley.domain.vote.VoteEvent.VoteCancelled;
import org.parley.domain.vote.VoteEvent.VoteHeld;

/** The definition of the kind vote. */
public final class Vote {
    static final Lifecycle<VoteStatus, VoteDetail> LIFECYCLE = Lifecycle.of(VoteStatus.class, VoteDetail.class)
            .on(CallVote.class, VoteCalled.class, c -> new VoteCalled(c.body(), c.about(), c.question(), c.planned()))
            .fromNothing()
            .from(CANCELLED)
            .to(CALLED)
            .restarting()
            .from(CALLED)
            .stays()
            .on(
                    RecordVote.class,
                    VoteHeld.class,
                    c -> new VoteHeld(
                            c.body(),
                            c.outcome(),
                            c.about(),
                            c.question(),
                            c.inFavour(),
                            c.opposed(),
                            c.abstained(),
                            c.vetoedBy()))
            .fromNothing()
            .from(CALLED)
            .to(ADOPTED, "its outcome is ADOPTED", VoteDetail::isAdopted)
            .orTo(REJECTED, "its outcome is REJECTED", VoteDetail::isRejected)
            .otherwise(VETOED, "its outcome is VETOED")
            .on(CancelVote.class, VoteCancelled.class, c -> new VoteCancelled(c.reason()))
            .from(CALLED)
            .to(CANCELLED)
            .build();

    /** The kind: its lifecycle, the fold of its detail, and the wording of its events. */
    public static final MatterType<VoteEvent, VoteStatus, VoteDetail> TYPE = new MatterType<>(
            MatterKind.VOTE,
            VoteEvent.class,
            VoteDetail.class,
            LIFECYCLE,
            Vote::evolve,
            new VoteWording(),
            new SpanishVoteWording());

    private Vote() {}

    private static VoteDetail evolve(@Nullable VoteDetail before, VoteEvent event, Occurrence at) {
        return switch (event) {
            case VoteCalled call -> before == null ? VoteDetail.of(call) : before.calledAgain(call);
            case VoteHeld vote -> {
                Edtf occurred = at.development().occurred();
                yield before == null ? VoteDetail.of(vote, occurred) : before.held(vote, occurred);
            }
            case VoteCancelled cancelled ->
                Objects.requireNonNull(before, "a vote is called before it is cancelled")
                        .cancelled(cancelled.reason());
        };
    }
}

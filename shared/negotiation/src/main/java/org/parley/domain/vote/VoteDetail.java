package org.parley.domain.vote;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;
import org.parley.domain.vote.VoteEvent.VoteCalled;
import org.parley.domain.vote.VoteEvent.VoteHeld;

/**
 * The detail of a vote's state: everything besides its status.
 *
 * @param body the party that votes
 * @param about the matters that it votes on; they need not exist
 * @param question what it votes on, in words
 * @param planned the planned date; null if none is known, and after the vote was cancelled
 * @param outcome the outcome; null before the vote
 * @param held when it took place; null before
 * @param inFavour the votes in favour, or their percentage where it has decimals; null if unknown
 * @param opposed the votes against, likewise
 * @param abstained the abstentions, likewise
 * @param vetoedBy who vetoed it; empty if nobody did or nobody is named
 * @param reason why it was cancelled
 */
public record VoteDetail(
        PartyCode body,
        List<MatterReference> about,
        @Nullable String question,
        @Nullable Edtf planned,
        @Nullable VoteOutcome outcome,
        @Nullable Edtf held,
        @Nullable BigDecimal inFavour,
        @Nullable BigDecimal opposed,
        @Nullable BigDecimal abstained,
        Parties vetoedBy,
        @Nullable String reason)
        implements MatterDetail {

    static VoteDetail of(VoteCalled call) {
        return new VoteDetail(
                call.body(),
                references(call.about()),
                call.question(),
                call.planned(),
                null,
                null,
                null,
                null,
                null,
                Parties.NONE,
                null);
    }

    static VoteDetail of(VoteHeld vote, @Nullable Edtf occurred) {
        return new VoteDetail(
                vote.body(),
                references(vote.about()),
                vote.question(),
                null,
                vote.outcome(),
                occurred,
                vote.inFavour(),
                vote.opposed(),
                vote.abstained(),
                Parties.of(vote.vetoedBy()),
                null);
    }

    /** The detail after the vote was put off or brought forward: what the new call leaves open is as before. */
    VoteDetail calledAgain(VoteCalled call) {
        return of(call).orAsIn(this);
    }

    /** The detail after the vote: what its report leaves open is as it was called. */
    VoteDetail held(VoteHeld vote, @Nullable Edtf occurred) {
        return of(vote, occurred).orAsIn(this);
    }

    VoteDetail cancelled(@Nullable String why) {
        return new VoteDetail(body, about, question, null, null, null, null, null, null, Parties.NONE, why);
    }

    boolean isAdopted() {
        return outcome == VoteOutcome.ADOPTED;
    }

    boolean isRejected() {
        return outcome == VoteOutcome.REJECTED;
    }

    private VoteDetail orAsIn(VoteDetail call) {
        return new VoteDetail(
                body,
                about.isEmpty() ? call.about : about,
                question == null ? call.question : question,
                outcome == null ? planned : call.planned,
                outcome,
                held,
                inFavour,
                opposed,
                abstained,
                vetoedBy,
                reason);
    }

    private static List<MatterReference> references(@Nullable List<MatterReference> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}

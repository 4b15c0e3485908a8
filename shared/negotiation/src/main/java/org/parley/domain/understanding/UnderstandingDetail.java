package org.parley.domain.understanding;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.party.Parties;

/**
 * The detail of an understanding's state: everything besides its status.
 *
 * @param claimedBy who claims it
 * @param between the parties that it is claimed to bind
 * @param confirmedBy the parties whose latest statement confirms it
 * @param contestedBy the parties whose latest statement denies it or its content
 * @param voices the voices that contest it
 * @param endedBy who abandoned it; empty before, or if nobody is named
 * @param reason the latest reason why it was contested or abandoned
 */
public record UnderstandingDetail(
        Parties claimedBy,
        Parties between,
        @Nullable String terms,
        Parties confirmedBy,
        Parties contestedBy,
        Parties voices,
        Parties endedBy,
        @Nullable String reason)
        implements MatterDetail {

    /** Whether a party that it is claimed to bind contests it. */
    boolean isContested() {
        return between.stream().anyMatch(contestedBy.codes()::contains);
    }

    /**
     * Whether a party that it is claimed to bind and that did not claim it itself confirms it; any party if all of them
     * claimed it.
     */
    boolean isConfirmed() {
        Parties others = between.minus(claimedBy);
        return (others.isEmpty() ? between : others).stream().anyMatch(confirmedBy.codes()::contains);
    }

    boolean isConfirmedUncontested() {
        return isConfirmed() && !isContested();
    }

    UnderstandingDetail confirmed(Parties who) {
        return withAnswers(confirmedBy.plus(who), contestedBy.minus(who), voices, endedBy, reason);
    }

    UnderstandingDetail contested(Parties who, Parties outside, @Nullable String why) {
        return withAnswers(confirmedBy.minus(who), contestedBy.plus(who), voices.plus(outside), endedBy, why);
    }

    UnderstandingDetail abandoned(Parties who, @Nullable String why) {
        return withAnswers(confirmedBy, contestedBy, voices, who, why);
    }

    private UnderstandingDetail withAnswers(
            Parties confirming, Parties contesting, Parties outside, Parties abandoning, @Nullable String why) {
        return new UnderstandingDetail(claimedBy, between, terms, confirming, contesting, outside, abandoning, why);
    }
}

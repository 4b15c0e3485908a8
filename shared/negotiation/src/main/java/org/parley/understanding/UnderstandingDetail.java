package org.parley.understanding;

import org.jspecify.annotations.Nullable;
import org.parley.matter.Detail;
import org.parley.party.Parties;

/**
 * The detail of an understanding's state: everything besides its status.
 *
 * @param claimedBy who claims it
 * @param between whom it is said to bind
 * @param confirmedBy the parties whose latest statement confirms it
 * @param contestedBy the parties whose latest statement denies it or its content
 * @param voices the voices that contest it
 * @param endedBy who abandoned it; empty while it is held to, or if nobody is named
 * @param reason why it was contested or abandoned, as last said
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
        implements Detail {

    /** Whether a party that it is said to bind contests it. */
    boolean isContested() {
        return between.stream().anyMatch(contestedBy.codes()::contains);
    }

    /** Whether one whom it is said to bind confirms it that did not itself claim it; any, where all of them claimed it. */
    boolean isConfirmed() {
        Parties others = between.minus(claimedBy);
        return (others.isEmpty() ? between : others).stream().anyMatch(confirmedBy.codes()::contains);
    }

    boolean isConfirmedUncontested() {
        return isConfirmed() && !isContested();
    }

    UnderstandingDetail confirmed(Parties who) {
        return told(confirmedBy.plus(who), contestedBy.minus(who), voices, endedBy, reason);
    }

    UnderstandingDetail contested(Parties who, Parties outside, @Nullable String why) {
        return told(confirmedBy.minus(who), contestedBy.plus(who), voices.plus(outside), endedBy, why);
    }

    UnderstandingDetail abandoned(Parties who, @Nullable String why) {
        return told(confirmedBy, contestedBy, voices, who, why);
    }

    private UnderstandingDetail told(
            Parties confirming, Parties contesting, Parties outside, Parties abandoning, @Nullable String why) {
        return new UnderstandingDetail(claimedBy, between, terms, confirming, contesting, outside, abandoning, why);
    }
}

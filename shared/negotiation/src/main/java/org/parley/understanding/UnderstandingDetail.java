package org.parley.understanding;

import org.jspecify.annotations.Nullable;
import org.parley.matter.Detail;
import org.parley.party.Parties;

/**
 * What is known of an understanding besides its status.
 *
 * @param by who claims it
 * @param between whom it is said to bind
 * @param confirmedBy the parties whose last word is that it exists
 * @param contestedBy the parties whose last word is that it does not, or not so
 * @param voices the voices from outside that contest it
 * @param reason why it was contested or abandoned, as last said
 */
public record UnderstandingDetail(
        Parties by,
        Parties between,
        @Nullable String terms,
        Parties confirmedBy,
        Parties contestedBy,
        Parties voices,
        @Nullable String reason)
        implements Detail {

    UnderstandingDetail confirmed(Parties who) {
        return new UnderstandingDetail(
                by, between, terms, confirmedBy.plus(who), contestedBy.minus(who), voices, reason);
    }

    UnderstandingDetail contested(Parties who, Parties outside, @Nullable String why) {
        return new UnderstandingDetail(
                by, between, terms, confirmedBy.minus(who), contestedBy.plus(who), voices.plus(outside), why);
    }

    UnderstandingDetail abandoned(@Nullable String why) {
        return new UnderstandingDetail(by, between, terms, confirmedBy, contestedBy, voices, why);
    }
}

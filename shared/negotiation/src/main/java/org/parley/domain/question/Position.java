package org.parley.domain.question;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.RecentItems;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;

/**
 * The stance of a party on a question, with its history.
 *
 * @param voice whether the party is a voice
 * @param since when the present stance began
 * @param shifts the last {@value RecentItems#MAX} changes of its stance, in valid-time order
 * @param shiftsCount how often its stance changed
 * @param developmentId the development with its latest statement
 */
public record Position(
        PartyCode party,
        boolean voice,
        Stance stance,
        String summary,
        @Nullable String conditions,
        @Nullable Edtf since,
        List<Shift> shifts,
        int shiftsCount,
        UUID developmentId) {

    /** A change of stance. */
    public record Shift(Stance from, Stance to, @Nullable Edtf occurred, UUID developmentId) {}

    /** The position after a new statement. A stance that differs from the last one is a shift. */
    Position restated(
            Stance next, String newSummary, @Nullable String newConditions, @Nullable Edtf occurred, UUID statedIn) {
        if (next == stance) {
            return new Position(party, voice, stance, newSummary, newConditions, since, shifts, shiftsCount, statedIn);
        }
        return new Position(
                party,
                voice,
                next,
                newSummary,
                newConditions,
                occurred,
                RecentItems.append(shifts, new Shift(stance, next, occurred, statedIn)),
                shiftsCount + 1,
                statedIn);
    }
}

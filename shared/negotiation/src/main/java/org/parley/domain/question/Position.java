package org.parley.domain.question;

import java.util.List;
import java.util.Set;
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
 * @param held true if its latest statement, or the last change of its stance, is under embargo; otherwise null, so that
 *     the state of a history without embargoes has the same hash as before there was this mark
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
        UUID developmentId,
        @Nullable Boolean held) {

    /**
     * A change of stance.
     *
     * @param held true if the development that brought it is under embargo; otherwise null
     */
    public record Shift(
            Stance from,
            Stance to,
            @Nullable Edtf occurred,
            UUID developmentId,
            @Nullable Boolean held) {}

    /**
     * The position after a new statement. A stance that differs from the last one is a shift.
     *
     * @param isHeld whether the statement is under embargo
     */
    Position restated(
            Stance next,
            String newSummary,
            @Nullable String newConditions,
            @Nullable Edtf occurred,
            UUID statedIn,
            boolean isHeld) {
        boolean isShift = next != stance;
        List<Shift> all = isShift
                ? RecentItems.append(shifts, new Shift(stance, next, occurred, statedIn, mark(isHeld)))
                : shifts;
        return new Position(
                party,
                voice,
                next,
                newSummary,
                newConditions,
                isShift ? occurred : since,
                all,
                shiftsCount + (isShift ? 1 : 0),
                statedIn,
                mark(isHeld || hasHeldShift(all)));
    }

    /** The same position with the marks that follow from the developments under embargo. */
    Position withHeld(Set<UUID> heldDevelopments) {
        List<Shift> marked = shifts.stream()
                .map(shift -> new Shift(
                        shift.from,
                        shift.to,
                        shift.occurred,
                        shift.developmentId,
                        mark(heldDevelopments.contains(shift.developmentId))))
                .toList();
        return new Position(
                party,
                voice,
                stance,
                summary,
                conditions,
                since,
                marked,
                shiftsCount,
                developmentId,
                mark(heldDevelopments.contains(developmentId) || hasHeldShift(marked)));
    }

    private static boolean hasHeldShift(List<Shift> shifts) {
        return !shifts.isEmpty() && shifts.getLast().held() != null;
    }

    static @Nullable Boolean mark(boolean held) {
        return held ? Boolean.TRUE : null;
    }
}

package org.parley.question;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Latest;
import org.parley.party.PartyCode;
import org.parley.time.Edtf;

/**
 * Where a party stands on a question, and how it came there.
 *
 * @param voice whether it is a voice
 * @param since when it first took the stance it has now, unbroken
 * @param shifts the last {@value Latest#MAX} changes of its stance, in valid-time order
 * @param shiftsCount how often its stance changed
 * @param developmentId where it last said so
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

    /** One change of stance. */
    public record Shift(Stance from, Stance to, @Nullable Edtf occurred, UUID developmentId) {}

    /** The position after a new statement; a stance that differs from the last is a shift. */
    Position then(Stance next, String said, @Nullable String conditionsNow, @Nullable Edtf occurred, UUID saidIn) {
        if (next == stance) {
            return new Position(party, voice, stance, said, conditionsNow, since, shifts, shiftsCount, saidIn);
        }
        return new Position(
                party,
                voice,
                next,
                said,
                conditionsNow,
                occurred,
                Latest.plus(shifts, new Shift(stance, next, occurred, saidIn)),
                shiftsCount + 1,
                saidIn);
    }
}

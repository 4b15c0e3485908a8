package org.parley.history;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.history.Refusal.Invalid;
import org.parley.matter.Names;
import org.parley.party.PartyCode;
import org.parley.time.Edtf;

/**
 * What the newsroom knows at the moment of a decision, apart from the matter's own history.
 *
 * @param now the instant of the decision (UTC)
 * @param parties the parties of the negotiation, by what was recorded earlier
 */
public record Desk(Instant now, PartyRegister parties) {
    /** The zone in which a day begins first: somewhere on Earth it is this far ahead of UTC. */
    private static final Duration EARLIEST_ZONE = Duration.ofHours(14);

    /** Whether a date begins later than it is anywhere on Earth; an instant, later than now. */
    boolean isFuture(Edtf date) {
        return date.start().isAfter(date.hasTime() ? now : now.plus(EARLIEST_ZONE));
    }

    /**
     * Requires that an embargo ends in the future: one that is over would be none.
     *
     * @param until the date at whose end it ends; null for one without an end
     * @param at the JSON pointer to it
     * @throws Refused when it is over
     */
    void requireAhead(@Nullable Edtf until, String at) {
        if (until != null && !until.end().isAfter(now)) {
            throw new Refused(Invalid.at(
                    at,
                    until + " is over; an embargo ends with the end of the date given (in UTC), which must lie ahead"));
        }
    }

    /**
     * How parties were called at an instant in valid time, and the matter of this title, in sentences that leave
     * reasons and terms out.
     */
    Names names(String title, Instant world) {
        return new Names() {
            @Override
            public String party(PartyCode code) {
                return parties.name(code, world);
            }

            @Override
            public String matter() {
                return title;
            }

            @Override
            public String tail(String introduction, @Nullable Object text) {
                return "";
            }
        };
    }
}

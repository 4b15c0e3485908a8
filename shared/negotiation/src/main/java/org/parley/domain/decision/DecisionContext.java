package org.parley.domain.decision;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.language.Language;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.DirectionIsolate;
import org.parley.domain.wording.SentenceNames;

/**
 * The context of a decision, apart from the history of the matter.
 *
 * @param now the instant of the decision (UTC)
 * @param parties the parties of the negotiation, as recorded so far
 */
public record DecisionContext(Instant now, PartyRegister parties) {
    /** The offset of the time zone in which a day begins first (UTC+14). */
    private static final Duration EARLIEST_ZONE = Duration.ofHours(14);

    /** Whether a date lies in the future. A day has begun once it has begun anywhere on Earth. */
    boolean isFuture(Edtf date) {
        return date.start().isAfter(date.hasTime() ? now : now.plus(EARLIEST_ZONE));
    }

    /**
     * Requires that an embargo ends in the future.
     *
     * @param until the date with whose end it ends; null for an embargo without an end
     * @param at the JSON pointer to it
     * @throws CommandRefusedException if that date is over
     */
    void requireFuture(@Nullable Edtf until, String at) {
        if (until != null && !until.end().isAfter(now)) {
            throw new CommandRefusedException(Invalid.at(
                    at,
                    until + " is over; an embargo ends with the end of its date (UTC), which must lie ahead",
                    until + " ya pasó; un embargo termina al final de su fecha (UTC), que debe ser futura"));
        }
    }

    /**
     * The names of the parties at an instant in valid time and the title of the matter, for sentences without reasons
     * and terms.
     */
    SentenceNames names(String title, Instant world, Language language) {
        return new SentenceNames() {
            @Override
            public Language language() {
                return language;
            }

            @Override
            public String party(PartyCode code) {
                return DirectionIsolate.of(parties.name(code, world));
            }

            @Override
            public String matter() {
                return title;
            }

            @Override
            public String suffix(String introduction, @Nullable Object text) {
                return "";
            }
        };
    }
}

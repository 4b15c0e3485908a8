package org.parley.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Development;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.Occurrence;
import org.parley.party.Parties;
import org.parley.party.PartyCode;
import org.parley.question.QuestionDetail;
import org.parley.question.QuestionEvent.PositionStated;
import org.parley.question.Stance;
import org.parley.time.DateWords;
import org.parley.time.Edtf;

/**
 * What a command would do, told before it is given.
 *
 * @param developmentId the id it would have
 * @param matter the matter
 * @param development what would be recorded
 * @param with the matter's history, which has taken it in
 * @param before the matter's state now; null when it does not exist
 * @param after the matter's state with it; null when nothing of the matter would hold
 * @param warnings what the editor should look at before confirming
 */
public record Forecast(
        UUID developmentId,
        MatterAddress matter,
        Development development,
        History with,
        @Nullable MatterState before,
        @Nullable MatterState after,
        List<Warning> warnings) {
    /** How near in time another development of the same sort must be to be called similar. */
    public static final Duration SIMILAR_WITHIN = Duration.ofDays(3);

    /** So many similar developments are named at most before it in the world, and as many after it. */
    static final int SIMILAR_MAX = 10;

    /** So many developments are looked at on either side for similar ones. */
    private static final int LOOKED_AT_MAX = 1_000;

    /**
     * Something to look at.
     *
     * @param code {@code SIMILAR}, {@code SHIFT}, {@code LATE_ENTRY} or {@code EARLY_YEAR}
     * @param detail in words
     * @param developmentId the other development it is about; the one logged where it is about that
     */
    public record Warning(String code, String detail, UUID developmentId) {}

    /**
     * Judges a command and tells what it would do.
     *
     * @param history everything recorded of the command's matter so far; takes in what the command would become
     * @throws Refused when it would be refused; the history stays as it is then
     */
    public static Forecast of(History history, LogDevelopment command, Desk desk) {
        Development development = Decision.decide(history, command, desk);
        Entry entry = Decision.hypothetical(history, command.developmentId(), development, desk);
        MatterState before = history.state().orElse(null);
        history.record(entry);
        return new Forecast(
                command.developmentId(),
                history.address(),
                development,
                history,
                before,
                history.state().orElse(null),
                Stream.concat(warnings(history, entry, desk).stream(), EarlyYears.warnings(entry))
                        .toList());
    }

    private static List<Warning> warnings(History with, Entry entry, Desk desk) {
        Optional<Occurrence> holding = with.holding(entry.developmentId());
        if (holding.isEmpty()) {
            return List.of();
        }
        Occurrence logged = holding.get();
        EffectiveHistory history = with.effectiveHistory();
        List<Occurrence> effective = history.occurrences();
        int place = history.indexOf(logged);
        Judgement words = new Judgement(with, desk);
        List<Warning> warnings = new ArrayList<>();
        List<Occurrence> earlier =
                similar(effective.subList(0, place).reversed(), logged).reversed();
        List<Occurrence> later = similar(effective.subList(place + 1, effective.size()), logged);
        Stream.concat(earlier.stream(), later.stream())
                .forEach(other -> warnings.add(new Warning(
                        "SIMILAR",
                        "A similar development is recorded: " + words.said(other) + ".",
                        other.developmentId())));
        if (place + 1 < effective.size() && logged.development().occurred() != null) {
            Occurrence next = effective.get(place + 1);
            warnings.add(new Warning(
                    "LATE_ENTRY",
                    "Something later is already recorded: " + words.said(next) + ".",
                    next.developmentId()));
        }
        shifts(history.stateAfter(place), logged, desk).forEach(warnings::add);
        return warnings;
    }

    /** The nearest of those that are similar, the nearest first. */
    private static List<Occurrence> similar(List<Occurrence> outwards, Occurrence logged) {
        return outwards.stream()
                .limit(LOOKED_AT_MAX)
                .filter(other -> isSimilar(other, logged))
                .limit(SIMILAR_MAX)
                .toList();
    }

    private static boolean isSimilar(Occurrence other, Occurrence logged) {
        Development one = other.development();
        Development two = logged.development();
        return !other.developmentId().equals(logged.developmentId())
                && one.event().type().equals(two.event().type())
                && one.mentioned().equals(two.mentioned())
                && (one.occurred() == null || two.occurred() == null || isNear(one, two));
    }

    private static boolean isNear(Development one, Development two) {
        return Duration.between(one.start(), two.start()).abs().compareTo(SIMILAR_WITHIN) <= 0;
    }

    private static List<Warning> shifts(@Nullable MatterState before, Occurrence logged, Desk desk) {
        if (before == null || !(logged.event() instanceof PositionStated stated)) {
            return List.of();
        }
        QuestionDetail question = (QuestionDetail) before.detail();
        List<Warning> shifts = new ArrayList<>();
        for (PartyCode party : Parties.of(stated.by()).codes()) {
            question.of(party)
                    .filter(position -> position.stance() != stated.stance())
                    .map(position -> shiftWarning(
                            desk.parties().name(party, logged.start()), position.stance(), stated.stance(), logged))
                    .ifPresent(shifts::add);
        }
        return shifts;
    }

    private static Warning shiftWarning(String party, Stance from, Stance to, Occurrence logged) {
        Edtf occurred = logged.development().occurred();
        String when = occurred == null ? "" : " " + DateWords.when(occurred);
        return new Warning(
                "SHIFT", party + " would shift from " + from + " to " + to + when + ".", logged.developmentId());
    }
}

package org.parley.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Development;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.Occurrence;
import org.parley.party.Parties;
import org.parley.party.PartyCode;
import org.parley.question.Position;
import org.parley.question.QuestionDetail;
import org.parley.question.QuestionEvent.PositionStated;
import org.parley.time.DateWords;

/**
 * What a command would do, told before it is given.
 *
 * @param developmentId the id it would have
 * @param matter the matter
 * @param development what would be recorded
 * @param with the matter's history with it
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

    /**
     * Something to look at.
     *
     * @param code {@code SIMILAR}, {@code SHIFT} or {@code LATE_ENTRY}
     * @param detail in words
     * @param developmentId the other development it is about
     */
    public record Warning(String code, String detail, UUID developmentId) {}

    /**
     * Judges a command and tells what it would do; the history stays as it is.
     *
     * @throws Refused when it would be refused
     */
    public static Forecast of(History history, LogDevelopment command, Desk desk) {
        Development development = Decision.decide(history, command, desk);
        History with = History.of(history.address(), history.entries());
        Entry entry = Decision.hypothetical(history, command.developmentId(), development, desk);
        with.record(entry);
        return new Forecast(
                command.developmentId(),
                history.address(),
                development,
                with,
                history.state(desk.now()).orElse(null),
                with.state(desk.now()).orElse(null),
                warnings(with, entry, desk));
    }

    private static List<Warning> warnings(History with, Entry entry, Desk desk) {
        List<Occurrence> effective = with.effective(desk.now());
        int place = 0;
        while (place < effective.size() && !effective.get(place).developmentId().equals(entry.developmentId())) {
            place++;
        }
        if (place == effective.size()) {
            return List.of();
        }
        List<Warning> warnings = new ArrayList<>();
        Judgement words = new Judgement(with, desk);
        Occurrence logged = effective.get(place);
        effective.stream()
                .filter(other -> isSimilar(other, logged))
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
        shifts(with, logged, desk).forEach(warnings::add);
        return warnings;
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

    private static List<Warning> shifts(History with, Occurrence logged, Desk desk) {
        if (!(logged.event() instanceof PositionStated stated)) {
            return List.of();
        }
        Optional<QuestionDetail> question = with.state(desk.now()).map(state -> (QuestionDetail) state.detail());
        List<Warning> shifts = new ArrayList<>();
        for (PartyCode party : Parties.of(stated.by()).codes()) {
            question.flatMap(detail -> detail.of(party)).stream()
                    .flatMap(position -> position.shifts().stream())
                    .filter(shift -> shift.developmentId().equals(logged.developmentId()))
                    .map(shift -> shiftWarning(party, shift))
                    .forEach(shifts::add);
        }
        return shifts;
    }

    private static Warning shiftWarning(PartyCode party, Position.Shift shift) {
        String when = shift.occurred() == null ? "" : " " + DateWords.when(shift.occurred());
        return new Warning(
                "SHIFT",
                party + " would shift from " + shift.from() + " to " + shift.to() + when + ".",
                shift.developmentId());
    }
}

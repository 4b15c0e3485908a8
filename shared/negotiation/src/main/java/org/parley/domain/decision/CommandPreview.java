package org.parley.domain.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.EffectiveHistory;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.language.BilingualText;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;
import org.parley.domain.question.QuestionDetail;
import org.parley.domain.question.QuestionEvent.PositionStated;
import org.parley.domain.question.Stance;
import org.parley.domain.time.DateText;
import org.parley.domain.time.Edtf;

/**
 * A preview of a command: what it would record and change.
 *
 * @param developmentId the id of the development
 * @param matter the matter
 * @param development the development that would be recorded
 * @param history the history of the matter, including the development
 * @param before the present state of the matter; null if it does not exist
 * @param after the state with the development; null if no development would be effective
 * @param warnings what the editor should check before confirming
 */
public record CommandPreview(
        UUID developmentId,
        MatterAddress matter,
        Development development,
        RecordedHistory history,
        @Nullable MatterState before,
        @Nullable MatterState after,
        List<Warning> warnings) {
    /** The greatest distance in time of a similar development. */
    public static final Duration SIMILAR_WITHIN = Duration.ofDays(3);

    /** The greatest number of similar developments reported before it in valid time, and as many after it. */
    static final int SIMILAR_MAX = 10;

    /** The number of developments searched for similar ones on either side. */
    private static final int LOOKED_AT_MAX = 1_000;

    /**
     * A warning for the editor.
     *
     * @param code {@code SIMILAR}, {@code SHIFT}, {@code LATE_ENTRY} or {@code EARLY_YEAR}
     * @param message the warning in a sentence
     * @param developmentId the development that the warning is about: the logged one or another
     */
    public record Warning(String code, BilingualText message, UUID developmentId) {
        /** The warning in English. */
        public String detail() {
            return message.english();
        }
    }

    /**
     * Previews a command.
     *
     * @param history everything recorded of the command's matter so far; afterwards it includes the new development
     * @throws CommandRefusedException if the command would be refused; the history does not change then
     */
    public static CommandPreview of(RecordedHistory history, CommandEnvelope command, DecisionContext context) {
        return of(history, command, context, development -> {});
    }

    /**
     * Previews a command.
     *
     * @param history everything recorded of the command's matter so far; afterwards it includes the new development
     * @param requirement throws if the development must not be recorded for another reason, such as its size
     * @throws CommandRefusedException if the command would be refused; the history does not change then
     */
    public static CommandPreview of(
            RecordedHistory history,
            CommandEnvelope command,
            DecisionContext context,
            Consumer<Development> requirement) {
        Development development = CommandDecider.decide(history, command, context);
        requirement.accept(development);
        LedgerEntry entry = CommandDecider.hypotheticalEntry(history, command.developmentId(), development, context);
        MatterState before = history.state().orElse(null);
        history.record(entry);
        return new CommandPreview(
                command.developmentId(),
                history.address(),
                development,
                history,
                before,
                history.state().orElse(null),
                Stream.concat(warnings(history, entry, context).stream(), EarlyYearCheck.warnings(entry))
                        .toList());
    }

    /**
     * Previews a group of commands of one matter, each with the state before and after the whole group.
     *
     * @param history everything recorded of the matter so far; it does not change
     * @throws GroupRefusedException if the group would be refused
     */
    public static List<CommandPreview> together(
            RecordedHistory history, List<CommandEnvelope> commands, DecisionContext context) {
        RecordedHistory with = GroupDecider.decide(history, commands, context).history();
        MatterState before = history.state().orElse(null);
        MatterState after = with.state().orElse(null);
        return with.entries().subList(history.version(), with.version()).stream()
                .map(entry -> new CommandPreview(
                        entry.developmentId(),
                        with.address(),
                        entry.development(),
                        with,
                        before,
                        after,
                        Stream.concat(warnings(with, entry, context).stream(), EarlyYearCheck.warnings(entry))
                                .toList()))
                .toList();
    }

    private static List<Warning> warnings(RecordedHistory with, LedgerEntry entry, DecisionContext context) {
        Optional<Occurrence> holding = with.effectiveOccurrence(entry.developmentId());
        if (holding.isEmpty()) {
            return List.of();
        }
        Occurrence logged = holding.get();
        EffectiveHistory history = with.effectiveHistory();
        List<Occurrence> effective = history.occurrences();
        int index = history.indexOf(logged);
        HistoryCheck check = new HistoryCheck(with, context);
        List<Warning> warnings = new ArrayList<>();
        List<Occurrence> earlier =
                similar(effective.subList(0, index).reversed(), logged).reversed();
        List<Occurrence> later = similar(effective.subList(index + 1, effective.size()), logged);
        Stream.concat(earlier.stream(), later.stream())
                .forEach(other -> warnings.add(new Warning(
                        "SIMILAR",
                        BilingualText.of(language -> switch (language) {
                                    case ENGLISH -> "A similar development is recorded: ";
                                    case SPANISH -> "Ya hay una entrada parecida: ";
                                }
                                + check.describe(other, language) + "."),
                        other.developmentId())));
        if (index + 1 < effective.size() && logged.development().occurred() != null) {
            Occurrence next = effective.get(index + 1);
            warnings.add(new Warning(
                    "LATE_ENTRY",
                    BilingualText.of(language -> switch (language) {
                                case ENGLISH -> "Something later is already recorded: ";
                                case SPANISH -> "Ya hay registrado algo posterior: ";
                            }
                            + check.describe(next, language) + "."),
                    next.developmentId()));
        }
        shifts(history.stateAfter(index), logged, context).forEach(warnings::add);
        return warnings;
    }

    /** The nearest similar developments, the nearest first. */
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

    private static List<Warning> shifts(@Nullable MatterState before, Occurrence logged, DecisionContext desk) {
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
        BilingualText when = BilingualText.of(
                language -> occurred == null ? "" : " " + DateText.withPreposition(occurred, language));
        return new Warning(
                "SHIFT",
                new BilingualText(
                        party + " would shift from “" + english(from) + "” to “" + english(to) + "”" + when.english()
                                + ".",
                        party + " pasaría de «" + spanish(from) + "» a «" + spanish(to) + "»" + when.spanish() + "."),
                logged.developmentId());
    }

    private static String english(Stance stance) {
        return switch (stance) {
            case SUPPORTS -> "in favour";
            case OPPOSES -> "against";
            case CONDITIONAL -> "on conditions";
            case UNDECLARED -> "undeclared";
        };
    }

    private static String spanish(Stance stance) {
        return switch (stance) {
            case SUPPORTS -> "a favor";
            case OPPOSES -> "en contra";
            case CONDITIONAL -> "con condiciones";
            case UNDECLARED -> "sin posición declarada";
        };
    }
}

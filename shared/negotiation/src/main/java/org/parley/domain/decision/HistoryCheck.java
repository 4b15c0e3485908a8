package org.parley.domain.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.NotPossible.Conflict;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.HistoryReplay;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.time.DateMentions;
import org.parley.domain.time.DateText;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.Objection;
import org.parley.domain.wording.SentenceNames;

/**
 * Checks whether a history stays possible if a development is inserted, replaced or left out. Builds the refusal if
 * not.
 */
final class HistoryCheck {
    /** A date after a longer clause would seem to belong to its last words, so it comes first. */
    private static final int SHORT_CLAUSE_MAX = 80;

    /** The maximum number of further developments named in the text; the refusal lists all of them. */
    private static final int NAMED_MAX = 10;

    /** For a refusal that no other date would avoid. */
    static final BilingualText NO_ADVICE = BilingualText.same("");

    private final RecordedHistory history;
    private final MatterType<?, ?, ?> type;
    private final DecisionContext context;

    HistoryCheck(RecordedHistory history, DecisionContext context) {
        this.history = history;
        this.type = history.type();
        this.context = context;
    }

    /**
     * Requires that a development can be inserted in valid-time order.
     *
     * @throws CommandRefusedException if it cannot; the refusal names the conflicting development
     */
    void requireInsertable(UUID id, Development development) {
        require(null, candidate(id, development), new HypotheticalHistory(history, context, id), true);
    }

    /**
     * Requires that the history is possible with one occurrence of a development in place of the effective one.
     *
     * @param before the effective occurrence; null if there is none
     */
    void requireReplaceable(@Nullable Occurrence before, Occurrence replacement) {
        require(before, replacement, new HypotheticalHistory(history, context, replacement.developmentId()), true);
    }

    /** The same for an occurrence that was effective before. */
    void requireRestorable(@Nullable Occurrence before, Occurrence restored) {
        require(before, restored, new HypotheticalHistory(history, context, null), false);
    }

    /** Requires that the history is possible without one of its developments. */
    void requireRemovable(Occurrence left) {
        HypotheticalHistory supposed = new HypotheticalHistory(history, context, null);
        if (supposed.isPossible(left, null)) {
            return;
        }
        List<Occurrence> rest = supposed.withReplaced(left, null);
        HistoryReplay replay = supposed.replay(rest);
        List<Occurrence> fallen = supposed.impossible(rest);
        Occurrence obstacle = replay.obstacle();
        MatterState state = replay.last();
        throw new CommandRefusedException(new NotPossible(
                BilingualText.of(language -> notRemovable(left, obstacle, state, fallen, language)),
                name(state),
                state == null ? null : state.since(),
                type.allowedAfter(state),
                obstacle.developmentId(),
                obstacle.development().occurred(),
                fallen.stream().map(Conflict::of).toList(),
                null));
    }

    private String notRemovable(
            Occurrence left,
            Occurrence obstacle,
            @Nullable MatterState state,
            List<Occurrence> fallen,
            Language language) {
        String why = describe(obstacle, language);
        String rest = because(state, obstacle, language) + "." + others(fallen, language);
        return switch (language) {
            case ENGLISH ->
                "Cannot retract that " + describe(left, language) + ": " + why + " depends on it" + rest
                        + " Retract or correct " + (fallen.size() > 1 ? "those" : "that one") + " first.";
            case SPANISH ->
                "No es posible retractarse de que " + describe(left, language) + ": de ello depende esta entrada: "
                        + why + rest
                        + (fallen.size() > 1
                                ? " Retracte o corrija antes esas entradas."
                                : " Retracte o corrija antes esa entrada.");
        };
    }

    /** @param isDated whether the command gives the candidate its date */
    private void require(
            @Nullable Occurrence without, Occurrence candidate, HypotheticalHistory supposed, boolean isDated) {
        if (supposed.isPossible(without, candidate)) {
            return;
        }
        List<Occurrence> others = supposed.withReplaced(without, null);
        List<Occurrence> together = supposed.withReplaced(without, candidate);
        HistoryReplay replay = supposed.replay(together);
        int index = index(together, candidate);
        int failed = replay.statuses().size();
        Edtf narrowed = new NarrowerDateSearch(supposed, others, candidate)
                .find(context)
                .orElse(null);
        BilingualText advice = narrowed == null
                ? RecordingOrderAdvice.find(supposed, others, candidate, index, isDated)
                        .map(found -> BilingualText.of(found::text))
                        .orElse(NO_ADVICE)
                : BilingualText.of(language -> offer(narrowed, language));
        throw new CommandRefusedException(
                failed == index
                        ? impossibleAtItsPlace(
                                replay.last(),
                                candidate,
                                supposed.required(others.subList(index, others.size())),
                                clash(supposed, candidate, others, index),
                                narrowed,
                                advice)
                        : otherImpossible(
                                replay, candidate, supposed.impossible(together), failed > index, narrowed, advice));
    }

    private static int index(List<Occurrence> together, Occurrence candidate) {
        int index = 0;
        while (!together.get(index).developmentId().equals(candidate.developmentId())) {
            index++;
        }
        return index;
    }

    private NotPossible otherImpossible(
            HistoryReplay replay,
            Occurrence candidate,
            List<Occurrence> fallen,
            boolean isAfter,
            @Nullable Edtf narrowed,
            BilingualText advice) {
        Occurrence obstacle = replay.obstacle();
        MatterState state = replay.last();
        return new NotPossible(
                BilingualText.of(language -> switch (language) {
                            case ENGLISH ->
                                "Cannot record that " + describe(candidate, language)
                                        + (isAfter ? ": after it" : ": before it")
                                        + " this would no longer be possible: ";
                            case SPANISH ->
                                "No se puede registrar que " + describe(candidate, language)
                                        + (isAfter ? ": después" : ": antes")
                                        + " dejaría de ser posible esto: ";
                        }
                        + describe(obstacle, language) + because(state, obstacle, language) + "."
                        + others(fallen, language)
                        + advice.in(language)),
                name(state),
                state == null ? null : state.since(),
                type.allowedAfter(state),
                obstacle.developmentId(),
                obstacle.development().occurred(),
                fallen.stream().map(Conflict::of).toList(),
                narrowed);
    }

    /**
     * @param state the state before the candidate; null if the matter does not exist there
     * @param advice what would make it possible, with a space before it; or {@link #NO_ADVICE}
     */
    NotPossible impossibleAtItsPlace(
            @Nullable MatterState state,
            Occurrence candidate,
            List<Occurrence> following,
            @Nullable Clash clash,
            @Nullable Edtf narrowed,
            BilingualText advice) {
        List<String> possible = type.allowedBetween(state, following);
        return new NotPossible(
                BilingualText.of(language -> switch (language) {
                            case ENGLISH -> "Cannot record that ";
                            case SPANISH -> "No se puede registrar que ";
                        }
                        + describe(candidate, language) + ": " + reason(state, candidate, clash, possible, language)
                        + advice.in(language)),
                name(state),
                state == null ? null : state.since(),
                type.allowedAfter(state),
                clash == null ? null : clash.with().developmentId(),
                clash == null ? null : clash.with().development().occurred(),
                clash == null ? List.of() : List.of(Conflict.of(clash.with())),
                narrowed);
    }

    private String reason(
            @Nullable MatterState state,
            Occurrence candidate,
            @Nullable Clash clash,
            List<String> possible,
            Language language) {
        Objection objection = type.objection(state, candidate, names(candidate.start(), language))
                .orElse(null);
        if (objection != null) {
            return objection.clause() + ".";
        }
        return clash != null && clash.comesAfter()
                ? describe(clash.with(), language) + "." + possible(possible, language)
                : standing(state, language) + "." + over(state, language) + possible(possible, language);
    }

    /** Names the developments that would become impossible, without the first, which is already named. */
    String others(List<Occurrence> fallen, Language language) {
        if (fallen.size() < 2) {
            return "";
        }
        List<String> named = new ArrayList<>(fallen.stream()
                .skip(1)
                .limit(NAMED_MAX)
                .map(each -> describe(each, language))
                .toList());
        int more = fallen.size() - 1 - named.size();
        if (more > 0) {
            named.add(
                    switch (language) {
                        case ENGLISH -> more + " more";
                        case SPANISH -> more + " más";
                    });
        }
        return switch (language) {
                    case ENGLISH -> " The same holds of these: ";
                    case SPANISH -> " Lo mismo ocurre con esto: ";
                }
                + String.join("; ", named) + ".";
    }

    private String standing(@Nullable MatterState state, Language language) {
        if (state == null) {
            return switch (language) {
                case ENGLISH -> "nothing is recorded of it before that date";
                case SPANISH -> "antes de esa fecha no hay nada registrado de este asunto";
            };
        }
        String status = type.status(state.status(), language);
        Edtf since = state.since();
        return switch (language) {
            case ENGLISH ->
                "the status of " + type.name(language) + (since == null ? " is " : " has been ")
                        + language.quoted(status)
                        + (since == null ? "" : " since " + DateText.withoutPreposition(since, language));
            case SPANISH ->
                type.name(language) + " está " + status
                        + (since == null ? "" : " desde " + DateText.withoutPreposition(since, language));
        };
    }

    private static String possible(List<String> allowed, Language language) {
        if (allowed.isEmpty()) {
            return "";
        }
        return switch (language) {
                    case ENGLISH -> " Possible there: ";
                    case SPANISH -> " Ahí es posible: ";
                }
                + String.join(", ", allowed) + ".";
    }

    private String over(@Nullable MatterState state, Language language) {
        if (state == null || !type.isFinished(state)) {
            return "";
        }
        return switch (language) {
            case ENGLISH ->
                " This " + history.address().kind().slug() + " is over; begin another one with a new short name.";
            case SPANISH -> " Este asunto ya terminó; empiece otro con un nombre corto nuevo.";
        };
    }

    /** The objection of the guard that makes an occurrence impossible; empty if the lifecycle itself does. */
    String because(@Nullable MatterState state, Occurrence obstacle, Language language) {
        return type.objection(state, obstacle, names(obstacle.start(), language))
                .map(objection -> " (" + objection.clause() + ")")
                .orElse("");
    }

    /**
     * The conflict of a development that is impossible at its place.
     *
     * @param comesAfter whether it would be possible after the other development
     */
    record Clash(Occurrence with, boolean comesAfter) {}

    /**
     * The next development after which the candidate would be possible, or else the previous one that led to the state
     * in which it is not.
     */
    @Nullable Clash clash(HypotheticalHistory supposed, Occurrence candidate, List<Occurrence> others, int index) {
        Clash before = null;
        MatterState state = null;
        for (int i = 0; i < others.size(); i++) {
            Optional<MatterState> after = supposed.apply(state, others.get(i));
            if (after.isEmpty()) {
                return before;
            }
            boolean counts = !supposed.isTolerated(others.get(i));
            if (counts
                    && i < index
                    && (state == null || state.status() != after.get().status())) {
                before = new Clash(others.get(i), false);
            }
            state = after.get();
            if (counts && i >= index && type.isPossible(history.address(), state, candidate)) {
                return new Clash(others.get(i), true);
            }
        }
        return before;
    }

    private static String offer(Edtf narrowed, Language language) {
        return switch (language) {
            case ENGLISH ->
                " It would be possible if it occurred " + DateText.withPreposition(narrowed, language) + ".";
            case SPANISH -> " Sería posible si hubiera ocurrido " + DateText.withPreposition(narrowed, language) + ".";
        };
    }

    private Occurrence candidate(UUID id, Development development) {
        LedgerEntry entry = CommandDecider.hypotheticalEntry(history, id, development, context);
        return DevelopmentThread.of(entry).occurrence().orElseThrow();
    }

    /** Describes an occurrence as a clause with its date and, if it is recorded, its id. */
    String describe(Occurrence occurrence, Language language) {
        Edtf occurred = occurrence.development().occurred();
        boolean recorded = history.developmentOf(occurrence.developmentId()).isPresent();
        String clause =
                type.clause(occurrence.event(), names(occurrence.development().start(), language));
        String dated = occurred == null
                ? clause
                : isDateFirst(occurrence.event(), clause)
                        ? DateText.withPreposition(occurred, language) + " " + clause
                        : clause + " " + DateText.withPreposition(occurred, language);
        if (!recorded) {
            return dated;
        }
        return dated
                + switch (language) {
                    case ENGLISH -> " (development ";
                    case SPANISH -> " (entrada ";
                }
                + occurrence.developmentId() + ")";
    }

    /** A date at the end would run into another date, or belong to what a comma adds: "…, mediated by Qatar". */
    private static boolean isDateFirst(Event event, String clause) {
        return clause.length() > SHORT_CLAUSE_MAX
                || clause.contains(", ")
                || DateMentions.in(event).findAny().isPresent();
    }

    private SentenceNames names(Instant world, Language language) {
        return context.names(history.title(world), world, language);
    }

    static String name(@Nullable MatterState state) {
        return state == null ? "-" : state.status().name();
    }
}

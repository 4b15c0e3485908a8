package org.parley.domain.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.Objection;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishWording;

/**
 * The definition of a kind: its lifecycle, the fold of its detail, and the wording of its events. {@link #apply} is the
 * only way to compute a state, for the decisions of the ledger, on the read side and offline.
 *
 * @param <E> the kind's events
 * @param <S> the kind's states
 * @param <D> the kind's detail
 */
public final class MatterType<E extends Event, S extends Enum<S>, D extends MatterDetail> {
    private final MatterKind kind;
    private final Class<E> events;
    private final Class<D> details;
    private final Lifecycle<S, D> lifecycle;
    private final DetailEvolver<E, D> evolution;
    private final EventWording<E> wording;
    private final SpanishWording<E, S> spanishWording;
    private final UnaryOperator<E> reading;

    public MatterType(
            MatterKind kind,
            Class<E> events,
            Class<D> details,
            Lifecycle<S, D> lifecycle,
            DetailEvolver<E, D> evolution,
            EventWording<E> wording,
            SpanishWording<E, S> spanishWording) {
        this(kind, events, details, lifecycle, evolution, wording, spanishWording, UnaryOperator.identity());
    }

    /**
     * A kind of which some events were recorded in an earlier form.
     *
     * @param reading upcasts an event that was recorded under earlier rules; the recorded event does not change
     */
    public MatterType(
            MatterKind kind,
            Class<E> events,
            Class<D> details,
            Lifecycle<S, D> lifecycle,
            DetailEvolver<E, D> evolution,
            EventWording<E> wording,
            SpanishWording<E, S> spanishWording,
            UnaryOperator<E> reading) {
        this.kind = kind;
        this.events = events;
        this.details = details;
        this.lifecycle = lifecycle;
        this.evolution = evolution;
        this.wording = wording;
        this.spanishWording = spanishWording;
        this.reading = reading;
    }

    public MatterKind kind() {
        return kind;
    }

    public Class<E> events() {
        return events;
    }

    public Class<D> details() {
        return details;
    }

    public Lifecycle<S, D> lifecycle() {
        return lifecycle;
    }

    /**
     * The event as a clause in the past tense, without its date, in the language of the names: {@code Russia rejected
     * the ceasefire “Alaska”}.
     */
    public String clause(Event event, SentenceNames names) {
        return switch (names.language()) {
            case ENGLISH -> wording.clause(read(event), names);
            case SPANISH -> spanishWording.clause(read(event), names);
        };
    }

    /** The kind with its article: {@code the ceasefire}, {@code el alto el fuego}. */
    public String name(Language language) {
        return switch (language) {
            case ENGLISH -> "the " + kind.slug();
            case SPANISH -> spanishWording.kind();
        };
    }

    /** A status of the kind in words: {@code in force}; in Spanish as after {@code está}: {@code en vigor}. */
    public String status(Enum<?> status, Language language) {
        return switch (language) {
            case ENGLISH -> status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case SPANISH -> spanishWording.status(lifecycle.status(status));
        };
    }

    /** The names of the commands that are possible after a state; null if the matter does not exist yet. */
    public List<String> allowedAfter(@Nullable MatterState state) {
        return lifecycle.allowedIn(state == null ? null : state.status());
    }

    /**
     * The commands that are possible after this state and before other developments: those after which these may be
     * possible by their statuses. Guards are ignored, because they depend on the content of the command.
     */
    public List<String> allowedBetween(@Nullable MatterState state, List<Occurrence> following) {
        return lifecycle.allowedBetween(
                state == null ? null : state.status(),
                following.stream().map(each -> (Event) read(each.event())).toList());
    }

    /** Whether no transition leaves this state: the matter is finished. */
    public boolean isFinished(MatterState state) {
        return lifecycle.isFinal(state.status());
    }

    /** Whether a development is possible after a state; null if the matter does not exist yet. */
    public boolean isPossible(MatterAddress address, @Nullable MatterState before, Occurrence next) {
        return move(before, read(next.event()), SentenceNames.ofCodes(address)).isPresent();
    }

    /**
     * The objection of a guard to a development whose command is possible in the state, as a clause; empty if there is
     * none.
     */
    public Optional<Objection> objection(@Nullable MatterState before, Occurrence next, SentenceNames names) {
        E event = read(next.event());
        return lifecycle
                .transition(before == null ? null : before.status(), event)
                .flatMap(move -> move.objection(detail(before), event, names));
    }

    private Optional<Transition<S, D>> move(@Nullable MatterState before, E event, SentenceNames names) {
        return lifecycle
                .transition(before == null ? null : before.status(), event)
                .filter(move -> move.objection(detail(before), event, names).isEmpty());
    }

    private E read(Event event) {
        return reading.apply(events.cast(event));
    }

    private @Nullable D detail(@Nullable MatterState state) {
        return state == null ? null : details.cast(state.detail());
    }

    /**
     * Applies a development to a state. Returns the next state; empty if the development is impossible there.
     *
     * @param before the state before; null if the matter does not exist yet
     */
    public Optional<MatterState> apply(MatterAddress address, @Nullable MatterState before, Occurrence next) {
        E event = read(next.event());
        Enum<?> status = before == null ? null : before.status();
        return move(before, event, SentenceNames.ofCodes(address)).map(move -> {
            Development development = next.development();
            D detail = evolution.evolve(move.isRestart() ? null : detail(before), event, next);
            Enum<?> after = status != null && development.isOnlyVoices() ? status : move.nextStatus(status, detail);
            return new MatterState(
                    address,
                    development.title() != null
                            ? development.title()
                            : before == null ? address.slug() : before.title(),
                    after,
                    before != null && after == status ? before.since() : development.occurred(),
                    detail,
                    before == null ? next.certainFrom() : later(before.certainFrom(), next.certainFrom()),
                    next.disputed() || (before != null && before.disputed()),
                    next.held() || (before != null && before.held()));
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package org.parley.matter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of matter: its rules, how its detail grows, and how its events are said in English. Folding a history with
 * {@link #apply} is the only way a state comes about, in the ledger's decisions, on the read side and offline.
 *
 * @param <E> the kind's events
 * @param <S> the kind's states
 * @param <D> the kind's detail
 */
public final class MatterType<E extends Event, S extends Enum<S>, D extends Detail> {
    private final Kind kind;
    private final Class<E> events;
    private final Class<D> details;
    private final Lifecycle<S, D> lifecycle;
    private final Evolution<E, D> evolution;
    private final Wording<E> wording;

    public MatterType(
            Kind kind,
            Class<E> events,
            Class<D> details,
            Lifecycle<S, D> lifecycle,
            Evolution<E, D> evolution,
            Wording<E> wording) {
        this.kind = kind;
        this.events = events;
        this.details = details;
        this.lifecycle = lifecycle;
        this.evolution = evolution;
        this.wording = wording;
    }

    public Kind kind() {
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

    /** The event as an English clause with a past tense, without its date: {@code Russia rejected the ceasefire}. */
    public String clause(Event event, Names names) {
        return wording.clause(events.cast(event), names);
    }

    /** The commands that are possible after this state; null is 'does not exist yet'. */
    public List<String> allowedAfter(@Nullable MatterState state) {
        return lifecycle.allowedIn(state == null ? null : state.status());
    }

    /** Whether an event is possible after this state. */
    public boolean isPossible(@Nullable MatterState state, Event event) {
        return isPossibleIn(state == null ? null : state.status(), event);
    }

    /** Whether an event is possible in a state of the lifecycle; null is 'does not exist yet'. */
    public boolean isPossibleIn(@Nullable Enum<?> status, Event event) {
        return lifecycle.move(status, event).isPresent();
    }

    /**
     * The state after one thing more has happened; empty when that is not possible after the state before.
     *
     * @param before the state before; null when the matter does not exist yet
     */
    public Optional<MatterState> apply(MatterAddress address, @Nullable MatterState before, Occurrence next) {
        Enum<?> status = before == null ? null : before.status();
        return lifecycle.move(status, next.event()).map(move -> {
            Development told = next.development();
            D detail = evolution.evolve(
                    before == null ? null : details.cast(before.detail()), events.cast(told.event()), next);
            Enum<?> after = status != null && told.isOnlyVoices() ? status : move.after(status, detail);
            return new MatterState(
                    address,
                    told.title() != null ? told.title() : before == null ? address.slug() : before.title(),
                    after,
                    before != null && after == status ? before.since() : told.occurred(),
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

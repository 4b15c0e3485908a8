package org.parley.domain.lifecycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterDetail;

/**
 * The state machine of a kind as a table: which command is possible in which status, which event it becomes, and which
 * status follows. Decisions, refusals, the choice of commands in the forms and the state diagrams all come from this
 * table.
 *
 * @param <S> the kind's states
 * @param <D> the kind's detail
 */
public final class Lifecycle<S extends Enum<S>, D extends MatterDetail> {
    private final Class<S> states;
    private final List<LifecycleRow<S, D>> rows;

    private Lifecycle(Class<S> states, List<LifecycleRow<S, D>> steps) {
        this.states = states;
        this.rows = List.copyOf(steps);
    }

    /** Starts a table. */
    public static <S extends Enum<S>, D extends MatterDetail> Builder<S, D> of(Class<S> states, Class<D> detail) {
        return new Builder<>(states);
    }

    /** The statuses of this kind. */
    public List<S> states() {
        return Arrays.asList(states.getEnumConstants());
    }

    /** A status as one of this kind. */
    S status(Enum<?> status) {
        return states.cast(status);
    }

    public List<LifecycleRow<S, D>> rows() {
        return rows;
    }

    /** The row of an event. */
    public LifecycleRow<S, D> rowOf(Event event) {
        return rows.stream()
                .filter(step -> step.event() == event.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(event.type() + " does not belong to this kind"));
    }

    /**
     * The transition of an event from a status; empty if it is impossible there. A null status means that the matter
     * does not exist yet.
     */
    public Optional<Transition<S, D>> transition(@Nullable Enum<?> status, Event event) {
        return rowOf(event).transitionFrom(status);
    }

    /** The names of the commands that may begin a matter. */
    public List<String> beginningWith() {
        return rows.stream()
                .filter(LifecycleRow::isInitial)
                .map(LifecycleRow::commandName)
                .toList();
    }

    /**
     * The names of the commands that are possible in a status. A null status means that the matter does not exist yet.
     */
    public List<String> allowedIn(@Nullable Enum<?> status) {
        return rows.stream()
                .filter(step -> step.transitionFrom(status).isPresent())
                .map(LifecycleRow::commandName)
                .toList();
    }

    /**
     * The same, limited to the commands after which other events may follow, by the statuses that each may lead to.
     * Guards are ignored.
     */
    List<String> allowedBetween(@Nullable Enum<?> status, List<Event> following) {
        return rows.stream()
                .filter(step -> step.transitionFrom(status)
                        .filter(move -> mayFollow(reached(step, move, status), following))
                        .isPresent())
                .map(LifecycleRow::commandName)
                .toList();
    }

    private boolean mayFollow(Set<Enum<?>> reached, List<Event> following) {
        Set<Enum<?>> states = reached;
        for (Event event : following) {
            LifecycleRow<S, D> step = rowOf(event);
            Set<Enum<?>> next = new HashSet<>();
            for (Enum<?> state : states) {
                step.transitionFrom(state).ifPresent(move -> next.addAll(reached(step, move, state)));
            }
            if (next.isEmpty()) {
                return false;
            }
            states = next;
        }
        return true;
    }

    /** The statuses that a transition may lead to from a status. */
    private Set<Enum<?>> reached(LifecycleRow<S, D> step, Transition<S, D> move, @Nullable Enum<?> status) {
        Set<Enum<?>> states = new HashSet<>();
        move.targets().forEach(target -> states.add(target.to()));
        if (status != null && (move.isStayPossible() || step.isOpenToVoices())) {
            states.add(status);
        }
        return states;
    }

    /** Whether no transition leaves the status: the matter is finished. */
    public boolean isFinal(Enum<?> status) {
        return rows.stream()
                .flatMap(step -> step.transitionFrom(status).stream())
                .flatMap(move -> move.targets().stream())
                .allMatch(target -> target.to() == status);
    }

    /** Builds a table row by row. */
    public static final class Builder<S extends Enum<S>, D extends MatterDetail> {
        private final Class<S> states;
        private final List<LifecycleRow<S, D>> steps = new ArrayList<>();

        private Builder(Class<S> states) {
            this.states = states;
        }

        /**
         * Starts the row of a command and the event that it becomes. {@code becomes} may return an event of another
         * row.
         */
        public <C extends Command> RowBuilder<S, D> on(
                Class<C> command, Class<? extends Event> event, Function<C, ? extends Event> becomes) {
            return new RowBuilder<>(this, command, event, given -> becomes.apply(command.cast(given)));
        }

        public Lifecycle<S, D> build() {
            return new Lifecycle<>(states, steps);
        }
    }

    /** Builds one row. The statuses named since the last transition are the sources of the next one. */
    public static final class RowBuilder<S extends Enum<S>, D extends MatterDetail> {
        private final Builder<S, D> rows;
        private final int index;
        private final EnumSet<S> from;
        private boolean fromNothing;

        private RowBuilder(
                Builder<S, D> rows,
                Class<? extends Command> command,
                Class<? extends Event> event,
                Function<Command, Event> becomes) {
            this.rows = rows;
            this.index = rows.steps.size();
            this.from = EnumSet.noneOf(rows.states);
            rows.steps.add(new LifecycleRow<>(command, event, becomes, List.of(), false, false, false));
        }

        /** The command may begin a matter. */
        public RowBuilder<S, D> fromNothing() {
            fromNothing = true;
            return this;
        }

        @SafeVarargs
        public final RowBuilder<S, D> from(S... possible) {
            from.addAll(Arrays.asList(possible));
            return this;
        }

        /** The command is possible in every status of an existing matter. */
        public RowBuilder<S, D> fromAny() {
            from.addAll(EnumSet.allOf(rows.states));
            return this;
        }

        public RowBuilder<S, D> to(S state) {
            return move(List.of(new TransitionTarget<>(state, null, null)));
        }

        /** The status does not change. */
        public RowBuilder<S, D> stays() {
            return move(List.of());
        }

        /** The status changes only if the condition holds for the detail after the event. */
        public RowBuilder<S, D> to(S state, String condition, Predicate<D> when) {
            return move(List.of(new TransitionTarget<>(state, condition, when)));
        }

        /** A further target of the last transition, if no condition before it holds and this one does. */
        public RowBuilder<S, D> orTo(S state, String condition, Predicate<D> when) {
            Transition<S, D> last = step().transitions().getLast();
            List<TransitionTarget<S, D>> targets = new ArrayList<>(last.targets());
            targets.add(new TransitionTarget<>(state, condition, when));
            return lastMove(new Transition<>(last.from(), last.isInitial(), targets, last.isRestart(), last.guards()));
        }

        /** The target of the last transition if no condition before it holds. */
        public RowBuilder<S, D> otherwise(S state, String condition) {
            Transition<S, D> last = step().transitions().getLast();
            List<TransitionTarget<S, D>> targets = new ArrayList<>(last.targets());
            targets.add(new TransitionTarget<>(state, condition, null));
            return lastMove(new Transition<>(last.from(), last.isInitial(), targets, last.isRestart(), last.guards()));
        }

        /** The last transition restarts the matter: the detail before it is discarded. */
        public RowBuilder<S, D> restarting() {
            Transition<S, D> last = step().transitions().getLast();
            return lastMove(new Transition<>(last.from(), last.isInitial(), last.targets(), true, last.guards()));
        }

        /** Adds a guard to the last transition. */
        public RowBuilder<S, D> guarded(String rule, TransitionGuard.Check<D> check) {
            Transition<S, D> last = step().transitions().getLast();
            List<TransitionGuard<D>> guards = new ArrayList<>(last.guards());
            guards.add(new TransitionGuard<>(rule, check));
            return lastMove(new Transition<>(last.from(), last.isInitial(), last.targets(), last.isRestart(), guards));
        }

        /** The command is open to voices. */
        public RowBuilder<S, D> openToVoices() {
            return replace(step().withOpenToVoices());
        }

        /** The command's date and evidence may be missing. */
        public RowBuilder<S, D> dateAndEvidenceOptional() {
            return replace(step().withDateAndEvidenceOptional());
        }

        /** The command may come before the beginning of the matter, but does not begin it. */
        public RowBuilder<S, D> precedingTheBeginning() {
            return replace(step().withPreceding());
        }

        /** Starts the next row. */
        public <C extends Command> RowBuilder<S, D> on(
                Class<C> command, Class<? extends Event> event, Function<C, ? extends Event> becomes) {
            return rows.on(command, event, becomes);
        }

        /** Ends the table. */
        public Lifecycle<S, D> build() {
            return rows.build();
        }

        private RowBuilder<S, D> move(List<TransitionTarget<S, D>> targets) {
            List<Transition<S, D>> moves = new ArrayList<>(step().transitions());
            moves.add(new Transition<>(from, fromNothing, targets, false, List.of()));
            from.clear();
            fromNothing = false;
            return replace(step().withTransitions(moves));
        }

        private RowBuilder<S, D> lastMove(Transition<S, D> move) {
            List<Transition<S, D>> moves = new ArrayList<>(step().transitions());
            moves.set(moves.size() - 1, move);
            return replace(step().withTransitions(moves));
        }

        private RowBuilder<S, D> replace(LifecycleRow<S, D> step) {
            rows.steps.set(index, step);
            return this;
        }

        private LifecycleRow<S, D> step() {
            return rows.steps.get(index);
        }
    }
}

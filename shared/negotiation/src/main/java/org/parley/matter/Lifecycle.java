package org.parley.matter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one kind as a table: which command is possible in which state, what it becomes, and where it leads.
 * Decisions, refusals, the editor's choice of next steps and the state diagrams all come from this table.
 *
 * @param <S> the kind's states
 * @param <D> the kind's detail
 */
public final class Lifecycle<S extends Enum<S>, D extends Detail> {
    private final Class<S> states;
    private final List<Step<S, D>> steps;

    private Lifecycle(Class<S> states, List<Step<S, D>> steps) {
        this.states = states;
        this.steps = List.copyOf(steps);
    }

    /** A table to be filled row by row. */
    public static <S extends Enum<S>, D extends Detail> Rows<S, D> of(Class<S> states, Class<D> detail) {
        return new Rows<>(states);
    }

    /** The states a matter of this kind can be in. */
    public List<S> states() {
        return Arrays.asList(states.getEnumConstants());
    }

    public List<Step<S, D>> steps() {
        return steps;
    }

    /** The row of this event type. */
    public Step<S, D> stepOf(Event event) {
        return steps.stream()
                .filter(step -> step.event() == event.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(event.type() + " does not belong to this kind"));
    }

    /** The move that an event makes in a state, if it is possible there; null is 'does not exist yet'. */
    public Optional<Move<S, D>> move(@Nullable Enum<?> status, Event event) {
        return stepOf(event).moveFrom(status);
    }

    /** The names of the commands that are possible in a state; null is 'does not exist yet'. */
    public List<String> allowedIn(@Nullable Enum<?> status) {
        return steps.stream()
                .filter(step -> step.moveFrom(status).isPresent())
                .map(Step::commandName)
                .toList();
    }

    /** The rows of a table while it is written down. */
    public static final class Rows<S extends Enum<S>, D extends Detail> {
        private final Class<S> states;
        private final List<Step<S, D>> steps = new ArrayList<>();

        private Rows(Class<S> states) {
            this.states = states;
        }

        /** Begins the row of a command and the event it becomes. */
        public <C extends Command, E extends Event> Row<S, D> on(
                Class<C> command, Class<E> event, Function<C, E> becomes) {
            return new Row<>(this, command, event, given -> becomes.apply(command.cast(given)));
        }

        public Lifecycle<S, D> build() {
            return new Lifecycle<>(states, steps);
        }
    }

    /** One row while it is written down; the states named since the last move are where the next one starts. */
    public static final class Row<S extends Enum<S>, D extends Detail> {
        private final Rows<S, D> rows;
        private final int index;
        private final EnumSet<S> from;
        private boolean fromNothing;

        private Row(
                Rows<S, D> rows,
                Class<? extends Command> command,
                Class<? extends Event> event,
                Function<Command, Event> becomes) {
            this.rows = rows;
            this.index = rows.steps.size();
            this.from = EnumSet.noneOf(rows.states);
            rows.steps.add(new Step<>(command, event, becomes, List.of(), false));
        }

        /** A matter may begin with it. */
        public Row<S, D> fromNothing() {
            fromNothing = true;
            return this;
        }

        @SafeVarargs
        public final Row<S, D> from(S... possible) {
            from.addAll(Arrays.asList(possible));
            return this;
        }

        /** Possible in every state of a matter that exists. */
        public Row<S, D> fromAny() {
            from.addAll(EnumSet.allOf(rows.states));
            return this;
        }

        public Row<S, D> to(S state) {
            return move(state, null, null);
        }

        /** Leaves the state as it is. */
        public Row<S, D> stays() {
            return move(null, null, null);
        }

        /** Leaves the state as it is unless the condition holds of the detail after it. */
        public Row<S, D> to(S state, String condition, Predicate<D> when) {
            return move(state, when, condition);
        }

        /** A voice from outside may do it too. */
        public Row<S, D> openToVoices() {
            Step<S, D> step = step();
            rows.steps.set(index, new Step<>(step.command(), step.event(), step.becomes(), step.moves(), true));
            return this;
        }

        /** Ends this row and begins the next. */
        public <C extends Command, E extends Event> Row<S, D> on(
                Class<C> command, Class<E> event, Function<C, E> becomes) {
            return rows.on(command, event, becomes);
        }

        /** Ends the table. */
        public Lifecycle<S, D> build() {
            return rows.build();
        }

        private Row<S, D> move(@Nullable S to, @Nullable Predicate<D> when, @Nullable String condition) {
            Step<S, D> step = step();
            List<Move<S, D>> moves = new ArrayList<>(step.moves());
            moves.add(new Move<>(Set.copyOf(from), fromNothing, to, when, condition));
            rows.steps.set(
                    index,
                    new Step<>(step.command(), step.event(), step.becomes(), List.copyOf(moves), step.openToVoices()));
            from.clear();
            fromNothing = false;
            return this;
        }

        private Step<S, D> step() {
            return rows.steps.get(index);
        }
    }
}

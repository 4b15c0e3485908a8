package org.parley.matter;

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

/**
 * The state machine of a kind as a table: which command is possible in which status, which event it becomes, and which
 * status follows. Decisions, refusals, the choice of commands in the forms and the state diagrams all come from this
 * table.
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

    /** Starts a table. */
    public static <S extends Enum<S>, D extends Detail> Rows<S, D> of(Class<S> states, Class<D> detail) {
        return new Rows<>(states);
    }

    /** The statuses of this kind. */
    public List<S> states() {
        return Arrays.asList(states.getEnumConstants());
    }

    public List<Step<S, D>> steps() {
        return steps;
    }

    /** The row of an event. */
    public Step<S, D> stepOf(Event event) {
        return steps.stream()
                .filter(step -> step.event() == event.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(event.type() + " does not belong to this kind"));
    }

    /**
     * The transition of an event from a status; empty if it is impossible there. A null status means that the matter
     * does not exist yet.
     */
    public Optional<Move<S, D>> move(@Nullable Enum<?> status, Event event) {
        return stepOf(event).moveFrom(status);
    }

    /**
     * The names of the commands that are possible in a status. A null status means that the matter does not exist yet.
     */
    public List<String> allowedIn(@Nullable Enum<?> status) {
        return steps.stream()
                .filter(step -> step.moveFrom(status).isPresent())
                .map(Step::commandName)
                .toList();
    }

    /** The same, of those after which other events may follow; by the states that each may lead to, whatever guards say. */
    List<String> allowedBetween(@Nullable Enum<?> status, List<Event> following) {
        return steps.stream()
                .filter(step -> step.moveFrom(status)
                        .filter(move -> mayFollow(reached(step, move, status), following))
                        .isPresent())
                .map(Step::commandName)
                .toList();
    }

    private boolean mayFollow(Set<Enum<?>> reached, List<Event> following) {
        Set<Enum<?>> states = reached;
        for (Event event : following) {
            Step<S, D> step = stepOf(event);
            Set<Enum<?>> next = new HashSet<>();
            for (Enum<?> state : states) {
                step.moveFrom(state).ifPresent(move -> next.addAll(reached(step, move, state)));
            }
            if (next.isEmpty()) {
                return false;
            }
            states = next;
        }
        return true;
    }

    /** Where a move may lead from a state. */
    private Set<Enum<?>> reached(Step<S, D> step, Move<S, D> move, @Nullable Enum<?> status) {
        Set<Enum<?>> states = new HashSet<>();
        move.targets().forEach(target -> states.add(target.to()));
        if (status != null && (move.mayStay() || step.openToVoices())) {
            states.add(status);
        }
        return states;
    }

    /** Whether nothing leads out of a state any more: the matter is finished. */
    public boolean isFinal(Enum<?> status) {
        return steps.stream()
                .flatMap(step -> step.moveFrom(status).stream())
                .flatMap(move -> move.targets().stream())
                .allMatch(target -> target.to() == status);
    }

    /** Builds a table row by row. */
    public static final class Rows<S extends Enum<S>, D extends Detail> {
        private final Class<S> states;
        private final List<Step<S, D>> steps = new ArrayList<>();

        private Rows(Class<S> states) {
            this.states = states;
        }

        /**
         * Starts the row of a command and the event that it becomes. {@code becomes} may return an event of another
         * row.
         */
        public <C extends Command> Row<S, D> on(
                Class<C> command, Class<? extends Event> event, Function<C, ? extends Event> becomes) {
            return new Row<>(this, command, event, given -> becomes.apply(command.cast(given)));
        }

        public Lifecycle<S, D> build() {
            return new Lifecycle<>(states, steps);
        }
    }

    /** Builds one row. The statuses named since the last transition are the sources of the next one. */
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

        /** The command may begin a matter. */
        public Row<S, D> fromNothing() {
            fromNothing = true;
            return this;
        }

        @SafeVarargs
        public final Row<S, D> from(S... possible) {
            from.addAll(Arrays.asList(possible));
            return this;
        }

        /** The command is possible in every status of an existing matter. */
        public Row<S, D> fromAny() {
            from.addAll(EnumSet.allOf(rows.states));
            return this;
        }

        public Row<S, D> to(S state) {
            return move(List.of(new Target<>(state, null, null)));
        }

        /** The status does not change. */
        public Row<S, D> stays() {
            return move(List.of());
        }

        /** The status changes only if the condition holds for the detail after the event. */
        public Row<S, D> to(S state, String condition, Predicate<D> when) {
            return move(List.of(new Target<>(state, condition, when)));
        }

        /** A further target of the last transition, if no condition before it holds and this one does. */
        public Row<S, D> orTo(S state, String condition, Predicate<D> when) {
            Move<S, D> last = step().moves().getLast();
            List<Target<S, D>> targets = new ArrayList<>(last.targets());
            targets.add(new Target<>(state, condition, when));
            return lastMove(new Move<>(last.from(), last.fromNothing(), targets, last.afresh(), last.guards()));
        }

        /** The last transition restarts the matter: the detail before it is discarded. */
        public Row<S, D> afresh() {
            Move<S, D> last = step().moves().getLast();
            return lastMove(new Move<>(last.from(), last.fromNothing(), last.targets(), true, last.guards()));
        }

        /** Adds a guard to the last transition. */
        public Row<S, D> guarded(String rule, Guard.Check<D> check) {
            Move<S, D> last = step().moves().getLast();
            List<Guard<D>> guards = new ArrayList<>(last.guards());
            guards.add(new Guard<>(rule, check));
            return lastMove(new Move<>(last.from(), last.fromNothing(), last.targets(), last.afresh(), guards));
        }

        /** The command is open to voices. */
        public Row<S, D> openToVoices() {
            Step<S, D> step = step();
            rows.steps.set(index, new Step<>(step.command(), step.event(), step.becomes(), step.moves(), true));
            return this;
        }

        /** Starts the next row. */
        public <C extends Command> Row<S, D> on(
                Class<C> command, Class<? extends Event> event, Function<C, ? extends Event> becomes) {
            return rows.on(command, event, becomes);
        }

        /** Ends the table. */
        public Lifecycle<S, D> build() {
            return rows.build();
        }

        private Row<S, D> move(List<Target<S, D>> targets) {
            List<Move<S, D>> moves = new ArrayList<>(step().moves());
            moves.add(new Move<>(from, fromNothing, targets, false, List.of()));
            from.clear();
            fromNothing = false;
            return moves(moves);
        }

        private Row<S, D> lastMove(Move<S, D> move) {
            List<Move<S, D>> moves = new ArrayList<>(step().moves());
            moves.set(moves.size() - 1, move);
            return moves(moves);
        }

        private Row<S, D> moves(List<Move<S, D>> moves) {
            Step<S, D> step = step();
            rows.steps.set(
                    index,
                    new Step<>(step.command(), step.event(), step.becomes(), List.copyOf(moves), step.openToVoices()));
            return this;
        }

        private Step<S, D> step() {
            return rows.steps.get(index);
        }
    }
}

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

    /** The rows of a table while it is written down. */
    public static final class Rows<S extends Enum<S>, D extends Detail> {
        private final Class<S> states;
        private final List<Step<S, D>> steps = new ArrayList<>();

        private Rows(Class<S> states) {
            this.states = states;
        }

        /** Begins the row of a command and the event it becomes; filled in some way, it may become that of another row. */
        public <C extends Command> Row<S, D> on(
                Class<C> command, Class<? extends Event> event, Function<C, ? extends Event> becomes) {
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
            return move(List.of(new Target<>(state, null, null)));
        }

        /** Leaves the state as it is. */
        public Row<S, D> stays() {
            return move(List.of());
        }

        /** Leaves the state as it is unless the condition holds of the detail after it. */
        public Row<S, D> to(S state, String condition, Predicate<D> when) {
            return move(List.of(new Target<>(state, condition, when)));
        }

        /** Where the last move leads when none of the conditions so far holds, and this one does. */
        public Row<S, D> orTo(S state, String condition, Predicate<D> when) {
            Move<S, D> last = step().moves().getLast();
            List<Target<S, D>> targets = new ArrayList<>(last.targets());
            targets.add(new Target<>(state, condition, when));
            return lastMove(new Move<>(last.from(), last.fromNothing(), targets, last.afresh(), last.guards()));
        }

        /** With the last move the matter begins again: nothing is kept of what was known of it. */
        public Row<S, D> afresh() {
            Move<S, D> last = step().moves().getLast();
            return lastMove(new Move<>(last.from(), last.fromNothing(), last.targets(), true, last.guards()));
        }

        /** The last move is possible only where a guard holds. */
        public Row<S, D> guarded(String rule, Guard.Check<D> check) {
            Move<S, D> last = step().moves().getLast();
            List<Guard<D>> guards = new ArrayList<>(last.guards());
            guards.add(new Guard<>(rule, check));
            return lastMove(new Move<>(last.from(), last.fromNothing(), last.targets(), last.afresh(), guards));
        }

        /** A voice from outside may do it too. */
        public Row<S, D> openToVoices() {
            Step<S, D> step = step();
            rows.steps.set(index, new Step<>(step.command(), step.event(), step.becomes(), step.moves(), true));
            return this;
        }

        /** Ends this row and begins the next. */
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

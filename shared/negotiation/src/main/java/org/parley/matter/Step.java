package org.parley.matter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of a lifecycle: a command, the event that it becomes, and its transitions.
 *
 * @param command the command's type, a record
 * @param event the type of the event it becomes, a record
 * @param becomes converts the command to its event
 * @param moves the transitions
 * @param openToVoices whether voices may act in it
 * @param <S> the kind's states
 * @param <D> the kind's detail
 */
public record Step<S extends Enum<S>, D extends Detail>(
        Class<? extends Command> command,
        Class<? extends Event> event,
        Function<Command, Event> becomes,
        List<Move<S, D>> moves,
        boolean openToVoices) {

    /** The command's name. */
    public String commandName() {
        return command.getSimpleName();
    }

    /** The event type's name. */
    public String eventType() {
        return event.getSimpleName();
    }

    /** Whether the command may begin a matter. */
    public boolean begins() {
        return moves.stream().anyMatch(Move::fromNothing);
    }

    Optional<Move<S, D>> moveFrom(@Nullable Enum<?> status) {
        return moves.stream().filter(move -> move.isPossibleIn(status)).findFirst();
    }
}

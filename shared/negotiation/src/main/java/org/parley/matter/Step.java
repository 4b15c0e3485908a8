package org.parley.matter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of a lifecycle: a command, the event it becomes, and its moves.
 *
 * @param command the command's type, a record
 * @param event the type of the event it becomes, a record
 * @param becomes makes the event of the command
 * @param moves from which states to which
 * @param openToVoices whether a voice may do it
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

    /** Whether a matter may begin with it. */
    public boolean begins() {
        return moves.stream().anyMatch(Move::fromNothing);
    }

    Optional<Move<S, D>> moveFrom(@Nullable Enum<?> status) {
        return moves.stream().filter(move -> move.isPossibleIn(status)).findFirst();
    }
}

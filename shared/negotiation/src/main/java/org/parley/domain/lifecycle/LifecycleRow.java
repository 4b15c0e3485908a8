package org.parley.domain.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterDetail;

/**
 * A row of a lifecycle: a command, the event that it becomes, and its transitions.
 *
 * @param command the command's type, a record
 * @param event the type of the event it becomes, a record
 * @param becomes converts the command to its event
 * @param transitions the transitions, of which at most one is possible in a status
 * @param isOpenToVoices whether voices may act in it
 * @param isDateAndEvidenceOptional whether its date and its evidence may be missing: it describes the negotiation and
 *     does not report what happened
 * @param isPreceding whether it may come before the beginning of its matter without beginning it
 * @param <S> the kind's states
 * @param <D> the kind's detail
 */
public record LifecycleRow<S extends Enum<S>, D extends MatterDetail>(
        Class<? extends Command> command,
        Class<? extends Event> event,
        Function<Command, Event> becomes,
        List<Transition<S, D>> transitions,
        boolean isOpenToVoices,
        boolean isDateAndEvidenceOptional,
        boolean isPreceding) {

    LifecycleRow<S, D> withTransitions(List<Transition<S, D>> all) {
        return new LifecycleRow<>(
                command, event, becomes, List.copyOf(all), isOpenToVoices, isDateAndEvidenceOptional, isPreceding);
    }

    LifecycleRow<S, D> withOpenToVoices() {
        return new LifecycleRow<>(command, event, becomes, transitions, true, isDateAndEvidenceOptional, isPreceding);
    }

    LifecycleRow<S, D> withDateAndEvidenceOptional() {
        return new LifecycleRow<>(command, event, becomes, transitions, isOpenToVoices, true, isPreceding);
    }

    LifecycleRow<S, D> withPreceding() {
        return new LifecycleRow<>(
                command, event, becomes, transitions, isOpenToVoices, isDateAndEvidenceOptional, true);
    }

    /** The command's name. */
    public String commandName() {
        return command.getSimpleName();
    }

    /** The event type's name. */
    public String eventType() {
        return event.getSimpleName();
    }

    /** Whether the command may begin a matter. */
    public boolean isInitial() {
        return !isPreceding && transitions.stream().anyMatch(Transition::isInitial);
    }

    Optional<Transition<S, D>> transitionFrom(@Nullable Enum<?> status) {
        return transitions.stream().filter(move -> move.isPossibleIn(status)).findFirst();
    }
}

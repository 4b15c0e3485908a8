package org.parley.desk.form;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.lifecycle.LifecycleRow;
import org.parley.domain.matter.MatterKind;

/** Maps commands to events and back. The pages label both by the event. */
public final class EventNames {
    private static final Map<String, String> BY_COMMAND =
            steps().collect(Collectors.toUnmodifiableMap(LifecycleRow::commandName, LifecycleRow::eventType));
    private static final Map<String, String> BY_EVENT =
            steps().collect(Collectors.toUnmodifiableMap(LifecycleRow::eventType, LifecycleRow::commandName));

    private EventNames() {}

    /** The event type of a command; editorial commands, which are in no lifecycle table, keep their own name. */
    public static String of(String command) {
        return BY_COMMAND.getOrDefault(command, command);
    }

    /** The command of an event type; empty for editorial events. */
    public static Optional<String> commandOf(String event) {
        return Optional.ofNullable(BY_EVENT.get(event));
    }

    private static Stream<LifecycleRow<?, ?>> steps() {
        return Stream.of(MatterKind.values()).flatMap(kind -> DomainCatalogue.type(kind).lifecycle().rows().stream()
                .map(step -> (LifecycleRow<?, ?>) step));
    }
}

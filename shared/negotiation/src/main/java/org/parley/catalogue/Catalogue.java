package org.parley.catalogue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.agreement.Agreement;
import org.parley.ceasefire.Ceasefire;
import org.parley.demand.Demand;
import org.parley.editorial.EditorialCommand;
import org.parley.editorial.EditorialEvent;
import org.parley.guarantee.Guarantee;
import org.parley.matter.Command;
import org.parley.matter.Event;
import org.parley.matter.Kind;
import org.parley.matter.MatterType;
import org.parley.matter.Step;
import org.parley.meeting.Meeting;
import org.parley.process.Process;
import org.parley.question.Question;
import org.parley.understanding.Understanding;
import org.parley.warning.Warning;

/** The catalogue of all kinds, commands and events. */
public final class Catalogue {
    private static final Map<Kind, MatterType<?, ?, ?>> TYPES = types();
    private static final Map<String, Class<? extends Command>> COMMANDS = byName(Stream.concat(
            steps().map(Step::command), permitted(EditorialCommand.class).map(c -> c.asSubclass(Command.class))));
    private static final Map<String, Class<? extends Event>> EVENTS = byName(Stream.concat(
            steps().map(Step::event), permitted(EditorialEvent.class).map(e -> e.asSubclass(Event.class))));
    private static final Map<Class<? extends Command>, Kind> KIND_OF_COMMAND = kinds(Step::command);
    private static final Map<Class<? extends Event>, Kind> KIND_OF_EVENT = kinds(Step::event);

    private Catalogue() {}

    /** The definition of a kind. */
    public static MatterType<?, ?, ?> type(Kind kind) {
        MatterType<?, ?, ?> type = TYPES.get(kind);
        if (type == null) {
            throw new IllegalStateException("no rules for " + kind);
        }
        return type;
    }

    /** All commands by name, kind by kind, the editorial ones last. */
    public static Map<String, Class<? extends Command>> commands() {
        return COMMANDS;
    }

    /** All event types by name, kind by kind, the editorial ones last. */
    public static Map<String, Class<? extends Event>> events() {
        return EVENTS;
    }

    /** The kind of a command; empty for editorial commands, which apply to any kind. */
    public static Optional<Kind> kindOf(Command command) {
        return Optional.ofNullable(KIND_OF_COMMAND.get(command.getClass()));
    }

    /** The kind of a command type; empty for editorial commands, which apply to any kind. */
    public static Optional<Kind> kindOfCommand(Class<? extends Command> command) {
        return Optional.ofNullable(KIND_OF_COMMAND.get(command));
    }

    /** The kind of an event; empty for editorial events, which apply to any kind. */
    public static Optional<Kind> kindOf(Event event) {
        return Optional.ofNullable(KIND_OF_EVENT.get(event.getClass()));
    }

    /** The row of a command in its lifecycle table. Editorial commands have none. */
    public static Step<?, ?> step(Class<? extends Command> command) {
        return steps().filter(step -> step.command() == command)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(command.getSimpleName() + " is in no lifecycle"));
    }

    /** The commands that a voice may act in. */
    public static List<String> openToVoices() {
        return steps().filter(Step::openToVoices).map(Step::commandName).toList();
    }

    private static Stream<Step<?, ?>> steps() {
        return TYPES.values().stream().flatMap(type -> type.lifecycle().steps().stream());
    }

    private static Map<Kind, MatterType<?, ?, ?>> types() {
        return Stream.of(
                        Process.TYPE,
                        Meeting.TYPE,
                        Ceasefire.TYPE,
                        Warning.TYPE,
                        Understanding.TYPE,
                        Demand.TYPE,
                        Guarantee.TYPE,
                        Agreement.TYPE,
                        Question.TYPE)
                .collect(Collectors.toMap(
                        MatterType::kind, Function.identity(), (one, other) -> one, () -> new EnumMap<>(Kind.class)));
    }

    private static <T> Map<Class<? extends T>, Kind> kinds(Function<Step<?, ?>, Class<? extends T>> of) {
        Map<Class<? extends T>, Kind> kinds = new LinkedHashMap<>();
        TYPES.forEach((kind, type) -> type.lifecycle().steps().forEach(step -> kinds.put(of.apply(step), kind)));
        return kinds;
    }

    private static <T> Map<String, Class<? extends T>> byName(Stream<Class<? extends T>> types) {
        return types.collect(
                Collectors.toMap(Class::getSimpleName, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static Stream<Class<?>> permitted(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses());
    }
}

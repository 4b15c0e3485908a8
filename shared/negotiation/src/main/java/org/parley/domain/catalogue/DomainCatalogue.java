package org.parley.domain.catalogue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.domain.agreement.Agreement;
import org.parley.domain.ceasefire.Ceasefire;
import org.parley.domain.demand.Demand;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.exchange.Exchange;
import org.parley.domain.guarantee.Guarantee;
import org.parley.domain.lifecycle.LifecycleRow;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.meeting.Meeting;
import org.parley.domain.negotiation.Negotiation;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.question.Question;
import org.parley.domain.understanding.Understanding;
import org.parley.domain.vote.Vote;
import org.parley.domain.warning.Warning;

/** The catalogue of all kinds, commands and events. */
public final class DomainCatalogue {
    private static final Map<MatterKind, MatterType<?, ?, ?>> TYPES = types();
    private static final Map<String, Class<? extends Command>> COMMANDS = byName(Stream.concat(
            steps().map(LifecycleRow::command),
            permitted(EditorialCommand.class).map(c -> c.asSubclass(Command.class))));
    private static final Map<String, Class<? extends Event>> EVENTS = byName(Stream.concat(
            steps().map(LifecycleRow::event), permitted(EditorialEvent.class).map(e -> e.asSubclass(Event.class))));
    private static final Map<Class<? extends Command>, MatterKind> KIND_OF_COMMAND = kinds(LifecycleRow::command);
    private static final Map<Class<? extends Event>, MatterKind> KIND_OF_EVENT = kinds(LifecycleRow::event);

    private DomainCatalogue() {}

    /** The definition of a kind. */
    public static MatterType<?, ?, ?> type(MatterKind kind) {
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
    public static Optional<MatterKind> kindOf(Command command) {
        return Optional.ofNullable(KIND_OF_COMMAND.get(command.getClass()));
    }

    /** The kind of a command type; empty for editorial commands, which apply to any kind. */
    public static Optional<MatterKind> kindOfCommand(Class<? extends Command> command) {
        return Optional.ofNullable(KIND_OF_COMMAND.get(command));
    }

    /** The kind of an event; empty for editorial events, which apply to any kind. */
    public static Optional<MatterKind> kindOf(Event event) {
        return Optional.ofNullable(KIND_OF_EVENT.get(event.getClass()));
    }

    /** The row of a command in its lifecycle table. Editorial commands have none. */
    public static LifecycleRow<?, ?> row(Class<? extends Command> command) {
        return steps().filter(step -> step.command() == command)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(command.getSimpleName() + " is in no lifecycle"));
    }

    /** Whether a command may give its matter a title: only commands that may begin a matter. */
    public static boolean mayTitleMatter(Class<? extends Command> command) {
        return KIND_OF_COMMAND.containsKey(command) && row(command).isInitial();
    }

    /** Whether the date and the evidence of a command may be missing: for editorial commands always. */
    public static boolean isDateAndEvidenceOptional(Class<? extends Command> command) {
        return !KIND_OF_COMMAND.containsKey(command) || row(command).isDateAndEvidenceOptional();
    }

    /**
     * Whether an event can be put under embargo after it was recorded. Openings and admissions cannot: they may be
     * known as soon as they are recorded.
     */
    public static boolean isHoldable(Class<? extends Event> event) {
        return event != NegotiationOpened.class && event != PartyAdmitted.class;
    }

    /** The commands that a voice may act in. */
    public static List<String> commandsOpenToVoices() {
        return steps().filter(LifecycleRow::isOpenToVoices)
                .map(LifecycleRow::commandName)
                .toList();
    }

    private static Stream<LifecycleRow<?, ?>> steps() {
        return TYPES.values().stream().flatMap(type -> type.lifecycle().rows().stream());
    }

    private static Map<MatterKind, MatterType<?, ?, ?>> types() {
        return Stream.of(
                        Negotiation.TYPE,
                        Meeting.TYPE,
                        Ceasefire.TYPE,
                        Warning.TYPE,
                        Understanding.TYPE,
                        Demand.TYPE,
                        Guarantee.TYPE,
                        Agreement.TYPE,
                        Vote.TYPE,
                        Exchange.TYPE,
                        Question.TYPE)
                .collect(Collectors.toMap(
                        MatterType::kind,
                        Function.identity(),
                        (one, other) -> one,
                        () -> new EnumMap<>(MatterKind.class)));
    }

    private static <T> Map<Class<? extends T>, MatterKind> kinds(Function<LifecycleRow<?, ?>, Class<? extends T>> of) {
        Map<Class<? extends T>, MatterKind> kinds = new LinkedHashMap<>();
        TYPES.forEach((kind, type) -> type.lifecycle().rows().forEach(step -> kinds.put(of.apply(step), kind)));
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

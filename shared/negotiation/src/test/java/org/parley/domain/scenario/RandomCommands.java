package org.parley.domain.scenario;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.Replacement;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.InvalidCommandException;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actor;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;

/** Creates valid random commands of every type. Optional fields are sometimes missing. */
public final class RandomCommands {
    private static final List<String> WORDS = List.of(
            "peace", "line of contact", "30 days", "Łódź", "security “guarantees”", "no, not yet.", "İstanbul", "x");
    private static final List<Class<? extends Command>> WORLDLY = DomainCatalogue.commands().values().stream()
            .filter(type -> !EditorialCommand.class.isAssignableFrom(type))
            .toList();

    private final Random random;
    private final List<PartyCode> parties;
    private final List<PartyCode> voices;
    private List<MatterAddress> named = List.of();

    /** Commands with these parties as actors, and sometimes these voices. */
    public RandomCommands(Random random, List<PartyCode> parties, List<PartyCode> voices) {
        this.random = random;
        this.parties = parties;
        this.voices = voices;
    }

    /** Lets commands that name other matters name these. */
    void name(List<MatterAddress> matters) {
        named = matters;
    }

    /** A random command of this type. If it has a target, the target does not exist. */
    public <C extends Command> C any(Class<C> type) {
        while (true) {
            try {
                return type.cast(make(type));
            } catch (InvalidCommandException tooFewOrTooManyParties) {
                continue;
            }
        }
    }

    private Object make(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = maybe(components[i]);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidCommandException invalid) {
                throw invalid;
            }
            throw new IllegalStateException("cannot make a " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    private @Nullable Object maybe(RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return optional && random.nextInt(3) == 0 ? null : value(component);
    }

    private Object value(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list) {
            Class<?> item = (Class<?>) list.getActualTypeArguments()[0];
            return IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(i -> value(item))
                    .distinct()
                    .toList();
        }
        return component.getName().equals("partOf") && component.getType() == PartyCode.class
                ? pick(parties)
                : value(component.getType());
    }

    private Object value(Class<?> type) {
        if (type.isEnum()) {
            return pick(List.of(type.getEnumConstants()));
        }
        return switch (type.getSimpleName()) {
            case "String" -> text();
            case "Actors" -> actors();
            case "PartyCode" -> random.nextBoolean() ? pick(parties) : new PartyCode("NEW" + random.nextInt(5));
            case "Edtf" -> date(random.nextInt(60));
            case "Boolean", "boolean" -> random.nextBoolean();
            case "BigDecimal" -> BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4));
            case "ShortName" -> new ShortName(pick(List.of("guns", "shells", "money-2025")));
            case "MatterReference" -> reference();
            case "Handover" -> make(type);
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "Source" -> source();
            case "Grade" -> new Grade(pick(List.of("A1", "B2", "F6")));
            case "Replacement" -> replacement(any(pick(WORLDLY)), date(random.nextInt(60)));
            default -> throw new IllegalStateException("cannot make a " + type);
        };
    }

    /** A replacement by this command, with or without its own sources. */
    public Replacement replacement(Command command, Edtf occurred) {
        return CommandFixtures.replacement(command, occurred, null, random.nextBoolean() ? null : evidence());
    }

    private MatterReference reference() {
        if (named.isEmpty()) {
            return new MatterReference(pick(List.of(MatterKind.values())), "alaska");
        }
        MatterAddress address = pick(named);
        return new MatterReference(address.kind(), address.slug());
    }

    private Actors actors() {
        Stream<Actor> some = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> new Actor(pick(parties), random.nextInt(4) == 0 ? text() : null));
        boolean voice = !voices.isEmpty() && random.nextInt(12) == 0;
        return new Actors(Stream.concat(some, voice ? Stream.of(new Actor(pick(voices))) : Stream.of())
                .skip(voice && random.nextBoolean() ? 1 : 0)
                .toList());
    }

    /** A date around this day of summer 2025, of random precision. */
    public Edtf date(int day) {
        LocalDate date = LocalDate.of(2025, 7, 1).plusDays(day);
        return Edtf.parse(
                switch (random.nextInt(14)) {
                    case 0 -> date + "~";
                    case 1 -> date + "?";
                    case 2 -> date + "/" + (random.nextInt(4) == 0 ? "2026-03-01" : date.plusDays(random.nextInt(9)));
                    case 3 -> date.toString().substring(0, 7);
                    case 4, 5 -> date + "T0" + random.nextInt(10) + ":30+03:00";
                    case 6 -> date + "T1" + random.nextInt(10) + ":15:30-04:00";
                    case 7 -> date + "T0" + random.nextInt(10) + ":30Z/" + date + "T1" + random.nextInt(10) + ":45Z";
                    default -> date.toString();
                });
    }

    public Evidence evidence() {
        return new Evidence(List.of(source()), random.nextBoolean() ? null : new Grade("C3"));
    }

    private Source source() {
        return new Source(text(), text(), URI.create("https://example.org/" + random.nextInt(9)), null, null, null);
    }

    private String text() {
        return pick(WORDS);
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

package org.parley.archive.trail.query;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.access.problem.InputError;
import org.parley.archive.query.DevelopmentIds;
import org.parley.archive.query.QueryProblemException;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.history.Standing;
import org.parley.domain.language.BilingualText;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.PartyCode;

/** The query parameters of a trail. Of several values of a parameter, one has to match. */
public record TrailQuery(
        @Parameter(description = "Only entries after this position") @Nullable String after,

        @Parameter(description = "Only entries before this position") @Nullable String before,

        @Parameter(
                description =
                        "asc, in the order recorded; desc, what was recorded last first; or world, only developments,"
                                + " what happened last first, by its date as first recorded. asc by default. In the order of the"
                                + " world an answer is not continued: limit says how far back it reaches")
        @Nullable String order,

        @Parameter(description = "The page size: 1 to 500 entries, 50 by default. CSV and NDJSON have no limit")
        @Nullable String limit,

        @Parameter(description = "Only these kinds of matter: ceasefire, guarantee …") @Nullable List<String> kind,

        @Parameter(description = "Only the matter with this slug, or this kind and slug: ceasefire/alaska") @Nullable String matter,

        @Parameter(
                description = "Only entries that name one of these parties; an editorial event also names those of the"
                        + " development it is about")
        @Nullable List<String> party,

        @Parameter(description = "Only events of these types: CeasefireRejected …") @Nullable List<String> type,

        @Parameter(description = "Only entries with this standing: EFFECTIVE, DISPUTED, HELD, CORRECTED, RETRACTED")
        @Nullable List<String> standing,

        @Parameter(description = "Only entries recorded by these editors") @Nullable List<String> editor,

        @Parameter(
                description = "Words of the summary, the note or the sources. All must occur; 'or' between"
                        + " alternatives, '-' before a word to exclude, quotation marks around a phrase")
        @Nullable String q,

        @Parameter(
                description = "true: a word that occurs nowhere in the trail also stands for the most similar words of"
                        + " it, which 'similar' in the answer names. false by default")
        @Nullable String similar,

        @Parameter(description = "Only the entries with these ids, at most 100") @Nullable List<String> id) {
    static final int LIMIT_DEFAULT = 50;
    static final int LIMIT_MAX = 500;

    /** The length limit of the search text, in characters. */
    static final int WORDS_MAX = 1_000;

    /** The maximum number of ids in one query: a URL has room for no more. */
    static final int IDS_MAX = 100;

    /** The order of a page. */
    public enum Order {
        RECORDED,
        NEWEST_FIRST,
        /** Developments, what happened last first. */
        WORLD
    }

    /**
     * A page of a trail.
     *
     * @param after only entries after this position
     * @param before only entries before this position
     */
    public record Page(TrailFilter filter, long after, long before, Order order, int limit) {
        /** The last entries that match a search, in which words that occur nowhere stand for similar ones. */
        public static Page lastWith(String words, int limit) {
            TrailFilter filter = new TrailFilter(
                    List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of(), words, true);
            return new Page(filter, 0, Long.MAX_VALUE, Order.NEWEST_FIRST, limit);
        }

        /** Every entry, in the order recorded. */
        public static final Page ALL = new Page(TrailFilter.NONE, 0, Long.MAX_VALUE, Order.RECORDED, LIMIT_MAX);

        public boolean newestFirst() {
            return order == Order.NEWEST_FIRST;
        }

        /** The page after the one that ended at a position. */
        Page from(long reached, int portion) {
            return newestFirst()
                    ? new Page(filter, after, reached, order, portion)
                    : new Page(filter, reached, before, order, portion);
        }

        /**
         * The part of this page's entries that it begins with; null in the order of the world, which is not that of
         * positions.
         *
         * @param through the last position of the trail
         * @param positions the number of positions of the part
         */
        @Nullable Page beginning(long through, long positions) {
            long end = Math.min(before, through + 1);
            return switch (order) {
                case RECORDED -> new Page(filter, after, Math.min(end, after + 1 + positions), order, limit);
                case NEWEST_FIRST -> new Page(filter, Math.max(after, end - 1 - positions), end, order, limit);
                case WORLD -> null;
            };
        }

        /** The page without the filters of facets. */
        Page withoutFacets() {
            return new Page(filter.withoutFacets(), after, before, order, limit);
        }

        public Page withLimit(int portion) {
            return new Page(filter, after, before, order, portion);
        }
    }

    /**
     * Parses the parameters.
     *
     * @throws QueryProblemException (400) with all invalid parameters
     */
    public Page toPage() {
        List<InputError> faults = new ArrayList<>();
        TrailFilter filter = new TrailFilter(
                values("/kind", kind, MatterKind::ofSlug, slugs(), faults),
                matter == null || matter.isBlank() ? null : plain(matter),
                values(
                        "/party",
                        party,
                        TrailQuery::code,
                        new BilingualText("a party's code such as RUS", "el código de una parte, como RUS"),
                        faults),
                values(
                        "/type",
                        type,
                        name -> Optional.of(name).filter(DomainCatalogue.events()::containsKey),
                        new BilingualText(
                                "an event type such as CeasefireRejected", "un tipo de acto, como CeasefireRejected"),
                        faults),
                values("/standing", standing, TrailQuery::standing, standings(), faults),
                editor == null
                        ? List.of()
                        : editor.stream().map(TrailQuery::plain).toList(),
                values(
                        "/id",
                        id,
                        TrailQuery::uuid,
                        new BilingualText("the id of a development", "el identificador de una entrada"),
                        faults),
                words(faults),
                isTolerant(faults));
        if (filter.ids().size() > IDS_MAX) {
            faults.add(InputError.of(
                    "/id",
                    "must be given at most " + IDS_MAX + " times",
                    "debe darse como máximo " + IDS_MAX + " veces"));
        }
        long from = number("/after", after, 0, 0, Long.MAX_VALUE, faults);
        long until = number("/before", before, Long.MAX_VALUE, 0, Long.MAX_VALUE, faults);
        Order pageOrder = order(faults);
        long pageLimit = number("/limit", limit, LIMIT_DEFAULT, 1, LIMIT_MAX, faults);
        if (!faults.isEmpty()) {
            throw QueryProblemException.badRequest(faults);
        }
        return new Page(filter, from, until, pageOrder, (int) pageLimit);
    }

    private static <T> List<T> values(
            String pointer,
            @Nullable List<String> given,
            Function<String, Optional<T>> read,
            BilingualText expected,
            List<InputError> faults) {
        List<T> values = new ArrayList<>();
        for (String text : given == null ? List.<String>of() : given) {
            if (!text.isBlank()) {
                read.apply(text.strip())
                        .ifPresentOrElse(
                                values::add,
                                () -> faults.add(InputError.of(
                                        pointer, "must be " + expected.english(), "debe ser " + expected.spanish())));
            }
        }
        return values;
    }

    private static long number(
            String pointer, @Nullable String given, long defaultValue, long min, long max, List<InputError> faults) {
        if (given == null || given.isBlank()) {
            return defaultValue;
        }
        try {
            long number = Long.parseLong(given.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        faults.add(InputError.of(
                pointer,
                "must be a number from " + min + " to " + max,
                "debe ser un número del " + min + " al " + max));
        return defaultValue;
    }

    private Order order(List<InputError> faults) {
        return switch (order == null ? "" : order.strip()) {
            case "", "asc" -> Order.RECORDED;
            case "desc" -> Order.NEWEST_FIRST;
            case "world" -> Order.WORLD;
            default -> {
                faults.add(InputError.of("/order", "must be asc, desc or world", "debe ser asc, desc o world"));
                yield Order.RECORDED;
            }
        };
    }

    private boolean isTolerant(List<InputError> faults) {
        if (similar == null || similar.isBlank() || similar.strip().equals("false")) {
            return false;
        }
        if (!similar.strip().equals("true")) {
            faults.add(InputError.of("/similar", "must be true or false", "debe ser true o false"));
        }
        return true;
    }

    private @Nullable String words(List<InputError> faults) {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > WORDS_MAX) {
            faults.add(InputError.of(
                    "/q",
                    "must have at most " + WORDS_MAX + " characters",
                    "debe tener como máximo " + WORDS_MAX + " caracteres"));
        }
        return plain(q);
    }

    /** Replaces NUL, which PostgreSQL does not accept in text. */
    private static String plain(String text) {
        return text.replace('\0', ' ').strip();
    }

    private static Optional<String> code(String text) {
        try {
            return Optional.of(new PartyCode(text).text());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(DevelopmentIds.require("/id", text));
        } catch (QueryProblemException e) {
            return Optional.empty();
        }
    }

    private static Optional<Standing> standing(String text) {
        return Stream.of(Standing.values())
                .filter(standing -> standing.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The slugs of the kinds, for an error message. */
    public static BilingualText slugs() {
        return oneOf(Stream.of(MatterKind.values()).map(MatterKind::slug));
    }

    private static BilingualText standings() {
        return oneOf(Stream.of(Standing.values()).map(Standing::name));
    }

    private static BilingualText oneOf(Stream<String> values) {
        String all = values.collect(Collectors.joining(", "));
        return new BilingualText("one of " + all, "uno de " + all);
    }
}

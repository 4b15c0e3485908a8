package org.parley.archive.find;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.time.Timeline;

/**
 * A party or a matter that a search finds by one of its names.
 *
 * @param of what is named
 * @param address its code or slug
 * @param name its name as of the queried instant; its address if it has none
 * @param formerly the former name by which it was found; null if it was found by its name
 */
record NamedSubject<T>(
        T of, String address, String name, @Nullable String formerly, NameScore score) {
    /** The best first; of equal ones that with the present name, and then in the order of names. */
    static <T> Comparator<NamedSubject<T>> bestFirst() {
        return Comparator.comparing((NamedSubject<T> found) -> found.score())
                .reversed()
                .thenComparing(found -> found.formerly() != null)
                .thenComparing(NamedSubject::name)
                .thenComparing(NamedSubject::address);
    }

    /**
     * The best match of a search with the names that were in use by an instant; empty if none matches, or if all names
     * came into use later.
     *
     * @param asOf the instant of valid time; null for no limit
     */
    static <T> Optional<NamedSubject<T>> find(
            SearchedWords searched, T of, String address, Timeline<String> names, @Nullable Instant asOf) {
        Instant world = asOf == null ? Instant.MAX : asOf;
        List<String> inUse = IntStream.range(0, names.starts().size())
                .filter(i -> !names.starts().get(i).isAfter(world))
                .mapToObj(names.values()::get)
                .distinct()
                .toList();
        if (inUse.isEmpty() && !names.values().isEmpty()) {
            return Optional.empty();
        }
        String present = inUse.isEmpty() ? address : inUse.getLast();
        List<String> known = inUse.isEmpty() ? List.of(address) : inUse;
        return known.stream()
                .flatMap(name -> NameScore.of(searched, name, address).stream()
                        .map(score ->
                                new NamedSubject<>(of, address, present, name.equals(present) ? null : name, score)))
                .min(bestFirst());
    }
}

package org.parley.diff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.history.Account;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.matter.Development;
import org.parley.matter.Occurrence;

/** Which developments of a matter made the difference between two of its states. */
public final class Causes {
    private static final Comparator<Entry> AS_RECORDED = Comparator.comparingLong(Entry::position);

    private Causes() {}

    /**
     * Between what was known at two instants: what was recorded meanwhile of those developments that are not held to be what
     * they were. An embargo that ended by the clock is named by what imposed it.
     *
     * @param history the matter as known at the later of the two
     * @param asOf the instant of the world's time by which something had occurred, in both states
     */
    public static List<UUID> onDeskAxis(History history, Instant oneKnownAt, Instant otherKnownAt, Instant asOf) {
        Instant from = min(oneKnownAt, otherKnownAt);
        Instant to = max(oneKnownAt, otherKnownAt);
        List<Entry> causes = new ArrayList<>();
        for (Account account : history.accounts()) {
            Held before = account.knownAt(from)
                    .flatMap(then -> Held.of(then, from, asOf))
                    .orElse(null);
            Held after = Held.of(account, to, asOf).orElse(null);
            if (before == null ? after != null : !before.equals(after)) {
                List<Entry> meanwhile = account.entries()
                        .filter(entry -> entry.recordedAt().isAfter(from))
                        .toList();
                causes.addAll(meanwhile.isEmpty() ? lastHold(account) : meanwhile);
            }
        }
        return ids(causes.stream());
    }

    private static List<Entry> lastHold(Account account) {
        return account
                .entries()
                .filter(entry -> entry.event() instanceof DevelopmentHeld)
                .reduce((earlier, later) -> later)
                .stream()
                .toList();
    }

    /**
     * Between two instants of the world's time: the developments that began or ended meanwhile, each with the correction that
     * says so.
     *
     * @param history the matter as known at the instant of the desk's time that both states have
     */
    public static List<UUID> onWorldAxis(History history, Instant oneAsOf, Instant otherAsOf, Instant knownAt) {
        Instant from = min(oneAsOf, otherAsOf);
        Instant to = max(oneAsOf, otherAsOf);
        return ids(history.effective(knownAt).stream()
                .filter(each -> isWithin(each.start(), from, to)
                        || isWithin(each.development().end(), from, to))
                .flatMap(each -> named(history, each)));
    }

    private static boolean isWithin(Instant instant, Instant from, Instant to) {
        return instant.isAfter(from) && !instant.isAfter(to);
    }

    private static Stream<Entry> named(History history, Occurrence occurrence) {
        UUID first = occurrence.developmentId();
        return Stream.concat(Stream.of(first), history.correctionOf(first).stream())
                .flatMap(id -> history.entry(id).stream());
    }

    private static List<UUID> ids(Stream<Entry> entries) {
        return entries.sorted(AS_RECORDED).map(Entry::developmentId).toList();
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What a development is held to be, apart from how it is sourced. */
    private record Held(Development told, boolean disputed, boolean held) {
        static Optional<Held> of(Account account, Instant desk, Instant asOf) {
            return account.occurrence(desk)
                    .filter(occurrence -> !occurrence.start().isAfter(asOf))
                    .map(occurrence ->
                            new Held(unsourced(occurrence.development()), occurrence.disputed(), occurrence.held()));
        }

        private static Development unsourced(Development told) {
            return new Development(told.event(), told.occurred(), told.title(), null, null, told.voices());
        }
    }
}

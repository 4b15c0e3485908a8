package org.parley.stream;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The readers of the negotiations that take long, each on a thread of its own: aside of the reader of all others, which they
 * hold up no more. One that has caught up, and was quick for a while, is read with the others again.
 */
final class AsideReaders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AsideReaders.class);

    /** So many negotiations are read aside at a time; others wait, the latest longest. */
    private static final int READ_MAX = 2;

    /** How long a negotiation has to be quick, in shares, before it is read with the others; each time twice as long. */
    private static final int CALM_SHARES = 5;

    private static final Duration CALM_MAX = Duration.ofHours(1);

    private final String name;
    private final Duration share;
    private final BiFunction<Stop, String, ProjectionReader> opener;
    private final Map<String, ProjectionReader> readers = new ConcurrentHashMap<>();
    private final Map<String, Duration> calm = new HashMap<>();

    /**
     * None yet.
     *
     * @param opener opens and starts the reader of a negotiation, of a name
     */
    AsideReaders(String name, Duration share, BiFunction<Stop, String, ProjectionReader> opener) {
        this.name = name;
        this.share = share;
        this.opener = opener;
    }

    /** Reads what the books say is read aside, and nothing else. */
    void keep(Books books) {
        List<Stop> aside = books.aside();
        if (aside.isEmpty() && readers.isEmpty()) {
            return;
        }
        Set<String> wanted = new HashSet<>();
        aside.stream().sorted(Comparator.comparing(Stop::since)).limit(READ_MAX).forEach(stop -> {
            wanted.add(stop.negotiation());
            readers.computeIfAbsent(stop.negotiation(), negotiation -> opener.apply(stop, books.asideReader(stop)));
        });
        readers.entrySet().removeIf(each -> {
            if (wanted.contains(each.getKey())) {
                return false;
            }
            each.getValue().close();
            return true;
        });
    }

    /** Reads those with the others again that are quick now; whether any is. */
    boolean takeBack(Books books, Rewind rewind) throws SQLException, Fenced {
        boolean any = false;
        for (Stop stop : books.aside()) {
            ProjectionReader reader = readers.get(stop.negotiation());
            Duration required = calm.getOrDefault(stop.negotiation(), share.multipliedBy(CALM_SHARES));
            if (reader == null || !reader.status().caughtUp() || reader.calm().compareTo(required) < 0) {
                continue;
            }
            if (books.takeBack(stop, rewind)) {
                LOG.info("{}: {} is quick again, and read with the others", name, stop.negotiation());
                Duration twice = required.multipliedBy(2);
                calm.put(stop.negotiation(), twice.compareTo(CALM_MAX) < 0 ? twice : CALM_MAX);
                readers.remove(stop.negotiation());
                reader.close();
                any = true;
            }
        }
        return any;
    }

    /** How far they are. */
    Map<String, ProjectionStatus> statuses() {
        Map<String, ProjectionStatus> statuses = new HashMap<>();
        readers.forEach((negotiation, reader) -> statuses.put(negotiation, reader.status()));
        return statuses;
    }

    /** Goes on with a negotiation that stopped while it is read aside. */
    void retry(String negotiation) {
        ProjectionReader reader = readers.get(negotiation);
        if (reader != null) {
            reader.retry(negotiation);
        }
    }

    @Override
    public void close() {
        readers.values().parallelStream().forEach(ProjectionReader::close);
        readers.clear();
    }
}

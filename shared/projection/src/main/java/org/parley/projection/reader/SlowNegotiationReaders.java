package org.parley.projection.reader;

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
import org.parley.projection.ProjectionStatus;
import org.parley.projection.checkpoint.CheckpointRewind;
import org.parley.projection.checkpoint.FencedException;
import org.parley.projection.checkpoint.NegotiationStop;
import org.parley.projection.checkpoint.ReaderCheckpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dedicated readers of slow negotiations. Each runs on its own thread, so that a slow negotiation does not delay
 * the others. A negotiation that has caught up and was fast for a while returns to the main reader.
 */
final class SlowNegotiationReaders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlowNegotiationReaders.class);

    /**
     * The maximum number of dedicated readers that read at a time; one whose negotiation is stopped does not count. Further
     * negotiations wait, oldest first.
     */
    private static final int READ_MAX = 2;

    /** How long a negotiation must be fast, in multiples of the time limit. Doubles with every return. */
    private static final int CALM_SHARES = 5;

    private static final Duration CALM_MAX = Duration.ofHours(1);

    private final String name;
    private final Duration share;
    private final BiFunction<NegotiationStop, String, ProjectionReader> opener;
    private final Map<String, ProjectionReader> readers = new ConcurrentHashMap<>();
    private final Map<String, Duration> calm = new HashMap<>();

    /** @param opener opens and starts the reader of a stopped negotiation, under the given reader name */
    SlowNegotiationReaders(String name, Duration share, BiFunction<NegotiationStop, String, ProjectionReader> opener) {
        this.name = name;
        this.share = share;
        this.opener = opener;
    }

    /** Opens and closes readers to match the negotiations that the checkpoint marks as slow. */
    void update(ReaderCheckpoint checkpoint) {
        List<NegotiationStop> aside = checkpoint.slowStops();
        if (aside.isEmpty() && readers.isEmpty()) {
            return;
        }
        Set<String> wanted = new HashSet<>();
        int reading = 0;
        for (NegotiationStop stop : aside.stream()
                .sorted(Comparator.comparing(NegotiationStop::since))
                .toList()) {
            ProjectionReader reader = readers.get(stop.negotiation());
            boolean stopped = reader != null && !reader.status().stopped().isEmpty();
            if (stopped || reading < READ_MAX) {
                wanted.add(stop.negotiation());
                readers.computeIfAbsent(
                        stop.negotiation(), negotiation -> opener.apply(stop, checkpoint.slowReaderName(stop)));
                reading += stopped ? 0 : 1;
            }
        }
        readers.entrySet().removeIf(each -> {
            if (wanted.contains(each.getKey())) {
                return false;
            }
            each.getValue().close();
            return true;
        });
    }

    /** Returns negotiations that are fast again to the main reader; returns whether there was any. */
    boolean rejoinFast(ReaderCheckpoint checkpoint, CheckpointRewind rewind) throws SQLException, FencedException {
        boolean any = false;
        for (NegotiationStop stop : checkpoint.slowStops()) {
            ProjectionReader reader = readers.get(stop.negotiation());
            Duration required = calm.getOrDefault(stop.negotiation(), share.multipliedBy(CALM_SHARES));
            if (reader == null
                    || !reader.status().isCaughtUp()
                    || reader.timeSinceSlow().compareTo(required) < 0) {
                continue;
            }
            if (checkpoint.rejoin(stop, rewind)) {
                LOG.info("{}: {} is fast again and returns to the main reader", name, stop.negotiation());
                Duration twice = required.multipliedBy(2);
                calm.put(stop.negotiation(), twice.compareTo(CALM_MAX) < 0 ? twice : CALM_MAX);
                readers.remove(stop.negotiation());
                reader.close();
                any = true;
            }
        }
        return any;
    }

    /** The status of each dedicated reader, by negotiation. */
    Map<String, ProjectionStatus> statuses() {
        Map<String, ProjectionStatus> statuses = new HashMap<>();
        readers.forEach((negotiation, reader) -> statuses.put(negotiation, reader.status()));
        return statuses;
    }

    /** Retries a negotiation that stopped in its dedicated reader. */
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

package org.parley.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the checkpoint back, so that records are read again; events that are already applied are dropped as repeats.
 * The lowered offsets are stored, so nothing is lost if the process ends in between.
 */
final class Rewind {
    private static final Logger LOG = LoggerFactory.getLogger(Rewind.class);

    private final String name;
    private final Books checkpoint;

    Rewind(String name, Books checkpoint) {
        this.name = name;
        this.checkpoint = checkpoint;
    }

    /** Goes back to where a negotiation stopped. Does nothing if it is not stopped. */
    void retry(String negotiation) throws SQLException, Fenced {
        Stop stop = checkpoint.stops().get(negotiation);
        if (stop != null && !stop.isRetrying() && !stop.isAside()) {
            LOG.info("{}: retrying {} from position {}", name, negotiation, stop.position());
            goBack(List.of(stop));
        }
    }

    /** Rereads from the first dropped record of each negotiation. Whether it stops again depends on what is read. */
    void goBack(Collection<Stop> stops) throws SQLException, Fenced {
        goBack(stops, connection -> {});
    }

    /** Work in the transaction that moves the checkpoint back. */
    interface Work {
        void in(Connection connection) throws SQLException;
    }

    void goBack(Collection<Stop> stops, Work work) throws SQLException, Fenced {
        Changes changes = Changes.none();
        for (Stop stop : stops) {
            long until = offset(stop.partition());
            if (stop.offset() < until) {
                // Kept until everything is read again: until then, consumers of the rows must not skip the negotiation.
                changes.stops().put(stop.negotiation(), stop.retrying(until));
                lowerOffset(changes, stop.partition(), stop.offset());
            } else {
                changes.resumed().add(stop.negotiation());
            }
        }
        checkpoint.commit(connection -> {
            work.in(connection);
            return changes;
        });
    }

    /** Rereads a partition from its start to fill these gaps. */
    void reread(int partition, long start, Collection<Stop> gaps) throws SQLException, Fenced {
        Changes changes = Changes.none();
        long until = offset(partition);
        for (Stop gap : gaps) {
            changes.stops().put(gap.negotiation(), start < until ? gap.rereading(until) : gap.stopped(gap.position()));
        }
        lowerOffset(changes, partition, start);
        checkpoint.commit(connection -> changes);
    }

    /** Rereads these partitions from their starts: the stored offsets no longer exist. */
    void startAgain(Map<Integer, Long> starts) throws SQLException, Fenced {
        Changes changes = Changes.none();
        starts.forEach((partition, start) -> changes.offsets().put(partition, Reached.at(start)));
        checkpoint.commit(connection -> changes);
    }

    private void lowerOffset(Changes changes, int partition, long to) {
        long from = offset(partition);
        changes.offsets().merge(partition, Reached.at(Math.min(from, to)), (a, b) -> a.offset() < b.offset() ? a : b);
    }

    private long offset(int partition) {
        Reached reached = checkpoint.offsets().get(partition);
        return reached == null ? 0 : reached.offset();
    }
}

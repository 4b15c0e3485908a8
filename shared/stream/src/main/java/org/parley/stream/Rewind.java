package org.parley.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the place back, so that records are read again; what is applied already is dropped as a repeat. The place is stored
 * lowered, so nothing is lost if the process ends meanwhile.
 */
final class Rewind {
    private static final Logger LOG = LoggerFactory.getLogger(Rewind.class);

    private final String name;
    private final Books books;

    Rewind(String name, Books books) {
        this.name = name;
        this.books = books;
    }

    /** Goes back to where a negotiation stopped; nothing when it is not stopped. */
    void retry(String negotiation) throws SQLException, Fenced {
        Stop stop = books.stops().get(negotiation);
        if (stop != null && !stop.isRetrying() && !stop.isAside()) {
            LOG.info("{}: goes on with {} from position {}", name, negotiation, stop.position());
            goBack(List.of(stop));
        }
    }

    /** Reads again from the first record that was dropped; what is found there decides anew about the negotiation. */
    void goBack(Collection<Stop> stops) throws SQLException, Fenced {
        goBack(stops, connection -> {});
    }

    /** Work that is committed with going back. */
    interface Work {
        void in(Connection connection) throws SQLException;
    }

    void goBack(Collection<Stop> stops, Work work) throws SQLException, Fenced {
        Changes changes = Changes.none();
        for (Stop stop : stops) {
            long until = offset(stop.partition());
            if (stop.offset() < until) {
                // Remembered until all is read again: where it is not yet, readers of the rows must not pass over it.
                changes.stops().put(stop.negotiation(), stop.retrying(until));
                back(changes, stop.partition(), stop.offset());
            } else {
                changes.resumed().add(stop.negotiation());
            }
        }
        books.commit(connection -> {
            work.in(connection);
            return changes;
        });
    }

    /** Reads a partition again from its start, for the sake of these gaps in it. */
    void reread(int partition, long start, Collection<Stop> gaps) throws SQLException, Fenced {
        Changes changes = Changes.none();
        long until = offset(partition);
        for (Stop gap : gaps) {
            changes.stops().put(gap.negotiation(), start < until ? gap.rereading(until) : gap.stopped(gap.position()));
        }
        back(changes, partition, start);
        books.commit(connection -> changes);
    }

    /** Reads these partitions again from their starts: what was reached in them is not there any more. */
    void startAgain(Map<Integer, Long> starts) throws SQLException, Fenced {
        Changes changes = Changes.none();
        starts.forEach((partition, start) -> changes.offsets().put(partition, Reached.at(start)));
        books.commit(connection -> changes);
    }

    private void back(Changes changes, int partition, long to) {
        long from = offset(partition);
        changes.offsets().merge(partition, Reached.at(Math.min(from, to)), (a, b) -> a.offset() < b.offset() ? a : b);
    }

    private long offset(int partition) {
        Reached reached = books.offsets().get(partition);
        return reached == null ? 0 : reached.offset();
    }
}

package org.parley.projection.checkpoint;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.parley.projection.kafka.PartitionOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the checkpoint back, so that records are read again; events that are already applied are dropped as repeats.
 * The lowered offsets are stored, so nothing is lost if the process ends in between.
 */
public final class CheckpointRewind {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointRewind.class);

    private final String name;
    private final ReaderCheckpoint checkpoint;

    public CheckpointRewind(String name, ReaderCheckpoint checkpoint) {
        this.name = name;
        this.checkpoint = checkpoint;
    }

    /** Goes back to where a negotiation stopped. Does nothing if it is not stopped. */
    public void retry(String negotiation) throws SQLException, FencedException {
        NegotiationStop stop = checkpoint.stops().get(negotiation);
        if (stop != null && !stop.isRetrying() && !stop.isReadSeparately()) {
            LOG.info("{}: retrying {} from position {}", name, negotiation, stop.position());
            rewind(List.of(stop));
        }
    }

    /** Rereads from the first dropped record of each negotiation. Whether it stops again depends on what is read. */
    public void rewind(Collection<NegotiationStop> stops) throws SQLException, FencedException {
        rewind(stops, connection -> {});
    }

    /** Work in the transaction that moves the checkpoint back. */
    interface Work {
        void run(Connection connection) throws SQLException;
    }

    void rewind(Collection<NegotiationStop> stops, Work work) throws SQLException, FencedException {
        CheckpointChanges changes = CheckpointChanges.empty();
        for (NegotiationStop stop : stops) {
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
            work.run(connection);
            return changes;
        });
    }

    /** Rereads a partition from its start to fill these gaps. */
    public void reread(int partition, long start, Collection<NegotiationStop> gaps)
            throws SQLException, FencedException {
        CheckpointChanges changes = CheckpointChanges.empty();
        long until = offset(partition);
        for (NegotiationStop gap : gaps) {
            changes.stops().put(gap.negotiation(), start < until ? gap.rereading(until) : gap.stopped(gap.position()));
        }
        lowerOffset(changes, partition, start);
        checkpoint.commit(connection -> changes);
    }

    /** Rereads these partitions from their starts: the stored offsets no longer exist. */
    public void restartPartitions(Map<Integer, Long> starts) throws SQLException, FencedException {
        CheckpointChanges changes = CheckpointChanges.empty();
        starts.forEach((partition, start) -> changes.offsets().put(partition, PartitionOffset.at(start)));
        checkpoint.commit(connection -> changes);
    }

    private void lowerOffset(CheckpointChanges changes, int partition, long to) {
        long from = offset(partition);
        changes.offsets()
                .merge(partition, PartitionOffset.at(Math.min(from, to)), (a, b) -> a.offset() < b.offset() ? a : b);
    }

    private long offset(int partition) {
        PartitionOffset reached = checkpoint.offsets().get(partition);
        return reached == null ? 0 : reached.offset();
    }
}

package org.parley.projection.reader;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.projection.ErrorText;
import org.parley.projection.Projection;
import org.parley.projection.ReaderSettings;
import org.parley.projection.ReceivedEvent;
import org.parley.projection.checkpoint.AppliedEventIds;
import org.parley.projection.checkpoint.AppliedPosition;
import org.parley.projection.checkpoint.CheckpointChanges;
import org.parley.projection.checkpoint.FencedException;
import org.parley.projection.checkpoint.NegotiationStop;
import org.parley.projection.checkpoint.ReaderCheckpoint;
import org.parley.projection.kafka.LedgerRecord;
import org.parley.projection.kafka.PartitionOffset;
import org.parley.projection.kafka.SkippedRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies batches to a projection in transactions that each use only part of the time limit. If a batch fails, it finds
 * the event at fault. If a batch takes too long, it finds the slow negotiation.
 */
final class BatchApplier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchApplier.class);

    private final Projection projection;
    private final ReaderCheckpoint checkpoint;
    private final ReaderSettings settings;
    private final BooleanSupplier closing;
    private final TimeLimitedExecution bounded;
    private final boolean isBounded;
    private final BatchSizer portion;

    /** @param isBounded whether the time limit also applies to a transaction with a single event */
    BatchApplier(
            Projection projection,
            ReaderCheckpoint checkpoint,
            ReaderSettings settings,
            boolean isBounded,
            BooleanSupplier closing) {
        this.projection = projection;
        this.checkpoint = checkpoint;
        this.settings = settings;
        this.closing = closing;
        this.bounded = new TimeLimitedExecution(projection.name(), closing);
        this.isBounded = isBounded;
        // A slow negotiation starts with one record, so that each committed record is progress.
        this.portion = new BatchSizer(isBounded ? settings.maxBatch() : 1, settings.maxBatch(), settings.share());
    }

    /**
     * Applies a batch.
     *
     * @param filtered the ledger's records of the batch, and the records that are skipped
     * @param reached the offsets after the batch, by partition
     * @param committed called with the changes of each committed transaction
     * @throws SQLException if the database fails; the rest of the batch is then not applied
     * @throws FencedException if another process has advanced the checkpoint
     */
    void apply(
            RecordFilter.FilteredBatch filtered,
            Map<Integer, PartitionOffset> reached,
            Consumer<CheckpointChanges> committed)
            throws SQLException, FencedException {
        List<LedgerRecord> batch = filtered.accepted();
        int from = 0;
        do {
            int to = Math.min(batch.size(), from + portion.size());
            List<LedgerRecord> part = batch.subList(from, to);
            // Written with the first part, so that all skipped records are stored even if a later part fails.
            SkippedRecords passedOver = from == 0 ? filtered.skipped() : new SkippedRecords();
            applyPart(
                    new RecordFilter.FilteredBatch(part, passedOver),
                    to == batch.size() ? reached : reachedBy(part),
                    committed);
            part.forEach(record -> {
                if (record instanceof LedgerRecord.Event event) {
                    checkpoint.observeSlow(event);
                }
            });
            from = to;
        } while (from < batch.size() && !closing.getAsBoolean());
    }

    private static Map<Integer, PartitionOffset> reachedBy(List<LedgerRecord> part) {
        Map<Integer, PartitionOffset> reached = new HashMap<>();
        part.forEach(record -> reached.put(record.partition(), PartitionOffset.at(record.offset() + 1)));
        return reached;
    }

    private void applyPart(
            RecordFilter.FilteredBatch part,
            Map<Integer, PartitionOffset> reached,
            Consumer<CheckpointChanges> committed)
            throws SQLException, FencedException {
        long begin = System.nanoTime();
        int records = part.accepted().size();
        try {
            applyTogether(part, reached, committed);
            portion.adjust(records, System.nanoTime() - begin);
        } catch (ApplyTimeoutException e) {
            if (closing.getAsBoolean()) {
                throw e;
            }
            portion.shrink(records);
            if (isBounded) {
                applyByNegotiation(part.accepted(), committed);
            } else {
                applyEventByEvent(part.accepted(), committed);
            }
            // only repeats and stopped events are left: this advances the offsets
            applyTogether(part, reached, committed);
        }
    }

    /** Applies records in one transaction. If that fails, a second transaction leaves the failing events out. */
    private void applyTogether(
            RecordFilter.FilteredBatch part,
            Map<Integer, PartitionOffset> reached,
            Consumer<CheckpointChanges> committed)
            throws SQLException, FencedException {
        List<LedgerRecord> batch = part.accepted();
        Map<String, NegotiationStop> before = checkpoint.stops();
        Map<String, Throwable> faults = new HashMap<>();
        CheckpointChanges changes;
        try {
            changes = checkpoint.commit(settings.share(), connection -> {
                EventSequencer sequencer = sequence(connection, batch);
                if (!sequencer.accepted().isEmpty()) {
                    project(connection, sequencer.accepted());
                }
                readAgain(connection, sequencer);
                return withSkipped(part, sequencer.changes(sequencer.accepted(), reached));
            });
        } catch (ApplyTimeoutException e) {
            throw e;
        } catch (SQLException | RuntimeException | StackOverflowError e) {
            if (TransientFailures.isTransient(e) || closing.getAsBoolean()) {
                throw e;
            }
            LOG.debug("{}: a batch failed; searching for the event at fault", projection.name(), e);
            changes = checkpoint.commit(connection -> {
                faults.clear();
                EventSequencer sequencer = sequence(connection, batch);
                List<LedgerRecord.Event> applied = isolate(connection, sequencer, faults);
                readAgain(connection, sequencer);
                return withSkipped(part, sequencer.changes(applied, reached));
            });
        }
        report(changes, before, faults);
        committed.accept(changes);
    }

    private void project(Connection connection, Collection<LedgerRecord.Event> accepted) throws SQLException {
        List<ReceivedEvent> events = events(accepted);
        Duration limit = limit(events.size());
        checkpoint.limitStatements(limit);
        bounded.run(connection, limit, () -> projection.project(connection, events));
    }

    /** The time limit for this many events; null for none. */
    private @Nullable Duration limit(int events) {
        return isBounded || events > 1 ? settings.share() : null;
    }

    private void readAgain(Connection connection, EventSequencer sequencer) throws SQLException {
        if (!sequencer.repeats().isEmpty()) {
            checkpoint.limitStatements(null);
            projection.onReread(connection, events(sequencer.repeats()));
        }
    }

    /** Applies each event in its own transaction without a time limit: the events before it are already committed. */
    private void applyEventByEvent(List<LedgerRecord> part, Consumer<CheckpointChanges> committed)
            throws SQLException, FencedException {
        for (LedgerRecord one : part) {
            applyTogether(new RecordFilter.FilteredBatch(List.of(one), new SkippedRecords()), Map.of(), committed);
        }
    }

    /**
     * Applies each negotiation in its own transaction, smallest first; one that exceeds the limit gets its own reader.
     */
    private void applyByNegotiation(List<LedgerRecord> part, Consumer<CheckpointChanges> committed)
            throws SQLException, FencedException {
        Map<String, List<LedgerRecord>> byNegotiation = new LinkedHashMap<>();
        part.forEach(record -> byNegotiation
                .computeIfAbsent(record.negotiation(), any -> new ArrayList<>())
                .add(record));
        List<List<LedgerRecord>> smallestFirst = byNegotiation.values().stream()
                .sorted(Comparator.comparing(List::size))
                .toList();
        for (List<LedgerRecord> one : smallestFirst) {
            try {
                applyTogether(new RecordFilter.FilteredBatch(one, new SkippedRecords()), Map.of(), committed);
            } catch (ApplyTimeoutException e) {
                if (closing.getAsBoolean()) {
                    throw e;
                }
                moveToOwnReader(one, committed);
            }
        }
    }

    private void moveToOwnReader(List<LedgerRecord> one, Consumer<CheckpointChanges> committed)
            throws SQLException, FencedException {
        LOG.warn(
                "{}: {} takes longer than {} ms to apply; a dedicated reader takes over",
                projection.name(),
                one.getFirst().negotiation(),
                settings.share().toMillis());
        committed.accept(checkpoint.commit(connection -> {
            EventSequencer sequencer = sequence(connection, one);
            if (!sequencer.accepted().isEmpty()) {
                sequencer.readSeparately(sequencer.accepted().getFirst(), settings.share());
            }
            return sequencer.changes(List.of(), Map.of());
        }));
    }

    /** The time since the last slow transaction. */
    Duration timeSinceSlow() {
        return portion.timeSinceSlow();
    }

    @Override
    public void close() {
        bounded.close();
    }

    private static CheckpointChanges withSkipped(RecordFilter.FilteredBatch filtered, CheckpointChanges changes) {
        changes.skipped().addAll(filtered.skipped());
        return changes;
    }

    private EventSequencer sequence(Connection connection, List<LedgerRecord> batch) throws SQLException {
        Map<String, NegotiationStop> stops = checkpoint.stops();
        Set<String> negotiations = new HashSet<>(stops.keySet());
        batch.forEach(record -> negotiations.add(record.negotiation()));
        Map<String, AppliedPosition> heads = checkpoint.appliedPositions(connection, negotiations);
        Set<AppliedEventIds.BlockKey> sought = new HashSet<>();
        for (LedgerRecord record : batch) {
            if (record instanceof LedgerRecord.Event event
                    && event.position()
                            < heads.getOrDefault(event.negotiation(), AppliedPosition.NONE)
                                    .position()) {
                sought.add(AppliedEventIds.BlockKey.of(event.negotiation(), event.position()));
            }
        }
        EventSequencer sequencer = new EventSequencer(
                heads, stops, checkpoint.appliedEventIds(connection, sought), now(), settings.gapPatience());
        batch.forEach(sequencer::process);
        return sequencer;
    }

    /** The current time with the precision of PostgreSQL. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Applies each negotiation by itself; if one fails, applies its events one by one and stops it at the event that
     * fails.
     */
    private List<LedgerRecord.Event> isolate(
            Connection connection, EventSequencer sequencer, Map<String, Throwable> faults) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set constraints all immediate"); // otherwise a violation only shows at commit
        }
        Map<String, List<LedgerRecord.Event>> byNegotiation = new LinkedHashMap<>();
        sequencer.accepted().forEach(event -> byNegotiation
                .computeIfAbsent(event.negotiation(), any -> new ArrayList<>())
                .add(event));
        List<LedgerRecord.Event> applied = new ArrayList<>();
        for (List<LedgerRecord.Event> events : byNegotiation.values()) {
            if (attempt(connection, events) == null) {
                applied.addAll(events);
                continue;
            }
            for (LedgerRecord.Event event : events) {
                Throwable fault = attempt(connection, List.of(event));
                if (fault != null) {
                    sequencer.stop(event, NegotiationStop.Cause.POISON, event.position(), ErrorText.describe(fault));
                    faults.put(event.negotiation(), fault);
                    break;
                }
                applied.add(event);
            }
        }
        return applied;
    }

    /** Applies all events or none; returns the failure, or null. */
    private @Nullable Throwable attempt(Connection connection, List<LedgerRecord.Event> events) throws SQLException {
        checkpoint.limitStatements(limit(events.size())); // before the savepoint, so that a rollback does not undo it
        Savepoint savepoint = connection.setSavepoint();
        try {
            project(connection, events);
            connection.releaseSavepoint(savepoint);
            return null;
        } catch (ApplyTimeoutException e) {
            throw e;
        } catch (SQLException | RuntimeException | StackOverflowError e) {
            if (closing.getAsBoolean() || TransientFailures.isTransient(e, connection)) {
                throw e;
            }
            connection.rollback(savepoint);
            return e;
        }
    }

    private List<ReceivedEvent> events(Collection<LedgerRecord.Event> accepted) {
        UUID topic = checkpoint.topicUuid();
        List<ReceivedEvent> events = new ArrayList<>(accepted.size());
        accepted.forEach(event ->
                events.add(new ReceivedEvent(event.published(), topic, event.partition(), event.firstOffset())));
        return List.copyOf(events);
    }

    private void report(CheckpointChanges changes, Map<String, NegotiationStop> before, Map<String, Throwable> faults) {
        changes.skipped().describe().ifPresent(text -> LOG.warn("{}: {}; skipped", projection.name(), text));
        changes.stops().forEach((negotiation, stop) -> {
            NegotiationStop earlier = before.get(negotiation);
            if (stop.isStopped() && (earlier == null || !earlier.isStopped())) {
                LOG.error(
                        "{}: {} is stopped at position {}, event {}: {}",
                        projection.name(),
                        negotiation,
                        stop.position(),
                        stop.developmentId(),
                        stop.reason(),
                        faults.get(negotiation));
            }
        });
        for (String negotiation : changes.resumed()) {
            NegotiationStop earlier = before.get(negotiation);
            if (earlier != null && earlier.isStopped()) {
                LOG.info("{}: {} is resumed", projection.name(), negotiation);
            }
        }
    }
}

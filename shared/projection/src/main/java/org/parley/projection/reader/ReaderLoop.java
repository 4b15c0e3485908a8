package org.parley.projection.reader;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.parley.projection.ErrorText;
import org.parley.projection.ReaderSettings;
import org.parley.projection.checkpoint.CheckpointRewind;
import org.parley.projection.checkpoint.FencedException;
import org.parley.projection.checkpoint.ReaderCheckpoint;
import org.parley.projection.kafka.PartitionConsumer;
import org.parley.projection.kafka.RecordBatch;
import org.parley.projection.kafka.TopicMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** The main loop of a reader's thread: finds the topic, reads it, and retries after every failure. */
final class ReaderLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderLoop.class);
    private static final Duration TOPIC_POLL = Duration.ofMillis(500);

    /** How long the records of the next fetch take. */
    private static final Duration NEXT_FETCH = Duration.ofMillis(2);

    /** With more than this fraction of a batch left to read, batches are not spaced. */
    private static final int BACKLOG = 4;

    /** How often an idle reader checks that no other process has advanced its checkpoint. */
    private static final Duration CHECKPOINT_CHECK = Duration.ofSeconds(1);

    private static final BackOff AFTER_FAILURE = doubling(Duration.ofMillis(100), Duration.ofSeconds(5));
    private static final BackOff ON_STANDBY = doubling(Duration.ofMillis(20), Duration.ofMillis(500));

    private final String name;
    private final ReaderScope reading;
    private final ReaderSettings settings;
    private final ReaderCheckpoint checkpoint;
    private final BatchApplier applier;
    private final RecordFilter filter;
    private final CheckpointRewind rewind;
    private final SlowNegotiationReaders slowReaders;
    private final ReaderState state;
    private final CountDownLatch closing;
    private BackOffExecution failures = AFTER_FAILURE.start();
    private BackOffExecution standby = ON_STANDBY.start();
    private long checkedAt;
    private volatile @Nullable PartitionConsumer open;

    ReaderLoop(
            String name,
            ReaderScope reading,
            ReaderCheckpoint checkpoint,
            BatchApplier applier,
            SlowNegotiationReaders slowReaders,
            ReaderState state,
            CountDownLatch closing) {
        this.name = name;
        this.reading = reading;
        this.settings = reading.settings();
        this.checkpoint = checkpoint;
        this.applier = applier;
        this.filter = new RecordFilter(settings.seals(), checkpoint);
        this.rewind = new CheckpointRewind(name, checkpoint);
        this.slowReaders = slowReaders;
        this.state = state;
        this.closing = closing;
    }

    @Override
    public void run() {
        while (!isClosing()) {
            try (TopicMonitor watch = new TopicMonitor(settings, name);
                    PartitionConsumer source = new PartitionConsumer(settings, name)) {
                open = source;
                readAll(watch, source);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (FencedException e) {
                pause(Duration.ofMillis(standby.nextBackOff()));
            } catch (Exception | Error e) {
                failed(e);
            } finally {
                open = null;
            }
        }
        slowReaders.close();
        applier.close();
    }

    /** Interrupts a running poll. Thread-safe. */
    void wakeup() {
        PartitionConsumer source = open;
        if (source != null) {
            source.wakeup();
        }
    }

    private void readAll(TopicMonitor watch, PartitionConsumer source)
            throws SQLException, FencedException, InterruptedException {
        TopicMonitor.Topic topic = watch.find();
        while (topic == null && !isClosing()) {
            state.waiting("the topic " + settings.topic() + " does not exist yet");
            pause(TOPIC_POLL);
            topic = watch.find();
        }
        if (topic == null) {
            return;
        }
        loadAndSeek(topic, source);
        GapMonitor gaps = new GapMonitor(checkpoint, rewind, settings.gapPatience(), source::beginningOffsets);
        boolean stale = false;
        while (!isClosing() && watch.isUnchanged(topic)) {
            try {
                if (stale) {
                    loadAndSeek(topic, source);
                    stale = false;
                }
                boolean well = read(topic, source, gaps);
                String failure = watch.failure();
                if (failure != null) {
                    state.setError(failure);
                } else if (well) {
                    failures = AFTER_FAILURE.start();
                    state.clearError();
                }
            } catch (FencedException e) {
                stale = true;
                state.clearError(); // both Kafka and the database are available
                pause(Duration.ofMillis(standby.nextBackOff()));
            } catch (KafkaException e) {
                throw e;
            } catch (SQLException | RuntimeException e) {
                stale = true;
                failed(e);
            }
        }
    }

    /**
     * Loads the checkpoint and seeks to it. After a crash of the database server it can be behind what this process
     * committed.
     */
    private void loadAndSeek(TopicMonitor.Topic topic, PartitionConsumer source) throws SQLException, FencedException {
        Set<String> advanced = checkpoint.load();
        new StartOffsets(name, checkpoint, reading.share()).seek(topic, source);
        checkedAt = System.nanoTime();
        state.loaded(checkpoint);
        state.announce(advanced);
    }

    /** Reads and applies the next batch; returns true if there was one, or if everything is read. */
    private boolean read(TopicMonitor.Topic topic, PartitionConsumer source, GapMonitor gaps)
            throws SQLException, FencedException, InterruptedException {
        boolean moved = gaps.check(Instant.now());
        moved |= slowReaders.rejoinFast(checkpoint, rewind);
        for (String negotiation : state.retryRequests()) {
            rewind.retry(negotiation);
            state.retryDone(negotiation);
            moved = true;
        }
        if (moved) {
            source.seek(checkpoint.offsets());
            state.loaded(checkpoint);
        }
        slowReaders.update(checkpoint);
        if (source.hasNoPartitions()) {
            pause(settings.pollTimeout());
            return state.updateEndOffsets(Map.of(), Map.of());
        }
        RecordBatch batch;
        try {
            batch = nextBatch(source);
        } catch (InvalidOffsetException e) {
            restartPartitions(source, e);
            return false;
        }
        // Before they are applied: records in progress still count as lag.
        state.updateEndOffsets(source.endOffsets(), checkpoint.offsets());
        if (!batch.reached().isEmpty()) {
            state.interval().started();
            RecordFilter.FilteredBatch filtered = filter.filter(batch.records(), topic.partitions());
            applier.apply(reading.filter(filtered), batch.reached(), changes -> {
                standby = ON_STANDBY.start();
                state.committed(checkpoint, changes);
                state.updateEndOffsets(source.endOffsets(), checkpoint.offsets());
                checkedAt = System.nanoTime();
            });
        } else if (System.nanoTime() - checkedAt > CHECKPOINT_CHECK.toNanos()) {
            checkpoint.requireCurrent();
            checkedAt = System.nanoTime();
        }
        boolean caughtUp = state.updateEndOffsets(source.endOffsets(), checkpoint.offsets());
        return caughtUp || !batch.reached().isEmpty();
    }

    private RecordBatch nextBatch(PartitionConsumer source) throws SQLException, InterruptedException {
        boolean hasBacklog = state.isLagAbove(settings.maxBatch() / BACKLOG);
        boolean waited = !hasBacklog && state.interval().await();
        Map<Integer, Long> ends = reading.limit().endOffsets();
        RecordBatch batch = source.poll(ends, settings.pollTimeout());
        // The first poll returns what an earlier fetch found; only the next fetch finds what accumulated meanwhile.
        return waited && !batch.records().isEmpty() && batch.records().size() < settings.maxBatch() / BACKLOG
                ? batch.plus(source.poll(ends, NEXT_FETCH))
                : batch;
    }

    private void restartPartitions(PartitionConsumer source, InvalidOffsetException e)
            throws SQLException, FencedException {
        Set<Integer> partitions = new HashSet<>();
        for (TopicPartition partition : e.partitions()) {
            partitions.add(partition.partition());
        }
        LOG.warn(
                "{}: the offsets of partitions {} no longer exist; reading them from the start: {}",
                name,
                partitions,
                e.getMessage());
        rewind.restartPartitions(source.beginningOffsets(partitions));
        source.seek(checkpoint.offsets());
    }

    private void failed(Throwable e) {
        if (isClosing()) {
            return;
        }
        Duration pause = Duration.ofMillis(failures.nextBackOff());
        if (state.isNewError(ErrorText.describe(e))) {
            LOG.warn("{}: {}; retrying", name, ErrorText.describe(e));
        }
        LOG.debug("{}: retrying in {} ms", name, pause.toMillis(), e);
        state.setError(ErrorText.describe(e));
        pause(pause);
    }

    private void pause(Duration time) {
        try {
            closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BackOff doubling(Duration first, Duration max) {
        ExponentialBackOff backOff = new ExponentialBackOff(first.toMillis(), 2);
        backOff.setMaxInterval(max.toMillis());
        return backOff;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }
}

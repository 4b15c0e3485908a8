package org.parley.stream;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main loop of a reader's thread: finds the topic, reads it, and retries after every failure. */
final class ReaderLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderLoop.class);
    private static final Duration TOPIC_POLL = Duration.ofMillis(500);

    /** How often an idle reader checks that no other process has advanced its checkpoint. */
    private static final Duration CHECKPOINT_CHECK = Duration.ofSeconds(1);

    private final String name;
    private final Reading reading;
    private final ReaderSettings settings;
    private final Books checkpoint;
    private final Intake applier;
    private final Screen filter;
    private final Rewind rewind;
    private final AsideReaders slowReaders;
    private final Reports state;
    private final CountDownLatch closing;
    private final Backoff failures = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    private final Backoff standby = new Backoff(Duration.ofMillis(20), Duration.ofMillis(500));
    private long checkedAt;
    private volatile @Nullable Source open;

    ReaderLoop(
            String name,
            Reading reading,
            Books checkpoint,
            Intake applier,
            AsideReaders slowReaders,
            Reports state,
            CountDownLatch closing) {
        this.name = name;
        this.reading = reading;
        this.settings = reading.settings();
        this.checkpoint = checkpoint;
        this.applier = applier;
        this.filter = new Screen(settings.seals(), checkpoint);
        this.rewind = new Rewind(name, checkpoint);
        this.slowReaders = slowReaders;
        this.state = state;
        this.closing = closing;
    }

    @Override
    public void run() {
        while (!isClosing()) {
            try (TopicWatch watch = new TopicWatch(settings, name);
                    Source source = new Source(settings, name)) {
                open = source;
                readAll(watch, source);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (Fenced e) {
                pause(standby.next());
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
        Source source = open;
        if (source != null) {
            source.wakeup();
        }
    }

    private void readAll(TopicWatch watch, Source source) throws SQLException, Fenced, InterruptedException {
        TopicWatch.Topic topic = watch.find();
        while (topic == null && !isClosing()) {
            state.waiting("the topic " + settings.topic() + " does not exist yet");
            pause(TOPIC_POLL);
            topic = watch.find();
        }
        if (topic == null) {
            return;
        }
        loadAndSeek(topic, source);
        GapWatch gaps = new GapWatch(checkpoint, rewind, settings.gapPatience(), source::starts);
        boolean stale = false;
        while (!isClosing() && watch.still(topic)) {
            try {
                if (stale) {
                    loadAndSeek(topic, source);
                    stale = false;
                }
                boolean well = read(topic, source, gaps);
                String failure = watch.trouble();
                if (failure != null) {
                    state.failed(failure);
                } else if (well) {
                    failures.reset();
                    state.well();
                }
            } catch (Fenced e) {
                stale = true;
                state.well(); // both Kafka and the database are available
                pause(standby.next());
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
    private void loadAndSeek(TopicWatch.Topic topic, Source source) throws SQLException, Fenced {
        Set<String> advanced = checkpoint.load();
        new Arrival(name, checkpoint, reading.lane()).at(topic, source);
        checkedAt = System.nanoTime();
        state.loaded(checkpoint);
        state.announce(advanced);
        slowReaders.keep(checkpoint);
    }

    /** Reads and applies the next batch; returns true if there was one, or if everything is read. */
    private boolean read(TopicWatch.Topic topic, Source source, GapWatch gaps) throws SQLException, Fenced {
        boolean moved = gaps.look(Instant.now());
        moved |= slowReaders.takeBack(checkpoint, rewind);
        for (String negotiation : state.toRetry()) {
            rewind.retry(negotiation);
            state.retried(negotiation);
            moved = true;
        }
        if (moved) {
            source.seek(checkpoint.offsets());
            state.loaded(checkpoint);
        }
        if (source.isIdle()) {
            pause(settings.pollTimeout());
            return state.ends(Map.of(), Map.of());
        }
        Batch batch;
        try {
            batch = source.poll(reading.limit().ends());
        } catch (InvalidOffsetException e) {
            restartPartitions(source, e);
            return false;
        }
        // Before they are applied: records in progress still count as lag.
        state.ends(source.ends(), checkpoint.offsets());
        if (!batch.reached().isEmpty()) {
            Screen.Screened filtered = filter.screen(batch.records(), topic.partitions());
            applier.take(reading.about(filtered), batch.reached(), changes -> {
                standby.reset();
                state.committed(checkpoint, changes);
                state.ends(source.ends(), checkpoint.offsets());
                checkedAt = System.nanoTime();
            });
            slowReaders.keep(checkpoint);
        } else if (System.nanoTime() - checkedAt > CHECKPOINT_CHECK.toNanos()) {
            checkpoint.requireCurrent();
            checkedAt = System.nanoTime();
        }
        boolean caughtUp = state.ends(source.ends(), checkpoint.offsets());
        return caughtUp || !batch.reached().isEmpty();
    }

    private void restartPartitions(Source source, InvalidOffsetException e) throws SQLException, Fenced {
        Set<Integer> partitions = new HashSet<>();
        for (TopicPartition partition : e.partitions()) {
            partitions.add(partition.partition());
        }
        LOG.warn(
                "{}: the offsets of partitions {} no longer exist; reading them from the start: {}",
                name,
                partitions,
                e.getMessage());
        rewind.startAgain(source.starts(partitions));
        source.seek(checkpoint.offsets());
    }

    private void failed(Throwable e) {
        if (isClosing()) {
            return;
        }
        Duration pause = failures.next();
        if (state.isNews(Wording.of(e))) {
            LOG.warn("{}: {}; retrying", name, Wording.of(e));
        }
        LOG.debug("{}: retrying in {} ms", name, pause.toMillis(), e);
        state.failed(Wording.of(e));
        pause(pause);
    }

    private void pause(Duration time) {
        try {
            closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }
}

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
    private final Books books;
    private final Intake intake;
    private final Screen screen;
    private final Rewind rewind;
    private final AsideReaders aside;
    private final Reports reports;
    private final CountDownLatch closing;
    private final Backoff failures = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    private final Backoff standby = new Backoff(Duration.ofMillis(20), Duration.ofMillis(500));
    private long checkedAt;
    private volatile @Nullable Source open;

    ReaderLoop(
            String name,
            Reading reading,
            Books books,
            Intake intake,
            AsideReaders aside,
            Reports reports,
            CountDownLatch closing) {
        this.name = name;
        this.reading = reading;
        this.settings = reading.settings();
        this.books = books;
        this.intake = intake;
        this.screen = new Screen(settings.seals(), books);
        this.rewind = new Rewind(name, books);
        this.aside = aside;
        this.reports = reports;
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
        aside.close();
        intake.close();
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
            reports.waiting("the topic " + settings.topic() + " does not exist yet");
            pause(TOPIC_POLL);
            topic = watch.find();
        }
        if (topic == null) {
            return;
        }
        loadAndSeek(topic, source);
        GapWatch gaps = new GapWatch(books, rewind, settings.gapPatience(), source::starts);
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
                    reports.failed(failure);
                } else if (well) {
                    failures.reset();
                    reports.well();
                }
            } catch (Fenced e) {
                stale = true;
                reports.well(); // both Kafka and the database are available
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
        Set<String> advanced = books.load();
        new Arrival(name, books, reading.lane()).at(topic, source);
        checkedAt = System.nanoTime();
        reports.loaded(books);
        reports.announce(advanced);
        aside.keep(books);
    }

    /** Reads and applies the next batch; returns true if there was one, or if everything is read. */
    private boolean read(TopicWatch.Topic topic, Source source, GapWatch gaps) throws SQLException, Fenced {
        boolean moved = gaps.look(Instant.now());
        moved |= aside.takeBack(books, rewind);
        for (String negotiation : reports.toRetry()) {
            rewind.retry(negotiation);
            reports.retried(negotiation);
            moved = true;
        }
        if (moved) {
            source.seek(books.offsets());
            reports.loaded(books);
        }
        if (source.isIdle()) {
            pause(settings.pollTimeout());
            return reports.ends(Map.of(), Map.of());
        }
        Batch batch;
        try {
            batch = source.poll(reading.limit().ends());
        } catch (InvalidOffsetException e) {
            startAgain(source, e);
            return false;
        }
        // Before they are applied: records in progress still count as lag.
        reports.ends(source.ends(), books.offsets());
        if (!batch.reached().isEmpty()) {
            Screen.Screened screened = screen.screen(batch.records(), topic.partitions());
            intake.take(reading.about(screened), batch.reached(), changes -> {
                standby.reset();
                reports.committed(books, changes);
                reports.ends(source.ends(), books.offsets());
                checkedAt = System.nanoTime();
            });
            aside.keep(books);
        } else if (System.nanoTime() - checkedAt > CHECKPOINT_CHECK.toNanos()) {
            books.requireCurrent();
            checkedAt = System.nanoTime();
        }
        boolean caughtUp = reports.ends(source.ends(), books.offsets());
        return caughtUp || !batch.reached().isEmpty();
    }

    private void startAgain(Source source, InvalidOffsetException e) throws SQLException, Fenced {
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
        source.seek(books.offsets());
    }

    private void failed(Throwable e) {
        if (isClosing()) {
            return;
        }
        Duration pause = failures.next();
        if (reports.isNews(Wording.of(e))) {
            LOG.warn("{}: {}; retrying", name, Wording.of(e));
        }
        LOG.debug("{}: retrying in {} ms", name, pause.toMillis(), e);
        reports.failed(Wording.of(e));
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

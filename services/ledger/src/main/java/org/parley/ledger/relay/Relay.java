package org.parley.ledger.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;
import org.parley.ledger.admission.StartupComparison;
import org.parley.ledger.relay.EventPublisher.PublishResult;
import org.parley.telemetry.EventTracing;
import org.parley.telemetry.PeriodicCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends all stored events to Kafka: each negotiation in the order of its positions, at least once. It reads by
 * position, so it needs neither tokens nor gap handling; one row per negotiation stores its progress. If Kafka or the
 * database is unavailable, only the relay stops; it catches up later.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final long PAUSE_AFTER_FAILURE_MS = 500;
    private static final Duration ROUND_INTERVAL = Duration.ofMillis(10);

    /** The maximum size sent before waiting for acknowledgements, in bytes of JSON. */
    private static final long BYTES_MAX = 16 * 1024 * 1024;

    private static final long CLOSE_WITHIN_MS = 20_000;

    private final JdbcClient jdbc;
    private final RelayStore store;
    private final RelayLease lease;
    private final RelaySettings settings;
    private final RelayKafkaClients clients;
    private final Semaphore wakeups = new Semaphore(0);
    private final StartupComparison comparison;
    private final Thread thread;
    private final LongAdder sent = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private long roundAt = System.nanoTime();
    private volatile boolean running = true;
    private volatile boolean holdsLease;
    private volatile @Nullable String failure = "not connected yet";

    public Relay(JdbcClient jdbc, RelaySettings settings) {
        this(jdbc, settings, StartupComparison.disabled(), EventTracing.DISABLED);
    }

    /**
     * Creates a relay; {@link #start} starts it.
     *
     * @param comparison passed once topic and store were compared, by this relay or by another one
     */
    public Relay(JdbcClient jdbc, RelaySettings settings, StartupComparison comparison, EventTracing traces) {
        this.jdbc = jdbc;
        this.comparison = comparison;
        this.store = new RelayStore(jdbc);
        this.lease = new RelayLease(jdbc, settings.lease());
        this.settings = settings;
        this.clients = new RelayKafkaClients(settings, traces);
        this.thread = Thread.ofPlatform().name("parley-relay").unstarted(this::run);
    }

    /** For a ledger without a relay: detects that another ledger has compared topic and store. */
    public static PeriodicCheck watchOtherRelays(JdbcClient jdbc, StartupComparison comparison) {
        return new PeriodicCheck("comparison-watch", () -> {
            if (!comparison.isPassed() && RelayLease.isCompared(jdbc)) {
                comparison.pass();
            }
        });
    }

    public void start() {
        thread.start();
    }

    /** Ends the current wait: an event was recorded. */
    public void wake() {
        wakeups.release();
    }

    /** Why nothing is relayed at the moment; null if there is no failure, also while another relay holds the lease. */
    public @Nullable String failure() {
        return thread.getState() == Thread.State.TERMINATED ? "the relay has ended" : failure;
    }

    /** Whether this relay holds the lease, or has ended, in which case it may still hold it. */
    boolean isActive() {
        return holdsLease || thread.getState() == Thread.State.TERMINATED;
    }

    /** Whether this relay holds the lease. */
    public boolean holdsLease() {
        return holdsLease;
    }

    /** The number of events that Kafka acknowledged since the start. */
    long sent() {
        return sent.sum();
    }

    /** The number of failures since the start. */
    long failures() {
        return failures.sum();
    }

    /** The number of events that are stored and not yet relayed. */
    public long lag() {
        return store.lag();
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join(CLOSE_WITHIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                work();
            } catch (InterruptedException e) {
                running = false;
            } catch (Exception e) {
                if (running) {
                    failures.increment();
                    clients.close();
                    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                    if (!reason.equals(failure)) {
                        LOG.warn("relaying is paused: {}", reason, e);
                    }
                    failure = reason;
                    comparison.fail(reason);
                    pause();
                }
            }
        }
        Thread.interrupted();
        clients.close();
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.info("the lease was not released and will expire: {}", e.getMessage());
        }
    }

    /** Holds the lease and relays, until a failure or until another relay holds the lease. */
    private void work() throws Exception {
        if (!takeLease()) {
            clients.close();
            failure = null;
            // Only after the other relay has compared: until then positions could be assigned twice here.
            if (!comparison.isPassed() && RelayLease.isCompared(jdbc)) {
                comparison.pass();
            }
            await();
            return;
        }
        EventPublisher publisher = open();
        failure = null;
        EventPublisher.Sending sending = null;
        boolean hasMore = false;
        try {
            while (running && takeLease()) {
                if (!lease.isComparedByThisHolder()) {
                    clients.close(); // the next round compares again
                    return;
                }
                clients.requireSameTopic();
                // With a backlog, the next events are read while the last ones are being sent.
                List<PublishedEvent> next = hasMore ? next(sending) : List.of();
                if (sending != null) {
                    PublishResult result = sending.await();
                    sending = null;
                    if (result.failure() == null && !next.isEmpty()) {
                        sending = publisher.start(next);
                    }
                    note(result);
                }
                if (sending == null) {
                    awaitNextRound();
                    next = next(null);
                    if (next.isEmpty()) {
                        await();
                    } else {
                        roundAt = System.nanoTime();
                        sending = publisher.start(next);
                    }
                }
                hasMore = !next.isEmpty() && next.size() >= settings.batch() / 2;
            }
        } finally {
            if (sending != null) {
                sending.abandon();
            }
        }
    }

    private boolean takeLease() {
        holdsLease = lease.take();
        return holdsLease;
    }

    /**
     * Renews the lease during the comparison, which takes long after a key rotation. Otherwise another ledger would
     * start comparing too, and neither would hold the lease since its comparison.
     */
    private void renewLeaseWhileComparing() {
        if (!takeLease()) {
            throw new IllegalStateException("another ledger took the lease while topic and store were compared");
        }
    }

    /** Called when topic and store agree. */
    private void compared() {
        store.resume();
        lease.noteCompared();
        comparison.pass();
    }

    private EventPublisher open() throws Exception {
        try {
            return clients.open(jdbc, this::renewLeaseWhileComparing, this::compared);
        } catch (TopicMismatchException mismatch) {
            // The halt in the store makes every ledger refuse commands until topic and store agree.
            store.halt(String.valueOf(mismatch.getMessage()));
            lease.noteCompared();
            comparison.pass();
            throw mismatch;
        }
    }

    /** @param sending the events that are being sent; null if there are none */
    private List<PublishedEvent> next(EventPublisher.@Nullable Sending sending) {
        return store.next(sending == null ? Map.of() : sending.positions(), settings.batch(), BYTES_MAX);
    }

    private void note(PublishResult result) {
        sent.add(result.count());
        store.advance(
                new RelayStore.Progress(result.positions(), settings.topic(), clients.topicId(), result.ends()),
                settings.seals().current().fingerprint());
        if (result.failure() != null) {
            throw new IllegalStateException(
                    "Kafka did not accept an event: " + result.failure().getMessage(), result.failure());
        }
    }

    /** Under load, lets the events of some milliseconds accumulate: a round costs more than an event. */
    private void awaitNextRound() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(roundAt + ROUND_INTERVAL.toNanos() - System.nanoTime());
    }

    private void await() throws InterruptedException {
        boolean woken = wakeups.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        if (woken) {
            wakeups.drainPermits();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MS);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}

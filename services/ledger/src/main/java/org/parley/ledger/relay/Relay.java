package org.parley.ledger.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;
import org.parley.ledger.relay.Publisher.Sent;
import org.parley.ledger.relay.RelayStore.Pending;
import org.parley.ledger.store.FirstComparison;
import org.parley.telemetry.EventTraces;
import org.parley.telemetry.Glance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings everything stored to Kafka, each negotiation in the order of its positions, at least once. It reads by
 * position, so that it needs neither tokens nor gaps: a row per negotiation says how far it is. Kafka or the database
 * being away stops nothing but the relay, which catches up.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final long PAUSE_AFTER_FAILURE_MS = 500;

    /** The most that is sent before its acknowledgements are waited for, in bytes of JSON. */
    private static final long BYTES_MAX = 16 * 1024 * 1024;

    private static final long CLOSE_WITHIN_MS = 20_000;

    private final JdbcClient jdbc;
    private final RelayStore store;
    private final Lease lease;
    private final RelaySettings settings;
    private final Connections connections;
    private final Semaphore news = new Semaphore(0);
    private final FirstComparison comparison;
    private final Thread thread;
    private final LongAdder sent = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile boolean running = true;
    private volatile boolean holdsLease;
    private volatile @Nullable String failure = "not connected yet";

    public Relay(JdbcClient jdbc, RelaySettings settings) {
        this(jdbc, settings, FirstComparison.overridden(), EventTraces.OFF);
    }

    /**
     * A relay that does nothing yet.
     *
     * @param comparison is told once topic and store were compared, by this relay or by another that is at work
     */
    public Relay(JdbcClient jdbc, RelaySettings settings, FirstComparison comparison, EventTraces traces) {
        this.jdbc = jdbc;
        this.comparison = comparison;
        this.store = new RelayStore(jdbc);
        this.lease = new Lease(jdbc, settings.lease());
        this.settings = settings;
        this.connections = new Connections(settings, traces);
        this.thread = Thread.ofPlatform().name("parley-relay").unstarted(this::run);
    }

    /** What tells a ledger that relays nothing itself once another has compared topic and store. */
    public static Glance watchOthers(JdbcClient jdbc, FirstComparison comparison) {
        return new Glance("comparison-watch", () -> {
            if (!comparison.isPassed() && Lease.isCompared(jdbc)) {
                comparison.pass();
            }
        });
    }

    public void start() {
        thread.start();
    }

    /** Something was recorded: no need to wait for the next look. */
    public void wake() {
        news.release();
    }

    /** Why nothing is relayed at the moment; null while all is well, also while another relay works. */
    public @Nullable String failure() {
        return thread.getState() == Thread.State.TERMINATED ? "the relay has ended" : failure;
    }

    /**
     * Whether it is for this relay to bring the events, not for another; also once it has ended, since it will not
     * tell.
     */
    boolean isAtWork() {
        return holdsLease || thread.getState() == Thread.State.TERMINATED;
    }

    /** Whether it is this relay that works at the moment, not that of another ledger. */
    public boolean holdsLease() {
        return holdsLease;
    }

    /** How many events Kafka took from this relay since it was started. */
    long sent() {
        return sent.sum();
    }

    /** How often something kept this relay from going on since it was started. */
    long failures() {
        return failures.sum();
    }

    /** How many events are stored and not yet relayed. */
    public long lag() {
        return store.pending().stream()
                .mapToLong(p -> p.position() - p.relayed())
                .sum();
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
                    connections.close();
                    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                    if (!reason.equals(failure)) {
                        LOG.warn("nothing is relayed for now: {}", reason, e);
                    }
                    failure = reason;
                    comparison.fail(reason);
                    pause();
                }
            }
        }
        Thread.interrupted();
        connections.close();
        try {
            lease.giveBack();
        } catch (RuntimeException e) {
            LOG.info("the lease was not given back and ends by itself: {}", e.getMessage());
        }
    }

    /** Holds the lease and relays, until something fails or another holds it. */
    private void work() throws Exception {
        if (!takeLease()) {
            connections.close();
            failure = null;
            // Not before the other knows: until then positions could be given again here.
            if (!comparison.isPassed() && Lease.isCompared(jdbc)) {
                comparison.pass();
            }
            await();
            return;
        }
        Publisher publisher = open();
        failure = null;
        while (running && takeLease()) {
            if (!lease.isHeldSinceComparison()) {
                connections.close(); // and the next round compares again
                return;
            }
            connections.requireSameTopic();
            List<Pending> pending = store.pending();
            if (pending.isEmpty()) {
                await();
            } else {
                relay(publisher, pending);
            }
        }
    }

    private boolean takeLease() {
        holdsLease = lease.take();
        return holdsLease;
    }

    /**
     * Renews the lease while topic and store are compared, which takes long after another key: without it another
     * ledger begins to compare too, and neither ever holds the lease since its comparison.
     */
    private void keepLease() {
        if (!takeLease()) {
            throw new IllegalStateException("another ledger took the lease while topic and store were compared");
        }
    }

    /** Topic and store agree. */
    private void compared() {
        store.resume();
        lease.noteCompared();
        comparison.pass();
    }

    private Publisher open() throws Exception {
        try {
            return connections.open(jdbc, this::keepLease, this::compared);
        } catch (TopicMismatch mismatch) {
            // Now the store itself keeps every ledger from taking commands, for as long as they disagree.
            store.halt(String.valueOf(mismatch.getMessage()));
            lease.noteCompared();
            comparison.pass();
            throw mismatch;
        }
    }

    private void relay(Publisher publisher, List<Pending> pending) throws Exception {
        List<PublishedEvent> events = new ArrayList<>();
        long bytes = 0;
        for (Pending negotiation : pending) {
            List<PublishedEvent> run =
                    store.after(negotiation.negotiation(), negotiation.relayed(), settings.batch(), BYTES_MAX);
            requireWhole(negotiation, run);
            events.addAll(run);
            bytes += run.stream().mapToLong(event -> event.data().length).sum();
            if (events.size() >= settings.batch() || bytes >= BYTES_MAX) {
                break;
            }
        }
        Sent taken = publisher.send(events);
        sent.add(taken.count());
        store.advance(taken.positions(), settings.seals().current().fingerprint());
        store.noteEnds(settings.topic(), connections.topicId(), taken.ends());
        if (taken.failure() != null) {
            throw new IllegalStateException(
                    "Kafka did not take an event: " + taken.failure().getMessage(), taken.failure());
        }
    }

    /** Requires that a run goes on where the last one ended: a hole would reach everybody. */
    private static void requireWhole(Pending negotiation, List<PublishedEvent> run) {
        for (int i = 0; i < Math.max(run.size(), 1); i++) {
            long position = negotiation.relayed() + 1 + i;
            if (run.isEmpty() || run.get(i).position() != position) {
                throw new IllegalStateException(
                        "the store lacks position " + position + " of " + negotiation.negotiation());
            }
        }
    }

    private void await() throws InterruptedException {
        boolean woken = news.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        if (woken) {
            news.drainPermits();
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

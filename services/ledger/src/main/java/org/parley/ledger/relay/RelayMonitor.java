package org.parley.ledger.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.broker.KafkaAvailability;
import org.parley.broker.KafkaClients;
import org.parley.ledger.relay.RelayStore.Backlog;
import org.parley.telemetry.StallTimer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The progress of relaying, by any relay, as of the last check. The cached values need no query. Only the process that
 * holds the lease can be stuck, and only without another explanation: not while Kafka is unavailable or the ledger is
 * halted.
 */
public final class RelayMonitor {
    /** Observations older than this are ignored. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final RelayStore store;
    private final Relay relay;
    private final KafkaAvailability kafka;
    private final Duration stuckAfter;
    private final Clock clock;
    private final StallTimer still = new StallTimer();
    private volatile @Nullable Seen seen;

    private record Seen(Backlog backlog, boolean stuck, long nanos) {}

    /** @param stuckAfter how long no event may be acknowledged before the relay counts as stuck */
    public RelayMonitor(JdbcClient jdbc, Relay relay, RelaySettings settings, Duration stuckAfter, Clock clock) {
        this.store = new RelayStore(jdbc);
        this.relay = relay;
        this.kafka = new KafkaAvailability(
                new KafkaClients(settings.bootstrapServers(), settings.kafka()), settings.topic());
        this.stuckAfter = stuckAfter;
        this.clock = clock;
    }

    /** Reads the backlog from the store. */
    public void check() {
        Backlog backlog = store.backlog();
        still.observe(backlog.events() == 0 ? clock.instant() : backlog.relayed());
        boolean stuck = relay.isActive()
                && backlog.halt() == null
                && still.unchangedFor().compareTo(stuckAfter) > 0
                && kafka.isAvailable(stuckAfter);
        seen = new Seen(backlog, stuck, System.nanoTime());
    }

    private Optional<Seen> fresh() {
        Seen last = seen;
        return last == null || System.nanoTime() - last.nanos() > FRESH.toNanos()
                ? Optional.empty()
                : Optional.of(last);
    }

    /**
     * Whether events are pending, Kafka is available and this process holds the lease, but no event is acknowledged.
     */
    public boolean isStuck() {
        return fresh().map(Seen::stuck).orElse(false);
    }

    /** The number of events that are stored and not yet relayed; empty while the database is unavailable. */
    public Optional<Long> lag() {
        return fresh().map(now -> now.backlog().events());
    }

    /**
     * The age of the oldest event that is not relayed, zero if there is none; empty while the database is unavailable.
     */
    Optional<Duration> oldestAge() {
        return fresh().map(now -> {
            Instant oldest = now.backlog().oldest();
            return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        });
    }

    /** The number of negotiations with unverified claims beyond the store; empty while the database is unavailable. */
    public Optional<Integer> unverified() {
        return fresh().map(now -> now.backlog().unverified());
    }

    /** Whether all ledgers refuse commands; empty while the database is unavailable. */
    Optional<Boolean> isHalted() {
        return fresh().map(now -> now.backlog().halt() != null);
    }
}

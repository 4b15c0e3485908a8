package org.parley.ledger.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.ledger.relay.RelayStore.Backlog;
import org.parley.telemetry.KafkaReach;
import org.parley.telemetry.Stillness;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far relaying is, by whichever relay, as last looked at; asking costs nothing. Stuck is what it is only for the
 * process whose turn it is, and only when nothing explains it: while Kafka is away everybody waits, and while the
 * ledger is halted it is not for the relay to go on.
 */
public final class RelayWatch {
    /** A look that is older than this tells nothing any more. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final RelayStore store;
    private final Relay relay;
    private final KafkaReach kafka;
    private final Duration stuckAfter;
    private final Clock clock;
    private final Stillness still = new Stillness();
    private volatile @Nullable Seen seen;

    private record Seen(Backlog backlog, boolean stuck, long nanos) {}

    /**
     * A watch that has not looked yet.
     *
     * @param stuckAfter how long nothing may get through before it counts as stuck
     */
    public RelayWatch(JdbcClient jdbc, Relay relay, RelaySettings settings, Duration stuckAfter, Clock clock) {
        this.store = new RelayStore(jdbc);
        this.relay = relay;
        this.kafka = new KafkaReach(settings.bootstrapServers(), settings.topic(), settings.kafka());
        this.stuckAfter = stuckAfter;
        this.clock = clock;
    }

    /** Looks at the store. */
    public void look() {
        Backlog backlog = store.backlog();
        still.look(backlog.events() == 0 ? clock.instant() : backlog.relayed());
        boolean stuck = relay.isAtWork()
                && backlog.halt() == null
                && still.lasts().compareTo(stuckAfter) > 0
                && kafka.answers(stuckAfter);
        seen = new Seen(backlog, stuck, System.nanoTime());
    }

    private Optional<Seen> fresh() {
        Seen last = seen;
        return last == null || System.nanoTime() - last.nanos() > FRESH.toNanos()
                ? Optional.empty()
                : Optional.of(last);
    }

    /** Whether events wait, Kafka answers, it is this process's turn, and still nothing gets through. */
    public boolean isStuck() {
        return fresh().map(Seen::stuck).orElse(false);
    }

    /** How many events are stored and not yet relayed; empty while the database does not tell. */
    public Optional<Long> lag() {
        return fresh().map(now -> now.backlog().events());
    }

    /** How long the oldest event that is not relayed has waited, zero when none waits; empty while nobody knows. */
    Optional<Duration> oldest() {
        return fresh().map(now -> {
            Instant oldest = now.backlog().oldest();
            return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        });
    }

    /**
     * Of how many negotiations Kafka claims more than the store had, without a right seal; empty while nobody knows.
     */
    public Optional<Integer> unverified() {
        return fresh().map(now -> now.backlog().unverified());
    }

    /** Whether no ledger takes commands; empty while the database does not tell. */
    Optional<Boolean> isHalted() {
        return fresh().map(now -> now.backlog().halt() != null);
    }
}

package org.parley.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.parley.contract.seal.SealKeys;
import org.parley.ledger.PublishedTopic.Received;
import org.parley.ledger.StoredTrail.Row;
import org.parley.ledger.relay.Relay;
import org.parley.ledger.relay.RelayMonitor;
import org.parley.ledger.relay.RelaySettings;
import org.parley.testkit.BackingServices;
import org.parley.testkit.TestSealKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger without a relay, a topic for one test, and the relays that the test starts. */
final class RelayFixture implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(1);
    static final Duration WITHIN = Duration.ofMinutes(3);

    final LedgerProcess ledger;
    final JdbcClient jdbc;
    final StoredTrail trail;
    final PublishedTopic topic =
            PublishedTopic.at(BackingServices.shared().bootstrapServers(), LedgerProcess.newTopic());
    private final List<Relay> relays = new ArrayList<>();

    /** Resets the ledger's relay progress. */
    RelayFixture(LedgerProcess ledger) {
        this.ledger = ledger;
        this.jdbc = ledger.bean(JdbcClient.class);
        this.trail = StoredTrail.of(ledger);
        for (String table : new String[] {
            "relay_progress", "relay_partition", "relay_lease", "relay_seal", "halt", "unverified_claim"
        }) {
            jdbc.sql("delete from ledger." + table).update();
        }
    }

    Relay relay() {
        return relay(10);
    }

    /** Starts a relay with this batch size. */
    Relay relay(int batch) {
        return relay(settings(batch));
    }

    /** Starts a relay that seals with another key. */
    Relay relay(SealKeys seals) {
        return relay(settings(10, seals));
    }

    private Relay relay(RelaySettings settings) {
        Relay relay = new Relay(jdbc, settings);
        relays.add(relay);
        relay.start();
        return relay;
    }

    /** A relay monitor with a short limit. */
    RelayMonitor watch(Relay relay) {
        return new RelayMonitor(jdbc, relay, settings(10), Duration.ofMillis(100), Clock.systemUTC());
    }

    RelaySettings settings(int batch) {
        return settings(batch, TestSealKeys.KEYS);
    }

    RelaySettings settings(int batch, SealKeys seals) {
        return new RelaySettings(
                BackingServices.shared().bootstrapServers(),
                topic.name(),
                3,
                (short) 1,
                batch,
                Duration.ofMillis(50),
                LEASE,
                Map.of(),
                seals);
    }

    /** Runs a relay until it has sent everything, then closes it. */
    void relayAll() {
        try (Relay relay = relay()) {
            caughtUp(relay);
        }
    }

    private static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(20)).atMost(WITHIN);
    }

    void caughtUp(Relay relay) {
        soon().untilAsserted(() -> {
            assertThat(relay.failure()).isNull();
            assertThat(relay.lag()).isZero();
        });
    }

    void failing(Relay relay, String... words) {
        soon().untilAsserted(() -> assertThat(relay.failure()).isNotNull().contains(words));
    }

    /** Requires that the topic holds every stored event once, in the order of its negotiation, and nothing else. */
    void requireAllOnce() {
        List<Received> all = topic.all();
        assertThat(all).extracting(Received::place).doesNotHaveDuplicates();
        requireInOrder(all);
    }

    /** Like {@link #requireAllOnce}, but allows repeats. */
    void requireAllInOrder() {
        requireInOrder(topic.all());
    }

    private void requireInOrder(List<Received> received) {
        assertThat(byNegotiation(PublishedTopic.firstOccurrences(received))).isEqualTo(stored());
    }

    /** Like {@link #requireAllInOrder}, for a reader that drops events that come too early. */
    void requireAllReadable() {
        assertThat(byNegotiation(PublishedTopic.asRead(topic.all()))).isEqualTo(stored());
    }

    /** Simulates an older backup: deletes the events of a negotiation after a position. */
    void deleteAfter(String negotiation, long position) {
        update("""
                delete from ledger.domain_event_entry where event_identifier in (select development_id::text
                from ledger.ledger_entry where negotiation = ? and position > ?)""", negotiation, position);
        update("delete from ledger.ledger_entry where negotiation = ? and position > ?", negotiation, position);
        update("delete from ledger.negotiation_head where negotiation = ? and ? = 0", negotiation, position);
        update("""
                update ledger.negotiation_head h set position = e.position, recorded_at = e.recorded_at
                from ledger.ledger_entry e
                where e.negotiation = h.negotiation and h.negotiation = ? and e.position = ?""", negotiation, position);
        jdbc.sql("delete from ledger.relay_progress").update();
    }

    private void update(String sql, String negotiation, long position) {
        jdbc.sql(sql).params(negotiation, position).update();
    }

    private static Map<String, List<UUID>> byNegotiation(List<Received> received) {
        return received.stream().collect(groupingBy(Received::key, mapping(Received::developmentId, toList())));
    }

    private Map<String, List<UUID>> stored() {
        return trail.all().stream().collect(groupingBy(Row::negotiation, mapping(Row::developmentId, toList())));
    }

    @Override
    public void close() {
        relays.forEach(Relay::close);
    }
}

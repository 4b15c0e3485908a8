package org.parley.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.contract.seal.SealKey;
import org.parley.contract.seal.SealKeys;
import org.parley.ledger.admission.StartupComparison;
import org.parley.ledger.relay.Relay;
import org.parley.ledger.relay.RelayMonitor;
import org.parley.ledger.relay.TopicRestore;
import org.parley.ledger.relay.TopicRestore.RestoreResult;
import org.parley.ledger.relay.UnverifiedClaims;
import org.parley.ledger.store.EventRestorer;
import org.parley.testkit.ApiClient;
import org.parley.testkit.TestSealKeys;
import org.parley.testkit.TopicNoise;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Foreign records in the topic are not trusted and stop nothing. */
class ForeignTopicTest {
    private static final Map<String, String> KEEPS_ALL = Map.of("retention.ms", "-1", "retention.bytes", "-1");
    private static final SealKey OTHER_KEY = SealKey.of("the key of somebody who is not the ledger", "test");
    private static final SealKey NEXT_KEY = SealKey.of("the new key of a rotation in this test", "test");

    private static LedgerProcess ledger;
    private static ApiClient editor;

    private RelayFixture fixture;
    private TestNegotiation talks;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.sharedByRelays();
        editor = ledger.chief();
    }

    @BeforeEach
    void prepare() {
        fixture = new RelayFixture(ledger);
        talks = TestNegotiation.open(editor);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private TopicRestore takeBack() {
        return new TopicRestore(fixture.settings(10), ledger.bean(EventRestorer.class));
    }

    private UnverifiedClaims claims() {
        return ledger.bean(UnverifiedClaims.class);
    }

    private PublishedEvent event(long position) {
        return PublishedTopic.event(talks.slug(), position, UUID.randomUUID());
    }

    private static ProducerRecord<byte[], byte[]> with(
            ProducerRecord<byte[], byte[]> record, String header, String value) {
        record.headers().remove(header).add(header, value.getBytes(UTF_8));
        return record;
    }

    private void requireCommandsAreAccepted() {
        talks.accepted(talks.question(TestNegotiation.newId(), "after-" + UUID.randomUUID()));
        try (Relay relay = fixture.relay()) {
            fixture.caughtUp(relay);
        }
        fixture.requireAllInOrder();
    }

    @Test
    void foreignRecordAtAPositionStopsNoCommand() throws Exception {
        fixture.relayAll();
        fixture.topic.put(List.of(
                with(fixture.topic.sealed(event(3)), "ce_editor", "somebody"),
                with(fixture.topic.sealed(event(5)), "ce_editor", "somebody"),
                fixture.topic.sealed(event(2), OTHER_KEY)));

        requireCommandsAreAccepted();

        assertThat(claims().findAll()).isEmpty();
    }

    @Test
    void invalidPositionDoesNotStopTheRelay() throws Exception {
        fixture.topic.create(KEEPS_ALL);
        fixture.topic.put(List.of(
                with(fixture.topic.sealed(event(1)), "ce_position", "abc"),
                with(fixture.topic.sealed(event(1)), "ce_position", Long.toString(Long.MAX_VALUE)),
                with(fixture.topic.sealed(event(1)), "ce_id", "nobody"),
                new ProducerRecord<>(fixture.topic.name(), 0, talks.slug().getBytes(UTF_8), null),
                new ProducerRecord<>(fixture.topic.name(), 1, null, new byte[700_000])));

        requireCommandsAreAccepted();
    }

    /** A copy of a record in another partition or with another key does not count as relayed. */
    @Test
    void onlyRecordsInTheRightPartitionCountAsRelayed() throws Exception {
        fixture.relayAll();
        ProducerRecord<byte[], byte[]> opening =
                fixture.topic.sealed(PublishedTopic.event(talks.slug(), 5, UUID.randomUUID()));
        int elsewhere = (opening.partition() + 1) % PublishedTopic.PARTITIONS;
        fixture.topic.put(List.of(new ProducerRecord<>(
                fixture.topic.name(), elsewhere, opening.key(), opening.value(), opening.headers())));

        requireCommandsAreAccepted();
    }

    @Test
    void forgedEventIsNotRestored() throws Exception {
        talks.accepted(talks.question(TestNegotiation.newId(), "money"));
        fixture.relayAll();
        List<StoredTrail.Row> published = fixture.trail.of(talks.slug());
        fixture.deleteAfter(talks.slug(), 3);
        fixture.topic.put(List.of(
                fixture.topic.sealed(event(4), OTHER_KEY),
                fixture.topic.sealed(event(6), OTHER_KEY),
                with(fixture.topic.sealed(event(6)), "ce_sequence", Long.toString(Long.MAX_VALUE)),
                new ProducerRecord<>(fixture.topic.name(), 0, talks.slug().getBytes(UTF_8), null)));

        assertThat(takeBack().run()).isEqualTo(new RestoreResult(Map.of(talks.slug(), 2), Map.of(), 4));

        assertThat(fixture.trail.of(talks.slug())).isEqualTo(published);
        requireCommandsAreAccepted();
    }

    /** Even an event with a valid seal is not restored if nothing could be recorded after it. */
    @Test
    void eventThatBlocksLaterOnesIsNotRestored() throws Exception {
        fixture.relayAll();
        List<StoredTrail.Row> before = fixture.trail.of(talks.slug());
        Instant now = Instant.now();
        Map<String, PublishedEvent> impossible = Map.of(
                "has the number 9223372036854775807",
                PublishedTopic.event(talks.slug(), 5, UUID.randomUUID(), Long.MAX_VALUE, now),
                "has the number 0",
                PublishedTopic.event(talks.slug(), 5, UUID.randomUUID(), 0, now),
                "more than a day in the future",
                PublishedTopic.event(talks.slug(), 5, UUID.randomUUID(), 77, now.plus(Duration.ofDays(2))),
                "before its predecessor",
                PublishedTopic.event(talks.slug(), 5, UUID.randomUUID(), 77, now.minus(Duration.ofDays(2))));
        for (Map.Entry<String, PublishedEvent> each : impossible.entrySet()) {
            try (RelayFixture other = new RelayFixture(ledger)) {
                other.topic.create(KEEPS_ALL);
                other.topic.put(each.getValue());
                RestoreResult result = new TopicRestore(other.settings(10), ledger.bean(EventRestorer.class)).run();
                assertThat(result.restored()).isEmpty();
                assertThat(result.refused()).containsOnlyKeys(talks.slug());
                assertThat(result.refused().get(talks.slug())).contains(each.getKey());
            }
        }
        assertThat(fixture.trail.of(talks.slug())).isEqualTo(before);
        requireCommandsAreAccepted();
    }

    /** With a lost key and an older backup, records that cannot be verified are the only trace of what is missing. */
    @Test
    void claimsBeyondTheStoreRaiseAnAlarmUntilDismissed() throws Exception {
        fixture.relayAll();
        ProducerRecord<byte[], byte[]> unsealed = fixture.topic.sealed(event(9));
        unsealed.headers().remove("ce_seal");
        fixture.topic.put(List.of(fixture.topic.sealed(event(7), OTHER_KEY), unsealed));
        Relay relay = fixture.relay();
        fixture.caughtUp(relay);

        assertThat(claims().findAll()).singleElement().satisfies(claim -> {
            assertThat(claim.negotiation()).isEqualTo(talks.slug());
            assertThat(claim.position()).isEqualTo(9);
            assertThat(claim.stored()).isEqualTo(4);
            assertThat(claim.reason()).isEqualTo("it has no seal");
        });
        RelayMonitor watch = fixture.watch(relay);
        watch.check();
        Health health = new RelayHealthIndicator(relay, watch, StartupComparison.disabled()).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health.getDetails().get("unverified"))).contains("GET /api/ledger/unverified");
        assertThat(editor.send("GET", "/api/ledger/unverified", "", BodyPublishers.noBody())
                        .json()
                        .path("claims"))
                .singleElement()
                .satisfies(claim -> assertThat(claim.path("position").asInt()).isEqualTo(9));
        for (int i = 5; i < 12; i++) {
            talks.accepted(talks.question(TestNegotiation.newId(), "question-" + i));
        }
        fixture.caughtUp(relay);
        assertThat(claims().findAll()).as("also after further events").hasSize(1);

        assertThat(editor.send("DELETE", "/api/ledger/unverified", "", BodyPublishers.noBody())
                        .json()
                        .path("dismissed")
                        .asInt())
                .isEqualTo(1);

        watch.check();
        assertThat(new RelayHealthIndicator(relay, watch, StartupComparison.disabled())
                        .health()
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    /**
     * A ledger without seals has published everything; the next one publishes it again with seals, in the same topic.
     */
    @Test
    void unsealedEventsArePublishedAgain() throws Exception {
        fixture.relayAll();
        int published = fixture.topic.size();
        fixture.jdbc.sql("delete from ledger.relay_seal").update();

        fixture.relayAll();

        assertThat(fixture.topic.size()).isEqualTo(2 * published);
        fixture.requireAllInOrder();
        fixture.relayAll();
        assertThat(fixture.topic.size()).as("once").isEqualTo(2 * published);
    }

    @Test
    void keyRotationPublishesEverythingAgain() throws Exception {
        fixture.relayAll();
        int published = fixture.topic.all().size();
        try (Relay relay = fixture.relay(new SealKeys(NEXT_KEY, TestSealKeys.KEY))) {
            fixture.caughtUp(relay);
        }
        assertThat(fixture.topic.all(NEXT_KEY)).hasSize(published);
        talks.accepted(talks.question(TestNegotiation.newId(), "money"));
        try (Relay relay = fixture.relay(SealKeys.only(NEXT_KEY))) {
            fixture.caughtUp(relay);
        }
        assertThat(fixture.topic.all(NEXT_KEY)).hasSize(published + 1);
        assertThat(fixture.topic.all()).hasSize(published);
        assertThat(claims().findAll())
                .as("what the former key sealed is not beyond the store")
                .isEmpty();
    }

    /** A lost key is found again. As the former key it makes its records valid, and the ledger halts. */
    @Test
    void recoveredKeyRevealsMissingEvents() throws Exception {
        talks.accepted(talks.question(TestNegotiation.newId(), "money"));
        fixture.relayAll();
        List<StoredTrail.Row> published = fixture.trail.of(talks.slug());
        fixture.deleteAfter(talks.slug(), 3);
        try (Relay relay = fixture.relay(SealKeys.only(NEXT_KEY))) {
            fixture.caughtUp(relay);
        }
        assertThat(claims().findAll())
                .extracting(UnverifiedClaims.UnverifiedClaim::position)
                .containsExactly(5L);

        SealKeys both = new SealKeys(NEXT_KEY, TestSealKeys.KEY);
        Relay relay = fixture.relay(both);
        fixture.failing(relay, "position 4 of " + talks.slug(), "store ends at 3");
        RestoreResult result = new TopicRestore(fixture.settings(10, both), ledger.bean(EventRestorer.class)).run();

        assertThat(result).isEqualTo(new RestoreResult(Map.of(talks.slug(), 2), Map.of(), 0));
        assertThat(fixture.trail.of(talks.slug())).isEqualTo(published);
        fixture.caughtUp(relay);
    }

    /** Foreign records of all kinds between the relay's records, while relays start and stop. */
    @Test
    void foreignRecordsDoNotAffectRelaying() throws Exception {
        long seed = Long.getLong("parley.seed", System.nanoTime());
        Random random = new Random(seed);
        fixture.topic.create(KEEPS_ALL);
        TopicNoise noise = new TopicNoise(fixture.topic.name(), PublishedTopic.PARTITIONS, random);
        for (int position = 1; position <= 3; position++) {
            noise.genuine(event(position + 1_000)); // the event that it alters is never published itself
        }
        for (int round = 0; round < 4; round++) {
            for (int n = 0; n < 15; n++) {
                fixture.topic.put(noise.nextForeign());
            }
            talks.accepted(talks.question(TestNegotiation.newId(), "round-" + round));
            fixture.relayAll();
        }
        fixture.requireAllOnce();
        assertThat(takeBack().run().restored()).as("seed %d", seed).isEmpty();
        fixture.deleteAfter(talks.slug(), 4);
        assertThat(takeBack().run().restored()).as("seed %d", seed).isEqualTo(Map.of(talks.slug(), 4));
        await().untilAsserted(() -> fixture.requireAllOnce());
    }
}

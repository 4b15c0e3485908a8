package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.ledger.admission.StartupComparison;
import org.parley.ledger.relay.Relay;
import org.parley.ledger.relay.RelayMonitor;
import org.parley.ledger.relay.TopicRestore;
import org.parley.ledger.relay.TopicRestore.RestoreResult;
import org.parley.ledger.store.EventRestorer;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import tools.jackson.databind.JsonNode;

/** The topic differs from what the relay has sent. */
class RelayTopicTest {
    private static final Map<String, String> KEEPS_ALL = Map.of("retention.ms", "-1", "retention.bytes", "-1");

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

    @Test
    void topicRecreatedWithoutRelayIsRefilled() throws Exception {
        fixture.relayAll();
        fixture.topic.delete();
        await().until(() -> !fixture.topic.exists());

        fixture.relayAll();

        fixture.requireAllOnce();
    }

    @Test
    void topicRecreatedDuringRelayIsRefilled() throws Exception {
        Relay relay = fixture.relay();
        fixture.caughtUp(relay);
        fixture.topic.delete();
        await().until(() -> !fixture.topic.exists());
        await().untilAsserted(() -> {
            if (!fixture.topic.exists()) {
                fixture.topic.create(KEEPS_ALL);
            }
        });
        talks.accepted(talks.question(TestNegotiation.newId(), "money"));

        await().atMost(RelayFixture.WITHIN).untilAsserted(() -> fixture.requireAllReadable());
    }

    @ParameterizedTest
    @CsvSource({
        "cleanup.policy,compact",
        "retention.ms,604800000",
        "retention.bytes,1000000",
        "unclean.leader.election.enable,true"
    })
    void topicThatWouldLoseHistoryIsRefusedButCommandsContinue(String setting, String value) throws Exception {
        Map<String, String> settings = new HashMap<>(KEEPS_ALL);
        settings.put(setting, value);
        fixture.topic.create(settings);
        Relay relay = fixture.relay();

        fixture.failing(relay, fixture.topic.name(), setting + "=" + value, "would lose history");

        RelayMonitor watch = fixture.watch(relay);
        await().atMost(RelayFixture.WITHIN).untilAsserted(() -> {
            watch.check();
            assertThat(new RelayProgressHealthIndicator(watch).health().getStatus())
                    .isEqualTo(Status.DOWN);
        });
        Health health = new RelayHealthIndicator(relay, watch, StartupComparison.disabled()).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsKey("lag");
        assertThat(String.valueOf(health.getDetails().get("reason"))).contains("would lose history");
        assertThat(fixture.topic.all()).isEmpty();
        talks.accepted(talks.question(TestNegotiation.newId(), "money"));
    }

    /** An older backup of the database was restored: positions must not be assigned twice. */
    @Test
    void topicAheadOfTheStoreStopsRelayAndCommands() throws Exception {
        fixture.relayAll();
        UUID published = UUID.randomUUID();
        fixture.topic.put(PublishedTopic.event(talks.slug(), 5, published));
        Relay relay = fixture.relay();

        fixture.failing(relay, "position 5 of " + talks.slug(), "store ends at 4");

        String question = talks.question(TestNegotiation.newId(), "money");
        Map<String, String> before = fixture.trail.fingerprint();
        Answer refused = talks.command(question);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
        assertThat(refused.text("detail")).contains("position 5 of " + talks.slug());
        List<JsonNode> lines = editor.batch(question);
        assertThat(lines).extracting(line -> line.path("status").asInt()).containsExactly(503);
        assertThat(editor.dryRun(question).status()).isEqualTo(200);
        assertThat(fixture.trail.fingerprint()).isEqualTo(before);
        assertThat(fixture.topic.all())
                .filteredOn(r -> r.key().equals(talks.slug()))
                .hasSize(5);

        takeBack(published);
        fixture.caughtUp(relay);
        assertThat(talks.accepted(question).json().path("position").asInt()).isEqualTo(6);
        fixture.caughtUp(relay);
        fixture.requireAllOnce();
    }

    /** As if the event had been restored from the topic. */
    private void takeBack(UUID id) {
        fixture.jdbc.sql("""
                        insert into ledger.ledger_entry select ?, negotiation, 5, 'question', 'back', 1, type, 'hash',
                            now(), editor, 'x', null, null from ledger.ledger_entry where negotiation = ? and position = 1
                        """).params(id, talks.slug()).update();
        fixture.jdbc
                .sql("""
                        insert into ledger.domain_event_entry (aggregate_identifier, sequence_number, type,
                            event_identifier, time_stamp, payload_type, payload, meta_data)
                        select ?, 0, 'question', ?, time_stamp, payload_type, payload, meta_data
                        from ledger.domain_event_entry limit 1
                        """)
                .params(talks.slug() + "/question/back", id.toString())
                .update();
        fixture.jdbc
                .sql("update ledger.negotiation_head set position = 5, recorded_at = now() where negotiation = ?")
                .param(talks.slug())
                .update();
    }

    /** Events that an older backup lacks are restored as published; then the ledger records after them. */
    @Test
    void missingEventsAreRestored() throws Exception {
        String question = talks.question(TestNegotiation.newId(), "money");
        talks.accepted(question);
        talks.accepted(talks.position(TestNegotiation.newId(), "money", "RUS", "OPPOSES"));
        talks.admit("FRA", "STATE");
        TestNegotiation others = TestNegotiation.open(editor);
        fixture.relayAll();
        List<StoredTrail.Row> before = fixture.trail.all();
        int published = fixture.topic.all().size();
        fixture.deleteAfter(talks.slug(), 4);
        fixture.deleteAfter(others.slug(), 0);
        Relay relay = fixture.relay();
        fixture.failing(relay, "the store ends at");
        assertThat(talks.command(talks.question(TestNegotiation.newId(), "peace"))
                        .status())
                .isEqualTo(503);

        TopicRestore topicRestore = new TopicRestore(fixture.settings(10), ledger.bean(EventRestorer.class));
        assertThat(topicRestore.run())
                .isEqualTo(new RestoreResult(Map.of(talks.slug(), 3, others.slug(), 4), Map.of(), 0));

        assertThat(fixture.trail.all()).isEqualTo(before);
        fixture.trail.requireInOrder();
        fixture.caughtUp(relay);
        assertThat(fixture.topic.all()).hasSize(published);
        assertThat(talks.command(question).status())
                .as("a repeat of what came back")
                .isEqualTo(200);
        assertThat(talks.accepted(talks.position(TestNegotiation.newId(), "money", "FRA", "SUPPORTS"))
                        .json()
                        .path("position")
                        .asInt())
                .isEqualTo(8);
        fixture.caughtUp(relay);
        fixture.requireAllOnce();
        assertThat(topicRestore.run().restored())
                .as("nothing is lacking any more")
                .isEmpty();
    }

    @Test
    void forkedNegotiationIsNotRestoredButOthersAre() throws Exception {
        TestNegotiation others = TestNegotiation.open(editor);
        fixture.relayAll();
        List<StoredTrail.Row> published = fixture.trail.of(others.slug());
        fixture.deleteAfter(talks.slug(), 1);
        talks.admit("DEU", "STATE");
        List<StoredTrail.Row> forked = fixture.trail.of(talks.slug());
        fixture.deleteAfter(others.slug(), 0);

        RestoreResult result = new TopicRestore(fixture.settings(10), ledger.bean(EventRestorer.class)).run();

        assertThat(result.restored()).isEqualTo(Map.of(others.slug(), 4));
        assertThat(result.refused()).containsOnlyKeys(talks.slug());
        assertThat(result.refused().get(talks.slug())).contains("position 2 of " + talks.slug());
        assertThat(fixture.trail.of(talks.slug())).usingRecursiveComparison().isEqualTo(forked);
        assertThat(fixture.trail.of(others.slug())).usingRecursiveComparison().isEqualTo(published);
    }

    @Test
    void differentEventAtAPositionStopsRelayAndCommands() throws Exception {
        fixture.topic.create(KEEPS_ALL);
        fixture.topic.put(PublishedTopic.event(talks.slug(), 2, UUID.randomUUID()));
        Relay relay = fixture.relay();

        fixture.failing(relay, "different events at position 2 of " + talks.slug());

        assertThat(talks.command(talks.question(TestNegotiation.newId(), "money"))
                        .status())
                .isEqualTo(503);
        assertThat(fixture.topic.all()).hasSize(1);
    }
}

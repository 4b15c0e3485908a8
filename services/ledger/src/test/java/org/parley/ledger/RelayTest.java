package org.parley.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.CanonicalJson;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.ledger.PublishedTopic.Received;
import org.parley.ledger.StoredTrail.Row;
import org.parley.ledger.relay.Relay;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import org.parley.testkit.TestSealKeys;

/** All stored events are relayed to the topic as they are stored. */
class RelayTest {
    private static LedgerProcess ledger;
    private static ApiClient editor;

    private RelayFixture fixture;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.sharedByRelays();
        editor = ledger.chief();
    }

    @BeforeEach
    void prepare() {
        fixture = new RelayFixture(ledger);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    /** A negotiation with about thirty events. */
    private static TestNegotiation discussed() {
        TestNegotiation talks = TestNegotiation.open(editor);
        editor.batch(Stream.concat(
                        Stream.of(talks.question(TestNegotiation.newId(), "money")),
                        IntStream.range(0, 25)
                                .mapToObj(i -> talks.position(TestNegotiation.newId(), "money", "USA", "OPPOSES")))
                .collect(Collectors.joining("\n")));
        return talks;
    }

    @Test
    void allEventsArriveOnceAndInOrder() {
        discussed();
        Relay relay = fixture.relay();
        discussed();
        fixture.caughtUp(relay);
        TestNegotiation late = discussed();
        fixture.caughtUp(relay);

        fixture.requireAllOnce();
        assertThat(fixture.topic.all())
                .filteredOn(r -> r.key().equals(late.slug()))
                .hasSize(30);
    }

    @Test
    void recordMatchesTheContract() {
        TestNegotiation talks = TestNegotiation.open(editor);
        String id = TestNegotiation.newId();
        talks.command(
                talks.proposal(id, "alaska", "2025-08-15~"),
                "X-Correlation-Id",
                "import:7",
                "X-Causation-Id",
                "mail-8");
        fixture.relayAll();

        Received received = only(id);
        Row stored = fixture.trail.of(talks.slug()).get(4);
        String recordedAt = PublishedEvent.time(stored.recordedAt().toInstant());
        assertThat(received.key()).isEqualTo(talks.slug());
        assertThat(received.value()).isEqualTo(CanonicalJson.of(Json.MAPPER.readTree(stored.payload())));
        assertThat(new String(received.value(), UTF_8)).startsWith("{\"by\":[{\"party\":\"USA\"}]");
        String digest = received.headers().get("ce_digest");
        assertThat(digest).matches("sha256:[0-9a-f]{64}");
        assertThat(received.headers())
                .containsExactlyInAnyOrderEntriesOf(new LinkedHashMap<>(Map.ofEntries(
                        entry("ce_digest", digest),
                        entry("ce_seal", TestSealKeys.KEY.seal(digest)),
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", id),
                        entry("ce_source", "/parley/ledger"),
                        entry("ce_type", "org.parley.CeasefireProposed.v1"),
                        entry("ce_subject", talks.slug() + "/ceasefire/alaska"),
                        entry("ce_time", recordedAt),
                        entry("ce_dataschema", "urn:parley:schema:CeasefireProposed:v1"),
                        entry("ce_occurred", "2025-08-15~"),
                        entry("ce_position", "5"),
                        entry("ce_sequence", Long.toString(stored.globalIndex())),
                        entry("ce_editor", "chief"),
                        entry("ce_correlationid", "import:7"),
                        entry("ce_causationid", "mail-8"),
                        entry("ce_recordedtime", recordedAt),
                        entry("content-type", "application/json"))));
    }

    @Test
    void optionalHeadersAreOmitted() {
        TestNegotiation talks = TestNegotiation.open(editor);
        String id = TestNegotiation.newId();
        Answer answer = talks.accepted(talks.question(id, "money"));
        fixture.relayAll();

        assertThat(answer.header("X-Correlation-Id")).matches("[0-9a-f]{32}");
        assertThat(only(id).headers())
                .doesNotContainKeys("ce_occurred", "ce_causationid")
                .containsEntry("ce_correlationid", answer.header("X-Correlation-Id"));
    }

    private Received only(String id) {
        List<Received> found = fixture.topic.all().stream()
                .filter(received -> received.developmentId().toString().equals(id))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** The relay died after Kafka accepted events but before it stored its progress, or the progress was lost. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.relay_progress set position = greatest(position - 3, 0)",
                "delete from ledger.relay_partition",
                "delete from ledger.relay_progress",
                "update ledger.relay_progress set position = 1"
            })
    void eventsInTheTopicAreNotSentAgain(String loss) {
        discussed();
        discussed();
        fixture.relayAll();
        if (loss.startsWith("update")) {
            fixture.jdbc.sql("update ledger.relay_partition set end_offset = 0").update();
        }
        assertThat(fixture.jdbc.sql(loss).update()).isPositive();
        discussed();

        fixture.relayAll();

        fixture.requireAllOnce();
    }

    @Test
    void gapInTheStoreIsAFailureAndNotRelayed() {
        TestNegotiation talks = discussed();
        List<Row> rows = fixture.trail.of(talks.slug());
        String lost = rows.get(9).developmentId().toString();
        fixture.jdbc
                .sql("update ledger.domain_event_entry set event_identifier = 'lost' where event_identifier = ?")
                .param(lost)
                .update();
        try {
            Relay relay = fixture.relay(1000);

            fixture.failing(relay, "position 10 of " + talks.slug());

            assertThat(fixture.topic.all())
                    .filteredOn(r -> r.key().equals(talks.slug()))
                    .isEmpty();
        } finally {
            fixture.jdbc
                    .sql("update ledger.domain_event_entry set event_identifier = ? where event_identifier = 'lost'")
                    .param(lost)
                    .update();
        }
    }
}

package org.parley.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.KafkaEventRecords;
import org.parley.contract.seal.SealKey;
import org.parley.testkit.DedicatedServers;
import org.parley.testkit.TestLedger;
import org.parley.testkit.TestSealKeys;
import org.parley.testkit.TopicNoise;
import tools.jackson.databind.JsonNode;

/**
 * Arbitrary records among those of the ledger, with restarts and rebuilds in between: state, trail, export and
 * checkpoint are those of an archive without them.
 */
@DedicatedServers
class ForeignRecordsTest {
    private static final String PATH = "/api/negotiations/" + AlaskaStory.NEGOTIATION;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final List<String> PROJECTIONS = List.of("trail", "state", "proof");

    private static final long SEED = Long.getLong("parley.seed", System.nanoTime());
    private static final TestLedger LEDGER = AlaskaStory.record(AlaskaStory.NEGOTIATION);
    private static ArchiveFixture archive;
    private static TopicNoise noise;

    @BeforeAll
    static void publishAmongForeignRecords() {
        archive = new ArchiveFixture(AlaskaStory.NOW);
        Random random = new Random(SEED);
        noise = new TopicNoise(archive.topic(), ArchiveFixture.PARTITIONS, random);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (PublishedEvent event : LEDGER.published()) {
            for (int n = random.nextInt(8); n > 0; n--) {
                records.addAll(noise.nextRecords());
            }
            records.add(noise.genuine(event));
        }
        for (int n = 0; n < 10; n++) {
            records.addAll(noise.nextRecords());
        }
        int half = records.size() / 2;
        archive.sendRecords(records.subList(0, half));
        archive.asChief("POST", "/api/projections/trail/rebuild");
        archive.stop();
        archive.start();
        archive.sendRecords(records.subList(half, records.size()));
        archive.awaitLast(LEDGER.published());
        for (String projection : PROJECTIONS) {
            archive.asChief("POST", "/api/projections/" + projection + "/rebuild");
        }
        await().atMost(TIMEOUT).until(ForeignRecordsTest::isLive);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static JsonNode projections() {
        return archive.get("/api/projections").json();
    }

    private static boolean isLive() {
        return projections()
                .path("projections")
                .valueStream()
                .allMatch(projection -> projection.path("status").asString().equals("LIVE")
                        && projection.path("rebuild").isMissingNode());
    }

    @Test
    void foreignRecordsChangeNothing() {
        try (ArchiveFixture clean = new ArchiveFixture(AlaskaStory.NOW)) {
            clean.publishAndWait(LEDGER.published());
            for (String question : new String[] {
                PATH,
                PATH + "?asOf=2025-08-16",
                PATH + "/trail?limit=100",
                PATH + "/export?format=ndjson",
                PATH + "/matters/ceasefire/alaska",
                "/api/negotiations"
            }) {
                // Its projections need not arrive at the same time.
                await().atMost(TIMEOUT)
                        .untilAsserted(() -> assertThat(archive.get(question).body())
                                .as("%s, seed %d", question, SEED)
                                .isEqualTo(clean.get(question).body()));
            }
            await().atMost(TIMEOUT)
                    .untilAsserted(
                            () -> assertThat(root(archive)).as("seed %d", SEED).isEqualTo(root(clean)));
        }
        assertThat(projections().path("projections"))
                .as("seed %d", SEED)
                .allSatisfy(projection -> assertThat(projection.path("stopped")).isEmpty());
    }

    /** Origin, size and root of the checkpoint; the two archives have different keys. */
    private static List<String> root(ArchiveFixture of) {
        return of.get(PATH + "/checkpoint").body().lines().limit(3).toList();
    }

    @Test
    void foreignRecordsAreCountedAndListed() {
        JsonNode foreign = projections().path("foreign");
        assertThat(foreign.path("count").asInt() + foreign.path("older").asInt())
                .as("seed %d", SEED)
                .isGreaterThanOrEqualTo(noise.foreignCount());
        assertThat(foreign.path("latest")).isNotEmpty().allSatisfy(record -> {
            assertThat(record.path("partition").asInt()).isBetween(0, 2);
            assertThat(record.path("offset").asLong()).isNotNegative();
            assertThat(record.path("firstSeen").asString()).isNotEmpty();
            assertThat(record.path("reason").asString()).isNotEmpty();
        });
    }

    /** Regression: a copy with another editor was shown as an act of the chief, and signed. */
    @Test
    void forgedEventIsListedAndRaisesAlarm() {
        PublishedEvent last = LEDGER.published().getLast();
        ProducerRecord<byte[], byte[]> forged = KafkaEventRecords.write(
                archive.topic(),
                ArchiveFixture.PARTITIONS,
                LEDGER.forged(
                        "forged",
                        "{'command':'RecordMeeting','matter':'moon','occurred':'2025-08-21','participants':['USA'],"
                                + "'evidence':{'sources':[{'publisher':'Nobody','title':'Nothing'}]}}",
                        last.subject()),
                SealKey.of("the key of somebody who is not the ledger", "test"));
        int before = projections().path("foreign").path("count").asInt();
        ProducerRecord<byte[], byte[]> copy =
                KafkaEventRecords.write(archive.topic(), ArchiveFixture.PARTITIONS, last, TestSealKeys.KEY);
        copy.headers().remove("ce_editor").add("ce_editor", "the-chief".getBytes(UTF_8));
        archive.sendRecords(List.of(copy, forged));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(
                        projections().path("foreign").path("count").asInt())
                .isEqualTo(before + 2));
        JsonNode named = projections().path("foreign").path("latest").path(0);
        assertThat(named.path("reason").asString()).isEqualTo("its seal is not the ledger's");
        assertThat(named.path("negotiation").asString()).isEqualTo(AlaskaStory.NEGOTIATION);
        assertThat(named.path("position").asLong()).isEqualTo(last.position() + 1);
        assertThat(named.path("ahead").asBoolean()).isTrue();
        await().atMost(TIMEOUT).untilAsserted(() -> {
            String metrics = archive.asChief("GET", "/actuator/prometheus").body();
            assertThat(metrics)
                    .contains("parley_stream_foreign_records " + (before + 2) + ".0")
                    .containsPattern("parley_stream_foreign_ahead_records [1-9]")
                    .containsPattern("parley_stream_foreign_age_seconds [0-9]")
                    .contains("parley_stream_unsealed 0.0")
                    .containsPattern("parley_stream_older_records [0-9]");
        });
        ArchiveFixture.Response health = archive.asChief("GET", "/actuator/health/projections");
        assertThat(health.status()).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(health.json().path("details").path("foreign records").asString())
                .contains("skipped", "claim to be events beyond");
        assertThat(archive.get(PATH + "/trail?limit=100").body()).doesNotContain("the-chief");
        assertThat(root(archive)).isEqualTo(root(AlaskaStory.archive()));
    }
}

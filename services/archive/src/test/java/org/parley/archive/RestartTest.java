package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.PublishedEvent;
import org.parley.contract.proof.ConsistencyProof;
import org.parley.contract.proof.SignedNote;
import org.parley.contract.proof.TrailCheckpoint;
import org.parley.contract.proof.TreeHash;
import org.parley.contract.proof.VerifierKey;
import org.parley.testkit.BackingServices;
import org.parley.testkit.DedicatedServers;
import org.parley.testkit.TestLedger;

/** An archive gives the same answers after a restart, and after a start with an empty database. */
@DedicatedServers
class RestartTest {
    private static final String PATH = "/api/negotiations/alaska-2025";
    private static final int EARLY = 11;

    private final TestLedger ledger = AlaskaStory.record("alaska-2025");
    private final List<PublishedEvent> events = ledger.published();

    @Test
    void answersSurviveRestartAndEmptyDatabase(@TempDir Path folder) {
        try (ArchiveFixture archive = new ArchiveFixture(AlaskaStory.NOW, folder.resolve("log-key"))) {
            events.subList(0, 9).forEach(event -> archive.publishAndWait(List.of(event))); // one batch each
            archive.publishAndWait(events.subList(0, EARLY)); // repeats
            String key = archive.get("/api/log-key").body();
            String early = archive.get(PATH + "/checkpoint").body();
            awaitPublishedCheckpoint(archive, EARLY);
            String id = lastOf(archive, "?from=any:0", EARLY).id();

            archive.stop();
            archive.start();
            archive.publishAndWait(events);
            assertThat(archive.get("/api/log-key").body()).isEqualTo(key);
            assertThat(archive.get(PATH + "/checkpoint?size=" + EARLY).body()).isEqualTo(early);
            Answers before = Answers.of(archive);
            assertThat(before.state())
                    .isEqualTo(archive.get(PATH + "?asOf=" + AlaskaStory.NOW).body());
            assertThat(before.trail().lines()).hasSize(events.size());
            assertThat(consistency(archive).proves(root(early), root(before.checkpoint())))
                    .isTrue();
            awaitPublishedCheckpoint(archive, events.size());
            assertThat(lastOf(archive, "?from=" + id, events.size() - EARLY)
                            .data()
                            .path("position")
                            .asInt())
                    .isEqualTo(events.size());

            archive.stop();
            archive.dropSchema();
            archive.start();
            archive.publishAndWait(events.subList(events.size() - 1, events.size()));
            assertThat(Answers.of(archive)).isEqualTo(before);
            assertThat(archive.get(PATH + "/checkpoint?size=" + EARLY).body()).isEqualTo(early);
            assertThat(archive.get("/api/log-key").body()).isEqualTo(key);
            assertPublishedCheckpoints(archive, key);
            assertThat(lastOf(archive, "?from=" + id, events.size() - EARLY)
                            .data()
                            .path("position")
                            .asInt())
                    .isEqualTo(events.size());

            archive.recreateTopic();
            archive.publish(events);
            assertStreamResets(archive, id);
        }
    }

    /** Reads exactly this many events of a stream; returns the last. */
    private static SseReader.SseEvent lastOf(ArchiveFixture archive, String question, int count) {
        try (SseReader reader = SseReader.open(archive.address("/api/stream" + question), Map.of())) {
            await().atMost(180, TimeUnit.SECONDS).until(() -> reader.events().size() >= count);
            assertThat(reader.events()).hasSize(count).noneMatch(event -> event.name()
                    .equals("reset"));
            return reader.events().getLast();
        }
    }

    private void assertStreamResets(ArchiveFixture archive, String id) {
        List<SseReader.SseEvent> received = await().atMost(180, TimeUnit.SECONDS)
                .until(
                        () -> {
                            // Until it has read the new topic, the archive accepts the id as current.
                            try (SseReader reader =
                                    SseReader.open(archive.address("/api/stream?from=" + id), Map.of())) {
                                await().pollDelay(Duration.ZERO)
                                        .atMost(180, TimeUnit.SECONDS)
                                        .until(() -> reader.status() != 200
                                                || reader.hasEnded() // the new topic was read meanwhile
                                                || reader.comments().size() > 2);
                                return reader.events();
                            }
                        },
                        events -> events.stream().anyMatch(event -> event.name().equals("reset"))
                                && events.size() == this.events.size() + 1);
        assertThat(received.getFirst().name()).isEqualTo("reset");
        assertThat(received.getFirst().id()).isNotEqualTo(id);
        assertThat(received.subList(1, received.size()))
                .extracting(event -> event.data().path("position").asInt())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(lastOf(archive, "?from=" + received.get(EARLY).id(), events.size() - EARLY)
                        .data()
                        .path("position")
                        .asInt())
                .isEqualTo(events.size());
        assertThat(Answers.of(archive).trail().lines()).hasSize(events.size());
    }

    private record Answers(String state, String trail, String export, String checkpoint, String proof) {
        static Answers of(ArchiveFixture archive) {
            return new Answers(
                    archive.get(PATH).body(),
                    archive.get(PATH + "/trail", Map.of("Accept", "application/x-ndjson"))
                            .body(),
                    archive.get(PATH + "/export").body(),
                    archive.get(PATH + "/checkpoint").body(),
                    archive.get(PATH + "/proofs/consistency?from=" + EARLY + "&to=20")
                            .body());
        }
    }

    private static void assertPublishedCheckpoints(ArchiveFixture archive, String key) {
        VerifierKey verifier = VerifierKey.parse(key.strip());
        List<String> notes = publishedCheckpoints(archive);
        for (String note : notes) {
            assertThat(verifier.hasSigned(SignedNote.parse(note))).isTrue();
            assertThat(archive.get(PATH + "/checkpoint?size=" + size(note)).body())
                    .isEqualTo(note);
        }
        assertThat(notes).map(RestartTest::size).contains((long) EARLY, 20L);
    }

    private static long size(String note) {
        return TrailCheckpoint.parse(SignedNote.parse(note).text()).size();
    }

    private static ConsistencyProof consistency(ArchiveFixture archive) {
        List<TreeHash> hashes = archive.get(PATH + "/proofs/consistency?from=" + EARLY + "&to=20")
                .json()
                .path("hashes")
                .valueStream()
                .map(hash -> TreeHash.parse(hash.asString()))
                .toList();
        return new ConsistencyProof(EARLY, 20, hashes);
    }

    private static TreeHash root(String note) {
        return TrailCheckpoint.parse(SignedNote.parse(note).text()).root();
    }

    /** Waits for a checkpoint in the topic; each size occurs once, in ascending order. */
    private static void awaitPublishedCheckpoint(ArchiveFixture archive, long size) {
        await().atMost(180, TimeUnit.SECONDS)
                .until(() -> publishedCheckpoints(archive).stream().anyMatch(note -> size(note) == size));
        assertThat(publishedCheckpoints(archive))
                .map(RestartTest::size)
                .endsWith(size)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** All records of the topic, in order. */
    private static List<String> publishedCheckpoints(ArchiveFixture archive) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        BackingServices.shared().bootstrapServers(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(archive.checkpointsTopic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long total = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<String> notes = new ArrayList<>();
            while (notes.size() < total) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    assertThat(message.key()).isEqualTo("alaska-2025");
                    notes.add(message.value());
                });
            }
            return notes;
        }
    }
}

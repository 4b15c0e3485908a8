package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.parley.contract.proof.Checkpoint;
import org.parley.contract.proof.SignedNote;
import org.parley.contract.proof.VerifierKey;
import org.parley.testkit.BackingServices;
import org.parley.testkit.TestLedger;

/** What a subscriber of the checkpoints hears. */
class CheckpointsTopicTest {
    @Test
    void everyGrowthOfATrailIsSignedForInPublic() {
        try (Archive archive = new Archive(Alaska.NOW)) {
            TestLedger ledger = Alaska.told("alaska-2025");
            archive.publishAndWait(ledger.published().subList(0, 9));
            awaitSize(archive, 9);
            archive.publishAndWait(ledger.published());
            awaitSize(archive, 20);
            VerifierKey key =
                    VerifierKey.parse(archive.get("/api/log-key").body().strip());
            for (String note : heard(archive)) {
                assertThat(key.signed(SignedNote.parse(note))).isTrue();
                Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
                assertThat(archive.get("/api/negotiations/alaska-2025/checkpoint?size=" + checkpoint.size())
                                .body())
                        .isEqualTo(note);
            }
            archive.stop();
            archive.start();
            archive.publishAndWait(ledger.published().subList(19, 20));
            assertThat(sizes(heard(archive))).endsWith(20L).isSorted().doesNotHaveDuplicates();
        }
    }

    private static void awaitSize(Archive archive, long size) {
        await().atMost(60, TimeUnit.SECONDS).until(() -> sizes(heard(archive)).contains(size));
    }

    private static List<Long> sizes(List<String> notes) {
        return notes.stream()
                .map(note -> Checkpoint.parse(SignedNote.parse(note).text()).size())
                .toList();
    }

    /** Everything in the topic, in order. */
    private static List<String> heard(Archive archive) {
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

package org.parley.projection.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.KafkaEventRecords;
import org.parley.contract.seal.SealKey;
import org.parley.contract.seal.SealKeys;
import org.parley.projection.ProjectionFixture;
import org.parley.projection.TestEvents;
import org.parley.projection.TestTopic;
import org.parley.projection.checkpoint.ForeignRecords;
import org.parley.projection.checkpoint.ForeignRecords.ForeignRecord;
import org.parley.testkit.TestSealKeys;

/** Records that the ledger did not publish change and stop nothing, and are reported. */
class ForeignRecordsTest {
    private static final SealKey NEXT_KEY = SealKey.of("the new key of a rotation in this test", "test");

    private ProjectionFixture fixture;

    @BeforeEach
    void openFixture() throws Exception {
        fixture = ProjectionFixture.open();
    }

    @AfterEach
    void closeFixture() {
        fixture.close();
    }

    private ForeignRecords foreign() throws SQLException {
        try (Connection connection = fixture.database.getConnection()) {
            return ForeignRecords.read(connection, "archive");
        }
    }

    private void awaitForeign(long count) {
        await().atMost(ProjectionFixture.SOON)
                .untilAsserted(() -> assertThat(foreign().count()).isEqualTo(count));
    }

    private static int partition(ProducerRecord<byte[], byte[]> kafka) {
        return Objects.requireNonNull(kafka.partition());
    }

    @Test
    void recordWithAlteredHeadersIsForeign() throws Exception {
        ProducerRecord<byte[], byte[]> copy = fixture.topic.record(TestEvents.event("alaska", 2));
        copy.headers().remove("ce_editor").add("ce_editor", "chief".getBytes(UTF_8));
        fixture.topic.send(TestEvents.event("alaska", 1));
        fixture.topic.send(copy);
        fixture.topic.send(TestEvents.events("alaska", 2, 3));
        ProjectionReader reader = fixture.reader();

        fixture.awaitTrail("alaska", 3);

        ProjectionFixture.awaitCaughtUp(reader, 4);
        assertThat(reader.status().stopped()).isEmpty();
        assertThat(foreign().latest())
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.partition()).isEqualTo(partition(copy));
                    assertThat(record.offset()).isEqualTo(1);
                    assertThat(record.reason()).isEqualTo("its content does not fit its digest");
                    assertThat(record.negotiation()).isEqualTo("alaska");
                    assertThat(record.position()).isEqualTo(2);
                    assertThat(record.isAhead()).isFalse();
                })
                .extracting(ForeignRecord::firstSeen)
                .isEqualTo(foreign().lastSeen());
    }

    @Test
    void garbageWithANegotiationsKeyDoesNotStopIt() throws Exception {
        byte[] key = "alaska".getBytes(UTF_8);
        fixture.topic.send(TestEvents.event("alaska", 1));
        for (int partition = 0; partition < TestTopic.PARTITIONS; partition++) {
            fixture.topic.send(new ProducerRecord<>(fixture.topicName, partition, key, new byte[] {0, (byte) 0xff}));
            fixture.topic.send(new ProducerRecord<>(fixture.topicName, partition, key, null));
            fixture.topic.send(new ProducerRecord<>(fixture.topicName, partition, null, new byte[0]));
        }
        fixture.topic.send(TestEvents.event("alaska", 2));
        ProjectionReader reader = fixture.reader();

        fixture.awaitTrail("alaska", 2);

        awaitForeign(9);
        ProjectionFixture.awaitCaughtUp(reader, 11);
        assertThat(reader.status().stopped()).isEmpty();
        assertThat(foreign().latest())
                .allSatisfy(record -> assertThat(record.negotiation()).isNull());
    }

    @Test
    void foreignRecordsAreCountedOnceIfReadAgain() throws Exception {
        ProducerRecord<byte[], byte[]> ahead = KafkaEventRecords.write(
                fixture.topicName, TestTopic.PARTITIONS, TestEvents.event("alaska", 9), NEXT_KEY);
        fixture.topic.send(TestEvents.event("alaska", 1));
        fixture.topic.send(ahead);
        fixture.reader();
        awaitForeign(1);
        assertThat(foreign().latest()).singleElement().matches(ForeignRecord::isAhead);
        fixture.reader().close();
        // An event that comes too early causes the partition to be reread from its start.
        fixture.topic.send(TestEvents.event("alaska", 3), TestEvents.event("alaska", 2));
        fixture.topic.send(ahead);
        fixture.awaitTrail("alaska", 3);
        awaitForeign(2);
        assertThat(foreign().latest())
                .extracting(ForeignRecord::reason)
                .containsExactly("its seal is not the ledger's", "its seal is not the ledger's");
    }

    @Test
    void allForeignRecordsAreCountedAndTheLatestReported() throws Exception {
        byte[] nothing = new byte[0];
        for (int n = 0; n < 130; n++) {
            fixture.topic.send(new ProducerRecord<>(fixture.topicName, 1, null, nothing));
        }
        fixture.reader(40);
        awaitForeign(130);
        assertThat(foreign().latest())
                .hasSize(50)
                .extracting(ForeignRecord::offset)
                .startsWith(129L)
                .endsWith(80L);
    }

    /** A ledger without seals has published everything; then one with a key publishes it again. */
    @Test
    void unsealedRecordsAreOlderBeforeTheFirstSealAndForeignAfterIt() throws Exception {
        for (PublishedEvent event : TestEvents.events("alaska", 1, 20)) {
            ProducerRecord<byte[], byte[]> unsealed = fixture.topic.record(event);
            unsealed.headers().remove("ce_seal");
            fixture.topic.send(unsealed);
        }
        ProjectionReader before = fixture.reader();
        await().atMost(ProjectionFixture.SOON)
                .untilAsserted(() -> assertThat(foreign().older()).isEqualTo(20));
        assertThat(fixture.trail.positions("alaska")).isEmpty();
        before.close();

        fixture.topic.send(TestEvents.events("alaska", 1, 21));
        ProducerRecord<byte[], byte[]> late = fixture.topic.record(TestEvents.event("alaska", 22));
        late.headers().remove("ce_seal");
        fixture.topic.send(late);
        ProjectionReader reader = fixture.reader(7);

        fixture.awaitTrail("alaska", 21);
        awaitForeign(1);
        assertThat(foreign().older()).isEqualTo(20);
        assertThat(foreign().latest())
                .singleElement()
                .matches(record -> record.reason().equals("it has no seal") && record.isAhead());
        assertThat(reader.status().stopped()).isEmpty();
    }

    @Test
    void keyRotationLosesNoEventsAndReportsNoForeignRecords() throws Exception {
        fixture.topic.send(TestEvents.events("alaska", 1, 10));
        ProjectionReader first = fixture.reader();
        fixture.awaitTrail("alaska", 10);
        first.close();

        ProjectionReader both = fixture.reader(new SealKeys(NEXT_KEY, TestSealKeys.KEY));
        fixture.topic.send(TestEvents.events("alaska", 11, 12));
        fixture.awaitTrail("alaska", 12);
        for (PublishedEvent event : TestEvents.events("alaska", 1, 15)) {
            fixture.topic.send(KafkaEventRecords.write(fixture.topicName, TestTopic.PARTITIONS, event, NEXT_KEY));
        }
        fixture.awaitTrail("alaska", 15);
        both.close();

        // Reread from the start by a reader that only has the new key.
        fixture.forget();
        ProjectionReader newKeyReader = fixture.reader(SealKeys.only(NEXT_KEY));
        fixture.awaitTrail("alaska", 15);
        ProjectionFixture.awaitCaughtUp(newKeyReader, 27);
        assertThat(foreign().count()).isZero();
        assertThat(foreign().older()).isEqualTo(12);
        assertThat(newKeyReader.status().stopped()).isEmpty();

        fixture.topic.send(TestEvents.event("alaska", 16));
        awaitForeign(1);
        assertThat(fixture.trail.positions("alaska")).hasSize(15);
    }

    /** An archive configured with a wrong key lacks nothing once it has the right one. */
    @Test
    void recordsSkippedWithAWrongKeyAreReadWithTheRightOne() throws Exception {
        fixture.topic.send(TestEvents.events("alaska", 1, 5));
        ProjectionReader wrong = fixture.reader(SealKeys.only(NEXT_KEY));
        ProjectionFixture.awaitCaughtUp(wrong, 5);
        assertThat(fixture.trail.positions("alaska")).isEmpty();
        assertThat(foreign().isNothingSealed()).isTrue();
        wrong.close();

        ProjectionReader right = fixture.reader();

        fixture.awaitTrail("alaska", 5);
        assertThat(right.status().stopped()).isEmpty();
        assertThat(foreign().count()).isZero();
        assertThat(foreign().isNothingSealed()).isFalse();
    }

    /** The records together are larger than one poll returns. */
    @Test
    void hugeForeignRecordsAreSkipped() throws Exception {
        byte[] huge = new byte[950_000];
        fixture.topic.send(TestEvents.event("alaska", 1));
        for (int n = 0; n < 3; n++) {
            ProducerRecord<byte[], byte[]> kafka = fixture.topic.record(TestEvents.event("alaska", 2));
            fixture.topic.send(
                    new ProducerRecord<>(fixture.topicName, kafka.partition(), kafka.key(), huge, kafka.headers()));
        }
        fixture.topic.send(TestEvents.event("alaska", 2));
        fixture.reader();
        fixture.awaitTrail("alaska", 2);
        awaitForeign(3);
    }
}

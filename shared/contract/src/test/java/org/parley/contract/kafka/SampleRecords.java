package org.parley.contract.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.parley.contract.EventTypeName;
import org.parley.contract.PublishedEvent;
import org.parley.contract.seal.SealKey;
import org.parley.domain.matter.MatterAddress;

/** A sample event and its Kafka record. */
final class SampleRecords {
    static final int PARTITIONS = 12;
    static final SealKey KEY = SealKey.of("the seal key of this test, 32 bytes long", "key");
    static final SealKey OTHER_KEY = SealKey.of("a seal key that the ledger does not have", "key");
    static final PublishedEvent EVENT = event(
                    "{\"reason\":\"not yet\",\"by\":[{\"party\":\"RUS\",\"person\":\"Vladimir Putin\"}],"
                            + "\"occurred\":\"2025-08-15\"}")
            .canonical();

    private SampleRecords() {}

    static PublishedEvent event(String data) {
        return event("ilaria", data);
    }

    static PublishedEvent event(String editor, String data) {
        return new PublishedEvent(
                UUID.fromString("0198b8a0-0000-7000-8000-000000000002"),
                EventTypeName.parse("org.parley.CeasefireRejected.v1"),
                MatterAddress.parse("ukraine-2025/ceasefire/alaska"),
                2,
                1_002,
                Instant.parse("2025-08-15T18:30:02.123456Z"),
                editor,
                "c-1",
                null,
                "2025-08-15",
                data.getBytes(StandardCharsets.UTF_8));
    }

    static ProducerRecord<byte[], byte[]> sealedRecord() {
        return KafkaEventRecords.write("wire", PARTITIONS, EVENT, KEY);
    }

    static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                Objects.requireNonNull(sent.partition()),
                0,
                0,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}

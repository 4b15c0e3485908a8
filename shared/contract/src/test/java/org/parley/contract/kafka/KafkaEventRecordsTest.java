package org.parley.contract.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.contract.kafka.SampleRecords.EVENT;
import static org.parley.contract.kafka.SampleRecords.KEY;
import static org.parley.contract.kafka.SampleRecords.PARTITIONS;
import static org.parley.contract.kafka.SampleRecords.received;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;

class KafkaEventRecordsTest {
    @Test
    void isKeyedByNegotiation() {
        ProducerRecord<byte[], byte[]> kafka = KafkaEventRecords.write("wire", PARTITIONS, EVENT, KEY);
        assertThat(kafka.key()).isEqualTo("ukraine-2025".getBytes(StandardCharsets.UTF_8));
        assertThat(kafka.value()).isEqualTo(EVENT.data());
    }

    @Test
    void sealIsAHeaderOutsideTheEvent() {
        ProducerRecord<byte[], byte[]> kafka = KafkaEventRecords.write("wire", PARTITIONS, EVENT, KEY);
        assertThat(new String(kafka.headers().lastHeader("ce_seal").value(), StandardCharsets.UTF_8))
                .isEqualTo(KEY.seal(String.valueOf(EVENT.digest())))
                .matches("hmac-sha256:[0-9a-f]{64}");
        assertThat(EVENT.attributes()).doesNotContainKey("seal");
        assertThat(EVENT.structured().has("seal")).isFalse();
    }

    @Test
    void rejectsAnEventWithoutDigest() {
        PublishedEvent bare = SampleRecords.event("{\"reason\":\"not yet\"}");
        assertThatThrownBy(() -> KafkaEventRecords.write("wire", PARTITIONS, bare, KEY))
                .hasMessageContaining("no digest");
    }

    @Test
    void isReadByTheCloudEventsSdk() {
        ConsumerRecord<byte[], byte[]> kafka = received(KafkaEventRecords.write("wire", PARTITIONS, EVENT, KEY));
        CloudEvent cloud =
                KafkaMessageFactory.createReader(kafka.headers(), kafka.value()).toEvent();
        assertThat(cloud.getId()).isEqualTo(EVENT.developmentId().toString());
        assertThat(cloud.getType()).isEqualTo("org.parley.CeasefireRejected.v1");
        assertThat(cloud.getSource()).hasToString("/parley/ledger");
        assertThat(cloud.getSubject()).isEqualTo("ukraine-2025/ceasefire/alaska");
        assertThat(cloud.getDataContentType()).isEqualTo("application/json");
        assertThat(cloud.getTime().toInstant()).isEqualTo(Instant.parse("2025-08-15T18:30:02.123456Z"));
        assertThat(cloud.getExtension("position")).isEqualTo("2");
        assertThat(cloud.getExtension("occurred")).isEqualTo("2025-08-15");
        assertThat(cloud.getData().toBytes()).isEqualTo(EVENT.data());
    }
}

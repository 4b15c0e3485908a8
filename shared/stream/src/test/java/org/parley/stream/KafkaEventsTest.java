package org.parley.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.parley.contract.MalformedEvent;
import org.parley.contract.PublishedEvent;

class KafkaEventsTest {
    private final PublishedEvent event = Told.event("ukraine-2025", 2);

    @Test
    void whatIsWrittenIsRead() {
        PublishedEvent read = KafkaEvents.read(received(KafkaEvents.write("wire", event)));
        assertThat(read).usingRecursiveComparison().isEqualTo(event);
        assertThat(read.entry()).isEqualTo(event.entry());
    }

    @Test
    void isKeyedByNegotiation() {
        assertThat(KafkaEvents.write("wire", event).key()).isEqualTo("ukraine-2025".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theCloudEventsLibraryReadsIt() {
        ConsumerRecord<byte[], byte[]> kafka = received(KafkaEvents.write("wire", event));
        CloudEvent cloud =
                KafkaMessageFactory.createReader(kafka.headers(), kafka.value()).toEvent();
        assertThat(cloud.getId()).isEqualTo(event.developmentId().toString());
        assertThat(cloud.getType()).isEqualTo("org.parley.TalksSuspended.v1");
        assertThat(cloud.getSource()).hasToString("/parley/ledger");
        assertThat(cloud.getSubject()).isEqualTo("ukraine-2025/negotiation/ukraine-2025");
        assertThat(cloud.getDataContentType()).isEqualTo("application/json");
        assertThat(cloud.getTime().toInstant()).isEqualTo(Instant.parse("2025-08-15T18:30:02.123456Z"));
        assertThat(cloud.getExtension("position")).isEqualTo("2");
        assertThat(cloud.getExtension("occurred")).isEqualTo("2025-08-15");
        assertThat(cloud.getData().toBytes()).isEqualTo(event.data());
    }

    @Test
    void headersOfOthersAreLetBy() {
        ProducerRecord<byte[], byte[]> kafka = KafkaEvents.write("wire", event);
        kafka.headers().add("traceparent", bytes("00-1-2-01")).add("nothing", null);
        assertThat(KafkaEvents.read(received(kafka)).position()).isEqualTo(2);
    }

    @Test
    void aMissingAttributeIsNamed() {
        ProducerRecord<byte[], byte[]> kafka = KafkaEvents.write("wire", event);
        kafka.headers().remove("ce_position");
        assertThatThrownBy(() -> KafkaEvents.read(received(kafka)))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining("position");
    }

    @Test
    void anAttributeTwiceIsRefused() {
        ProducerRecord<byte[], byte[]> kafka = KafkaEvents.write("wire", event);
        kafka.headers().add("ce_position", bytes("3"));
        assertThatThrownBy(() -> KafkaEvents.read(received(kafka))).hasMessageContaining("'position' twice");
    }

    @Test
    void theKeyOfAnotherNegotiationIsRefused() {
        ProducerRecord<byte[], byte[]> written = KafkaEvents.write("wire", event);
        ProducerRecord<byte[], byte[]> kafka =
                new ProducerRecord<>("wire", null, bytes("moon-2030"), written.value(), written.headers());
        assertThatThrownBy(() -> KafkaEvents.read(received(kafka))).hasMessageContaining("ukraine-2025");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        ProducerRecord<byte[], byte[]> kafka = KafkaEvents.write("wire", event);
        kafka.headers().remove("ce_editor").add("ce_editor", new byte[] {'i', (byte) 0xff});
        assertThatThrownBy(() -> KafkaEvents.read(received(kafka))).hasMessageContaining("not UTF-8");
        kafka.headers().remove("ce_editor").add("ce_editor", bytes("i\uFFFD"));
        assertThat(KafkaEvents.read(received(kafka)).editor()).isEqualTo("i\uFFFD");
    }

    @Test
    void aRecordWithoutValueIsRefused() {
        assertThatThrownBy(() -> KafkaEvents.read(received(new ProducerRecord<>("wire", bytes("ukraine-2025"), null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no value");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
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

package org.parley.ledger.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.parley.contract.EventTypeName;
import org.parley.contract.PublishedEvent;
import org.parley.domain.matter.MatterAddress;
import org.parley.ledger.relay.EventPublisher.PublishResult;
import org.parley.telemetry.EventTracing;
import org.parley.testkit.TestSealKeys;

/** Only events that arrived without a gap before them count as sent. */
class EventPublisherTest {
    private static final EventPublisher.Target TARGET = new EventPublisher.Target("topic", 1, TestSealKeys.KEY);
    private static final KafkaException BROKEN = new KafkaException("the producer is closed");

    /** Fails the records with these numbers, counted from 1. */
    private static final class FailingProducer extends MockProducer<byte[], byte[]> {
        private final Set<Integer> failing;
        private int count;

        FailingProducer(Integer... failing) {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
            this.failing = Set.of(failing);
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            count++;
            Future<RecordMetadata> acknowledgement = super.send(record);
            if (failing.contains(count)) {
                errorNext(new TimeoutException("record " + count));
            } else {
                completeNext();
            }
            return acknowledgement;
        }
    }

    private static PublishedEvent event(String negotiation, long position) {
        UUID id = UUID.randomUUID();
        return new PublishedEvent(
                        id,
                        EventTypeName.parse("org.parley.QuestionRaised.v1"),
                        MatterAddress.parse(negotiation + "/question/money"),
                        position,
                        position,
                        Instant.EPOCH,
                        "chief",
                        id.toString(),
                        null,
                        null,
                        "{}".getBytes(UTF_8))
                .canonical();
    }

    private static final List<PublishedEvent> EVENTS =
            List.of(event("a", 1), event("a", 2), event("a", 3), event("b", 7), event("b", 8), event("c", 1));

    @Test
    void allEventsArrive() throws Exception {
        PublishResult sent = new EventPublisher(new FailingProducer(), TARGET, EventTracing.DISABLED)
                .start(EVENTS)
                .await();

        assertThat(sent.failure()).isNull();
        assertThat(sent.positions()).isEqualTo(Map.of("a", 3L, "b", 8L, "c", 1L));
        assertThat(sent.ends()).isEqualTo(Map.of(0, 6L));
    }

    @Test
    void eventInTheMiddleFails() throws Exception {
        FailingProducer producer = new FailingProducer(2, 5);

        PublishResult sent = new EventPublisher(producer, TARGET, EventTracing.DISABLED)
                .start(EVENTS)
                .await();

        assertThat(sent.failure()).isInstanceOf(TimeoutException.class).hasMessage("record 2");
        assertThat(sent.positions()).isEqualTo(Map.of("a", 1L, "b", 7L, "c", 1L));
    }

    @Test
    void firstEventFails() throws Exception {
        PublishResult sent = new EventPublisher(new FailingProducer(1), TARGET, EventTracing.DISABLED)
                .start(EVENTS)
                .await();

        assertThat(sent.positions()).isEqualTo(Map.of("b", 8L, "c", 1L));
    }

    @Test
    void producerRejectsFurtherEvents() throws Exception {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
                        if (history().size() == 4) {
                            throw BROKEN;
                        }
                        return super.send(record);
                    }
                };

        PublishResult sent = new EventPublisher(producer, TARGET, EventTracing.DISABLED)
                .start(EVENTS)
                .await();

        assertThat(sent.failure()).isSameAs(BROKEN);
        assertThat(sent.positions()).isEqualTo(Map.of("a", 3L, "b", 7L));
        assertThat(producer.history()).hasSize(4);
    }
}

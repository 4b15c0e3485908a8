package org.parley.ledger.relay;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.KafkaEventRecords;
import org.parley.contract.seal.SealKey;
import org.parley.telemetry.EventTracing;

/** Sends events and determines up to which position each negotiation arrived without a gap. */
final class EventPublisher {
    private static final String TRACE_PARENT = "traceparent";

    private final Producer<byte[], byte[]> producer;
    private final Target target;
    private final EventTracing traces;

    /**
     * The target topic.
     *
     * @param partitions the number of partitions of the topic
     * @param key the key that seals the records
     */
    record Target(String topic, int partitions, SealKey key) {}

    EventPublisher(Producer<byte[], byte[]> producer, Target target, EventTracing traces) {
        this.producer = producer;
        this.target = target;
        this.traces = traces;
    }

    /**
     * The result of sending.
     *
     * @param count the number of acknowledged events
     * @param positions the last position of each negotiation up to which nothing is missing
     * @param ends the offset after the last acknowledged record, by partition
     * @param failure the first failure; null if everything arrived
     */
    record PublishResult(
            int count,
            Map<String, Long> positions,
            Map<Integer, Long> ends,
            @Nullable Throwable failure) {}

    /**
     * Starts sending events, each negotiation's in the order of their positions. Nothing else may be sent before {@link
     * Sending#await} has returned without a failure: later events would overtake those that failed.
     */
    Sending start(List<PublishedEvent> events) {
        Sending sending = new Sending(events);
        sending.start();
        return sending;
    }

    /** Events that are being sent. */
    final class Sending {
        private final List<PublishedEvent> events;
        private final List<Future<RecordMetadata>> acknowledgements;
        private final List<Span> spans = new ArrayList<>();
        private @Nullable Throwable failure;

        private Sending(List<PublishedEvent> events) {
            this.events = events;
            this.acknowledgements = new ArrayList<>(events.size());
        }

        private void start() {
            for (PublishedEvent event : events) {
                try {
                    Span span = traces.startSpan(
                            "relay " + event.type().event(),
                            SpanKind.PRODUCER,
                            event.correlationId(),
                            event.recordedAt());
                    spans.add(span);
                    acknowledgements.add(producer.send(record(event, span)));
                } catch (RuntimeException e) {
                    failure = e;
                    break;
                }
            }
        }

        /** The last position of each negotiation. */
        Map<String, Long> positions() {
            Map<String, Long> positions = new HashMap<>();
            events.forEach(event -> positions.put(event.subject().negotiation(), event.position()));
            return positions;
        }

        /** Ends without waiting: the comparison of store and topic finds out what arrived. */
        void abandon() {
            spans.forEach(Span::end);
        }

        /** Waits for all acknowledgements. */
        PublishResult await() throws InterruptedException {
            producer.flush();
            spans.forEach(Span::end);
            Map<String, Long> positions = new HashMap<>();
            Map<Integer, Long> ends = new HashMap<>();
            Map<String, Throwable> broken = new HashMap<>();
            int count = 0;
            for (int i = 0; i < acknowledgements.size(); i++) {
                PublishedEvent event = events.get(i);
                String negotiation = event.subject().negotiation();
                try {
                    RecordMetadata written = acknowledgements.get(i).get();
                    count++;
                    ends.merge(written.partition(), written.offset() + 1, Math::max);
                    if (!broken.containsKey(negotiation)) {
                        positions.put(negotiation, event.position());
                    }
                } catch (ExecutionException e) {
                    broken.putIfAbsent(negotiation, e);
                    failure = failure == null ? e.getCause() : failure;
                }
            }
            return new PublishResult(count, positions, ends, failure);
        }
    }

    private ProducerRecord<byte[], byte[]> record(PublishedEvent event, Span span) {
        ProducerRecord<byte[], byte[]> record =
                KafkaEventRecords.write(target.topic(), target.partitions(), event, target.key());
        String parent = EventTracing.traceparent(span);
        if (parent != null) {
            record.headers().add(TRACE_PARENT, parent.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }
}

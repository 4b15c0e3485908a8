package org.parley.ledger.relay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.RecordVerification;
import org.parley.contract.kafka.RecordVerifier;
import org.parley.ledger.store.EventRestorer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Restores from the topic what the store lacks after an older backup of the database was restored: each event as it was
 * published, at its position. Stored events are compared and kept. Only records with a valid seal are used. A
 * negotiation that cannot be restored does not affect the others. May be repeated, and may run while the relay waits
 * for it.
 */
public final class TopicRestore {
    private static final Logger LOG = LoggerFactory.getLogger(TopicRestore.class);

    private final RelaySettings settings;
    private final EventRestorer restorer;
    private final RecordVerifier verifier;

    public TopicRestore(RelaySettings settings, EventRestorer restorer) {
        this.settings = settings;
        this.restorer = restorer;
        this.verifier = new RecordVerifier(settings.seals());
    }

    /**
     * The result.
     *
     * @param restored the number of restored events by negotiation; negotiations without any are left out
     * @param refused the negotiations that were not or not completely restored, and why
     * @param skipped the number of records without a valid seal
     */
    public record RestoreResult(Map<String, Integer> restored, Map<String, String> refused, long skipped) {}

    /** Reads the whole topic and restores what is missing. */
    public RestoreResult run() {
        Run run = new Run();
        try (KafkaConsumer<byte[], byte[]> consumer = new RelayKafkaClients(settings).consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(settings.topic()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            TopicScan.read(
                    consumer,
                    consumer.beginningOffsets(partitions),
                    consumer.endOffsets(partitions),
                    records -> run.take(records, partitions.size()));
        }
        RestoreResult result = new RestoreResult(run.taken, run.refused, run.passedOver);
        LOG.info("restored from the topic: {}", result);
        return result;
    }

    private final class Run {
        private final Map<String, Integer> taken = new TreeMap<>();
        private final Map<String, String> refused = new TreeMap<>();
        private long passedOver;

        void take(ConsumerRecords<byte[], byte[]> records, int partitions) {
            StreamSupport.stream(records.spliterator(), false)
                    .flatMap(record -> event(record, partitions).stream())
                    .collect(Collectors.groupingBy(
                            event -> event.subject().negotiation(), LinkedHashMap::new, Collectors.toList()))
                    .forEach(this::take);
        }

        private List<PublishedEvent> event(ConsumerRecord<byte[], byte[]> record, int partitions) {
            return switch (verifier.verify(record, partitions)) {
                case RecordVerification.Genuine genuine -> List.of(genuine.event());
                case RecordVerification.Undecodable undecodable -> {
                    refused.putIfAbsent(
                            undecodable.negotiation(),
                            "a newer ledger published it: "
                                    + undecodable.fault().getMessage());
                    yield List.of();
                }
                case RecordVerification.Foreign ignored -> {
                    passedOver++;
                    yield List.of();
                }
            };
        }

        private void take(String negotiation, List<PublishedEvent> events) {
            if (refused.containsKey(negotiation)) {
                return;
            }
            try {
                int count = restorer.restore(negotiation, events);
                if (count > 0) {
                    taken.merge(negotiation, count, Integer::sum);
                }
            } catch (IllegalStateException | IllegalArgumentException | DataIntegrityViolationException e) {
                LOG.warn("{} is not restored", negotiation, e);
                refused.put(negotiation, String.valueOf(e.getMessage()));
            }
        }
    }
}

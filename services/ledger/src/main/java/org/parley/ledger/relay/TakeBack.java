package org.parley.ledger.relay;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.parley.contract.PublishedEvent;
import org.parley.ledger.store.Restoration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back from the topic what the store lacks, after an older state of the database was restored: as it was published,
 * at its position. What the store has is compared and stays. Safe to run again, and while the relay waits for it.
 */
public final class TakeBack {
    private static final Logger LOG = LoggerFactory.getLogger(TakeBack.class);

    private final RelaySettings settings;
    private final Restoration restoration;

    public TakeBack(RelaySettings settings, Restoration restoration) {
        this.settings = settings;
        this.restoration = restoration;
    }

    /**
     * Reads the whole topic.
     *
     * @return how many events each negotiation got back; those that lacked none are left out
     * @throws IllegalStateException when store and topic hold different events at one position, or the topic lacks one
     */
    public Map<String, Integer> run() {
        Map<String, Integer> taken = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new Connections(settings).consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(settings.topic()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            TopicScan.read(
                    consumer,
                    consumer.beginningOffsets(partitions),
                    consumer.endOffsets(partitions),
                    records -> byNegotiation(records).forEach((negotiation, events) -> {
                        int count = restoration.take(negotiation, events);
                        if (count > 0) {
                            taken.merge(negotiation, count, Integer::sum);
                        }
                    }));
        }
        LOG.info("taken back from the topic: {}", taken.isEmpty() ? "nothing, the store has it all" : taken);
        return taken;
    }

    private static Map<String, List<PublishedEvent>> byNegotiation(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .filter(record -> record.headers().lastHeader(PublishedEvent.HEADER_PREFIX + "position") != null)
                .map(TakeBack::event)
                .collect(Collectors.groupingBy(
                        event -> event.subject().negotiation(), LinkedHashMap::new, Collectors.toList()));
    }

    private static PublishedEvent event(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> attributes = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith(PublishedEvent.HEADER_PREFIX)) {
                attributes.put(
                        header.key().substring(PublishedEvent.HEADER_PREFIX.length()),
                        new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return PublishedEvent.of(attributes, record.value());
    }
}

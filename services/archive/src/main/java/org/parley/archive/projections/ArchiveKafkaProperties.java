package org.parley.archive.projections;

import java.util.HashMap;
import java.util.Map;
import org.parley.contract.PublishedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Kafka settings of the archive, {@code parley.kafka.*}.
 *
 * @param bootstrapServers the addresses of Kafka, separated by commas
 * @param ledgerTopic the topic of all events
 * @param client further settings of all Kafka clients, such as those for security
 * @param archiveClient further settings of the archive's clients, which take precedence: services in one process
 *     authenticate as different users
 */
@ConfigurationProperties("parley.kafka")
record ArchiveKafkaProperties(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue(PublishedEvent.LEDGER_TOPIC) String ledgerTopic,
        @DefaultValue Map<String, String> client,
        @DefaultValue Map<String, String> archiveClient) {
    ArchiveKafkaProperties {
        Map<String, String> all = new HashMap<>(client);
        all.putAll(archiveClient);
        client = Map.copyOf(all);
    }
}

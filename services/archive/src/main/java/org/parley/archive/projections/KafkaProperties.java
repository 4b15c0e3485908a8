package org.parley.archive.projections;

import java.util.HashMap;
import java.util.Map;
import org.parley.contract.PublishedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the stream is.
 *
 * @param bootstrapServers the addresses of Kafka, separated by commas
 * @param ledgerTopic the topic of every event
 * @param client further settings of the Kafka clients, such as those for security
 * @param archiveClient those of the archive's clients alone, which come before the others: services in one process sign in
 *     as a user each
 */
@ConfigurationProperties("parley.kafka")
record KafkaProperties(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue(PublishedEvent.LEDGER_TOPIC) String ledgerTopic,
        @DefaultValue Map<String, String> client,
        @DefaultValue Map<String, String> archiveClient) {
    KafkaProperties {
        Map<String, String> all = new HashMap<>(client);
        all.putAll(archiveClient);
        client = Map.copyOf(all);
    }
}

package org.parley.archive.proof;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where checkpoints are published.
 *
 * @param bootstrapServers the addresses of Kafka, separated by commas
 * @param checkpointsTopic the topic, made when there is none
 * @param client further settings of the Kafka clients, such as those for security
 * @param archiveClient those of the archive's clients alone, which come before the others
 */
@ConfigurationProperties("parley.kafka")
record CheckpointProperties(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue("parley.checkpoints.v1") String checkpointsTopic,
        @DefaultValue Map<String, String> client,
        @DefaultValue Map<String, String> archiveClient) {
    CheckpointProperties {
        Map<String, String> all = new HashMap<>(client);
        all.putAll(archiveClient);
        client = Map.copyOf(all);
    }
}

package org.parley.archive.proof;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Kafka settings for checkpoints, {@code parley.kafka.*}.
 *
 * @param bootstrapServers the addresses of Kafka, separated by commas
 * @param checkpointsTopic the topic, created if it does not exist
 * @param client further settings of all Kafka clients, such as those for security
 * @param archiveClient further settings of the archive's clients, which take precedence
 */
@ConfigurationProperties("parley.kafka")
record SignedCheckpointProperties(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue("parley.checkpoints.v1") String checkpointsTopic,
        @DefaultValue Map<String, String> client,
        @DefaultValue Map<String, String> archiveClient) {
    SignedCheckpointProperties {
        Map<String, String> all = new HashMap<>(client);
        all.putAll(archiveClient);
        client = Map.copyOf(all);
    }
}

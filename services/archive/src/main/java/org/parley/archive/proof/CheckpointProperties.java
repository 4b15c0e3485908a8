package org.parley.archive.proof;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where checkpoints are published.
 *
 * @param bootstrapServers the addresses of Kafka, separated by commas
 * @param checkpointsTopic the topic, made when there is none
 */
@ConfigurationProperties("parley.kafka")
record CheckpointProperties(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue("parley.checkpoints.v1") String checkpointsTopic) {}

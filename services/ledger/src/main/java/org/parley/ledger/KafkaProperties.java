package org.parley.ledger;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Kafka is, {@code parley.kafka.*}.
 *
 * @param bootstrapServers the addresses of Kafka, separated by commas
 * @param client further settings of the Kafka clients, such as those for security
 */
@ConfigurationProperties("parley.kafka")
record KafkaProperties(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue Map<String, String> client) {}

package org.parley.ledger;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The connection to Kafka, {@code parley.kafka.*}.
 *
 * @param bootstrapServers the addresses of Kafka, separated by commas
 * @param client further settings of the Kafka clients, such as those for security
 * @param ledgerClient settings of the ledger's clients only, which override {@code client}: services in one process may
 *     authenticate as different users
 */
@ConfigurationProperties("parley.kafka")
record LedgerKafkaProperties(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue Map<String, String> client,
        @DefaultValue Map<String, String> ledgerClient) {
    LedgerKafkaProperties {
        Map<String, String> all = new HashMap<>(client);
        all.putAll(ledgerClient);
        client = Map.copyOf(all);
    }
}

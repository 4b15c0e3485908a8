package org.parley.ledger.relay;

import java.time.Duration;
import java.util.Map;
import org.parley.contract.seal.SealKeys;

/**
 * How the relay works.
 *
 * @param bootstrapServers Kafka's addresses
 * @param topic where events go
 * @param partitions how many partitions the topic is made with; fixed from then on
 * @param replicationFactor on how many brokers each is kept; -1 leaves it to the broker
 * @param batch the most events of a negotiation sent before their acknowledgements are waited for
 * @param poll how long to wait for news when nobody tells of any
 * @param lease how long a relay that died keeps others from taking over
 * @param kafka further settings of the Kafka clients
 * @param seals the key that seals what is published, and the one before it
 */
public record RelaySettings(
        String bootstrapServers,
        String topic,
        int partitions,
        short replicationFactor,
        int batch,
        Duration poll,
        Duration lease,
        Map<String, String> kafka,
        SealKeys seals) {}

package org.parley.ledger.relay;

import java.time.Duration;
import java.util.Map;
import org.parley.contract.seal.SealKeys;

/**
 * The settings of the relay.
 *
 * @param bootstrapServers the Kafka addresses, separated by commas
 * @param topic the topic of the events
 * @param partitions the number of partitions of a new topic; cannot change later
 * @param replicationFactor the replication factor of a new topic; -1 uses the broker's default
 * @param batch the maximum number of events sent before waiting for their acknowledgements
 * @param poll how long to wait before looking for events of other processes
 * @param lease the length of the lease: how long a dead relay keeps others from taking over
 * @param kafka further settings of the Kafka clients
 * @param seals the key that seals the records, and the previous one
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

package org.parley.ledger.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.parley.contract.kafka.RecordVerification;
import org.parley.contract.kafka.RecordVerification.Claim;
import org.parley.contract.kafka.RecordVerification.Foreign;
import org.parley.contract.kafka.RecordVerifier;
import org.parley.contract.seal.SealKeys;
import org.parley.ledger.relay.RelaySealStore.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the topic with the relay's progress before it sends anything. An event that arrived but was not stored as
 * sent (the relay died in between) is not sent again. An event that was stored as sent but is missing (the topic was
 * recreated or lost its end) is sent again, and so is everything after the seal key has changed. Only records with a
 * valid seal count; of the others, those that claim positions beyond the store are kept as unverified claims.
 */
final class TopicComparison {
    private static final Logger LOG = LoggerFactory.getLogger(TopicComparison.class);

    private final RelayStore store;
    private final RelaySealStore sealStore;
    private final UnverifiedClaims unverified;
    private final SealKeys keys;
    private final RecordVerifier verifier;
    private final Runnable underWay;
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, UnverifiedClaims.FoundClaim> claims = new HashMap<>();
    private Map<String, Long> heads = Map.of();
    private long foreign;

    /**
     * The event of a record with a valid seal.
     *
     * @param isCurrent whether the seal is that of the current key
     */
    record TopicEvent(String negotiation, long position, UUID developmentId, boolean isCurrent) {}

    /** @param underWay called before each step and each batch of records; an exception from it ends the comparison */
    TopicComparison(JdbcClient jdbc, SealKeys keys, Runnable underWay) {
        this.store = new RelayStore(jdbc);
        this.sealStore = new RelaySealStore(jdbc);
        this.unverified = new UnverifiedClaims(jdbc);
        this.keys = keys;
        this.verifier = new RecordVerifier(keys);
        this.underWay = underWay;
    }

    /**
     * Updates the stored progress to match the topic.
     *
     * @throws TopicMismatchException if the topic holds events of the ledger that the store lacks
     */
    void run(Consumer<byte[], byte[]> consumer, TopicDescription topic) {
        String id = topic.topicId().toString();
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions().size())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Sealing now = Sealing.of(keys, partitions.size());
        Optional<Sealing> before = sealStore.last();
        underWay.run();
        if (isOtherTopic(store.endOffsets(topic.name(), id), ends)) {
            store.reset();
        }
        heads = store.lastPositions();
        boolean fromTheStart = !before.equals(Optional.of(now));
        read(consumer, fromTheStart ? Map.of() : store.endOffsets(topic.name(), id), ends);
        underWay.run();
        unverified.save(claims.values());
        report();
        boolean isSameSealing = before.filter(now::matches).isPresent();
        if (!isSameSealing) {
            before.ifPresent(other -> LOG.info("the seal key has changed: everything is published again"));
            store.reset();
        }
        sealStore.note(now);
        Map<Integer, Long> read = ends.entrySet().stream()
                .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
        store.advance(
                new RelayStore.Progress(isSameSealing ? positions : Map.of(), topic.name(), id, read), now.sealKey());
    }

    private void report() {
        if (foreign > 0) {
            LOG.warn("{} records of the topic have no valid seal and were skipped", foreign);
        }
        claims.values()
                .forEach(claim -> LOG.error(
                        "the topic claims position {} of {} (offset {} of partition {}), the store ends at {}, and {}",
                        claim.position(),
                        claim.negotiation(),
                        claim.offset(),
                        claim.partition(),
                        heads.getOrDefault(claim.negotiation(), 0L),
                        claim.reason().text()));
    }

    /** Whether the topic was recreated, or lost records, since its end offsets were noted. */
    private boolean isOtherTopic(Map<Integer, Long> noted, Map<TopicPartition, Long> ends) {
        if (noted.isEmpty() == store.hasProgress()) {
            return true; // end offsets without progress, or the reverse, cannot be compared
        }
        return ends.entrySet().stream()
                .anyMatch(
                        end -> end.getValue() < noted.getOrDefault(end.getKey().partition(), 0L));
    }

    private void read(Consumer<byte[], byte[]> consumer, Map<Integer, Long> from, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> begin =
                ends.keySet().stream().collect(Collectors.toMap(p -> p, p -> from.getOrDefault(p.partition(), 0L)));
        TopicScan.read(consumer, begin, ends, records -> {
            underWay.run();
            List<TopicEvent> found = found(records, ends.size());
            store.requireStored(found);
            found.stream().filter(TopicEvent::isCurrent).forEach(this::count);
        });
    }

    /** The ledger's records of a batch. The others are checked for claims and skipped. */
    private List<TopicEvent> found(ConsumerRecords<byte[], byte[]> records, int partitions) {
        List<TopicEvent> found = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> kafka : records) {
            switch (verifier.verify(kafka, partitions)) {
                case RecordVerification.Genuine genuine ->
                    found.add(new TopicEvent(
                            genuine.event().subject().negotiation(),
                            genuine.event().position(),
                            genuine.event().developmentId(),
                            genuine.isCurrent()));
                case RecordVerification.Undecodable undecodable -> {
                    Claim event = undecodable.event();
                    if (event != null) {
                        found.add(new TopicEvent(
                                event.negotiation(), event.position(), event.developmentId(), undecodable.isCurrent()));
                    }
                }
                case Foreign other -> {
                    foreign++;
                    other.claimed()
                            .filter(claim -> other.lacksOnlySeal() && isBeyond(claim) && verifier.hasValidDigest(kafka))
                            .ifPresent(claim -> keepClaim(claim, kafka, other));
                }
            }
        }
        return found;
    }

    /** Whether a claim is beyond the store and beyond earlier claims of its negotiation. */
    private boolean isBeyond(Claim claim) {
        UnverifiedClaims.FoundClaim furthest = claims.get(claim.negotiation());
        return furthest == null
                ? claim.position() > heads.getOrDefault(claim.negotiation(), 0L)
                        && claims.size() < UnverifiedClaims.NEGOTIATIONS_MAX
                : claim.position() > furthest.position();
    }

    private void keepClaim(Claim claim, ConsumerRecord<byte[], byte[]> kafka, Foreign other) {
        claims.put(
                claim.negotiation(),
                new UnverifiedClaims.FoundClaim(
                        claim.negotiation(),
                        claim.position(),
                        claim.developmentId(),
                        kafka.partition(),
                        kafka.offset(),
                        other.reason()));
    }

    /** Counts arrived positions up to the first gap: what follows a gap is sent again. */
    private void count(TopicEvent found) {
        long last = positions.computeIfAbsent(found.negotiation(), store::relayed);
        if (found.position() == last + 1) {
            positions.put(found.negotiation(), found.position());
        }
    }
}

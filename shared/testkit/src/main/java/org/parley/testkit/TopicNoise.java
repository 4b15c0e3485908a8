package org.parley.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.KafkaEventRecords;
import org.parley.contract.seal.SealKey;

/**
 * Generates random foreign records between those of the ledger: forged, altered, truncated, misplaced or repeated. None
 * of them may change what a reader derives from the ledger's records.
 */
public final class TopicNoise {
    private static final SealKey OTHER_KEY = SealKey.of("the key of somebody who is not the ledger", "Noise");
    private static final int HUGE = 900_000;
    private static final int HUGE_MAX = 3;
    private static final int COPIES_MAX = 20;

    private final String topic;
    private final int partitions;
    private final Random random;
    private final List<PublishedEvent> published = new ArrayList<>();
    private int huge;
    private int foreignCount;

    public TopicNoise(String topic, int partitions, Random random) {
        this.topic = topic;
        this.partitions = partitions;
        this.random = random;
    }

    /** The genuine record of an event, which later records imitate. */
    public ProducerRecord<byte[], byte[]> genuine(PublishedEvent event) {
        published.add(event);
        return write(event, TestSealKeys.KEY);
    }

    /** The number of foreign records so far, without repeats of genuine ones. */
    public int foreignCount() {
        return foreignCount;
    }

    /** One foreign record of a random kind, or repeats of genuine records in random order. */
    public List<ProducerRecord<byte[], byte[]>> nextRecords() {
        return !published.isEmpty() && random.nextInt(6) == 0 ? repeats() : nextForeign();
    }

    /** One foreign record of a random kind. */
    public List<ProducerRecord<byte[], byte[]>> nextForeign() {
        int kind = random.nextInt(published.isEmpty() ? 2 : 10);
        foreignCount++;
        return List.of(
                switch (kind) {
                    case 0 -> new ProducerRecord<>(topic, partition(), bytes(), bytes());
                    case 1 -> new ProducerRecord<>(topic, partition(), null, huge++ < HUGE_MAX ? bytes(HUGE) : bytes());
                    case 2 -> new ProducerRecord<>(topic, partition(), key(any()), bytes());
                    case 3 -> new ProducerRecord<>(topic, partition(), key(any()), null);
                    case 4 -> altered();
                    case 5 -> forged();
                    case 6 -> truncated();
                    case 7 -> misplaced();
                    case 8 -> unsealed();
                    default -> ofAnotherNegotiation();
                });
    }

    private PublishedEvent any() {
        return published.get(random.nextInt(published.size()));
    }

    private ProducerRecord<byte[], byte[]> write(PublishedEvent event, SealKey key) {
        return KafkaEventRecords.write(topic, partitions, event, key);
    }

    private int partition() {
        return random.nextInt(partitions);
    }

    private byte[] bytes() {
        return bytes(random.nextInt(300));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] key(PublishedEvent event) {
        return utf8(event.subject().negotiation());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<ProducerRecord<byte[], byte[]>> repeats() {
        List<ProducerRecord<byte[], byte[]>> repeats = new ArrayList<>();
        int from = random.nextInt(published.size());
        for (PublishedEvent event :
                published.subList(from, Math.min(published.size(), from + 1 + random.nextInt(COPIES_MAX)))) {
            repeats.add(write(event, TestSealKeys.KEY));
        }
        Collections.shuffle(repeats, random);
        return repeats;
    }

    /** A genuine record with one header changed after it was sealed. */
    private ProducerRecord<byte[], byte[]> altered() {
        ProducerRecord<byte[], byte[]> kafka = write(any(), TestSealKeys.KEY);
        String[][] others = {
            {"ce_editor", "the-chief"},
            {"ce_position", "abc"},
            {"ce_position", "0" + random.nextInt(9)},
            {"ce_position", Long.toString(Long.MAX_VALUE)},
            {"ce_position", Integer.toString(published.size() + 1_000 + random.nextInt(3))},
            {"ce_sequence", Long.toString(Long.MAX_VALUE)},
            {"ce_id", "0198b8a0-0000-7000-8000-00000000000" + random.nextInt(9)},
            {"ce_recordedtime", "+999999999-12-31T23:59:59.999999Z"},
            {"ce_digest", "sha256:" + "0".repeat(64)},
            {"ce_more", "x".repeat(random.nextInt(100_000))}
        };
        String[] other;
        do {
            other = others[random.nextInt(others.length)];
        } while (has(kafka, other[0], other[1]));
        kafka.headers().remove(other[0]).add(other[0], utf8(other[1]));
        return kafka;
    }

    /** Whether the header has this value already: the record would still be genuine. */
    private static boolean has(ProducerRecord<byte[], byte[]> kafka, String name, String value) {
        Header header = kafka.headers().lastHeader(name);
        return header != null && Arrays.equals(header.value(), utf8(value));
    }

    /** A valid event at an occupied, the next or a distant position, sealed with another key. */
    private ProducerRecord<byte[], byte[]> forged() {
        PublishedEvent like = any();
        long[] positions = {like.position(), like.position() + 1, published.size() + 50L, Long.MAX_VALUE};
        PublishedEvent event = new PublishedEvent(
                        UUID.nameUUIDFromBytes(bytes(16)),
                        like.type(),
                        like.subject(),
                        positions[random.nextInt(positions.length)],
                        Long.MAX_VALUE,
                        like.recordedAt(),
                        "the-chief",
                        like.correlationId(),
                        null,
                        like.occurred(),
                        like.data())
                .canonical();
        return write(event, OTHER_KEY);
    }

    private ProducerRecord<byte[], byte[]> truncated() {
        ProducerRecord<byte[], byte[]> kafka = write(any(), TestSealKeys.KEY);
        if (random.nextBoolean()) {
            byte[] start = Arrays.copyOf(kafka.value(), random.nextInt(kafka.value().length));
            return new ProducerRecord<>(topic, kafka.partition(), kafka.key(), start, kafka.headers());
        }
        Headers headers = kafka.headers();
        String header = headers.toArray()[random.nextInt(headers.toArray().length - 1)].key();
        byte[] value = headers.lastHeader(header).value();
        headers.remove(header).add(header, Arrays.copyOf(value, random.nextInt(value.length)));
        return kafka;
    }

    private ProducerRecord<byte[], byte[]> misplaced() {
        ProducerRecord<byte[], byte[]> kafka = write(any(), TestSealKeys.KEY);
        int other = (Objects.requireNonNull(kafka.partition()) + 1 + random.nextInt(partitions - 1)) % partitions;
        return new ProducerRecord<>(topic, other, kafka.key(), kafka.value(), kafka.headers());
    }

    private ProducerRecord<byte[], byte[]> unsealed() {
        ProducerRecord<byte[], byte[]> kafka = write(any(), TestSealKeys.KEY);
        kafka.headers().remove("ce_seal");
        return kafka;
    }

    private ProducerRecord<byte[], byte[]> ofAnotherNegotiation() {
        ProducerRecord<byte[], byte[]> kafka = write(any(), TestSealKeys.KEY);
        return new ProducerRecord<>(topic, kafka.partition(), utf8("moon-2030"), kafka.value(), kafka.headers());
    }
}

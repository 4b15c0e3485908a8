package org.parley.contract.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.parley.contract.CanonicalEvent;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.RecordVerification.Claim;
import org.parley.contract.kafka.RecordVerification.Foreign;
import org.parley.contract.kafka.RecordVerification.Genuine;
import org.parley.contract.kafka.RecordVerification.Reason;
import org.parley.contract.kafka.RecordVerification.Undecodable;
import org.parley.contract.seal.SealKey;
import org.parley.contract.seal.SealKeys;

/**
 * Verifies that the ledger published a record. The seal must match the digest, the digest must match all attributes and
 * the data, and key and partition must be those of the negotiation. The seal is verified first, so that only sealed
 * records are decoded. Thread-safe.
 */
public final class RecordVerifier {
    /** A foreign record with larger headers is not examined for a claim. */
    private static final int CLAIM_BYTES_MAX = 64 * 1024;

    private static final char REPLACEMENT = '\uFFFD';
    private static final String SEAL_HEADER = PublishedEvent.HEADER_PREFIX + PublishedEvent.SEAL;
    private static final String DIGEST_HEADER = PublishedEvent.HEADER_PREFIX + PublishedEvent.DIGEST;

    private final SealKeys keys;

    public RecordVerifier(SealKeys keys) {
        this.keys = keys;
    }

    /** The ledger did not publish the record. */
    private static final class ForeignException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        ForeignException(Reason reason) {
            super(reason.text(), null, false, false);
            this.reason = reason;
        }
    }

    /**
     * Classifies a record. Never throws.
     *
     * @param partitions the number of partitions of the topic
     */
    public RecordVerification verify(ConsumerRecord<byte[], byte[]> kafka, int partitions) {
        try {
            SealKey key = sealingKey(kafka);
            Map<String, String> attributes = attributes(kafka);
            byte[] data = verifiedData(attributes, kafka.value());
            String negotiation = verifiedNegotiation(kafka, attributes, partitions);
            boolean isCurrent = key == keys.current();
            try {
                return new Genuine(event(attributes, data), isCurrent);
            } catch (IllegalArgumentException e) {
                return new Undecodable(negotiation, claimOf(negotiation, attributes), isCurrent, e);
            }
        } catch (ForeignException e) {
            return new Foreign(e.reason, claim(kafka, partitions));
        }
    }

    private SealKey sealingKey(ConsumerRecord<byte[], byte[]> kafka) throws ForeignException {
        if (kafka.value() == null) {
            throw new ForeignException(Reason.NO_VALUE);
        }
        Header seal = kafka.headers().lastHeader(SEAL_HEADER);
        Header digest = kafka.headers().lastHeader(DIGEST_HEADER);
        if (seal == null || seal.value() == null || digest == null || digest.value() == null) {
            throw new ForeignException(Reason.NO_SEAL);
        }
        return keys.keyOf(latin(digest.value()), latin(seal.value()))
                .orElseThrow(() -> new ForeignException(Reason.WRONG_SEAL));
    }

    /** ISO 8859-1 keeps every byte; digest and seal are ASCII, so any other byte fails the comparison. */
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** All attributes except the seal; headers without the prefix are ignored. */
    private static Map<String, String> attributes(ConsumerRecord<byte[], byte[]> kafka) throws ForeignException {
        Map<String, String> attributes = new HashMap<>();
        boolean sealed = false;
        for (Header header : kafka.headers()) {
            if (header.key().equals(SEAL_HEADER)) {
                if (sealed) {
                    throw new ForeignException(Reason.UNREADABLE);
                }
                sealed = true;
            } else if (header.key().startsWith(PublishedEvent.HEADER_PREFIX)) {
                String name = header.key().substring(PublishedEvent.HEADER_PREFIX.length());
                if (attributes.put(name, text(header.value())) != null) {
                    throw new ForeignException(Reason.UNREADABLE);
                }
            }
        }
        return attributes;
    }

    private static String text(byte @Nullable [] utf8) throws ForeignException {
        if (utf8 == null) {
            throw new ForeignException(Reason.UNREADABLE);
        }
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        // U+FFFD is either in the text or replaces malformed bytes; only the strict decoder distinguishes them.
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ForeignException(Reason.UNREADABLE);
        }
    }

    private static byte[] verifiedData(Map<String, String> attributes, byte[] value) throws ForeignException {
        Map<String, String> others = new HashMap<>(attributes);
        String digest = others.remove(PublishedEvent.DIGEST);
        byte[] data = digest == null ? null : CanonicalEvent.verifiedData(digest, others, value);
        if (data == null) {
            throw new ForeignException(Reason.ALTERED);
        }
        return data;
    }

    /** The negotiation of the record; its key must be the negotiation, its partition that of the key. */
    private static String verifiedNegotiation(
            ConsumerRecord<byte[], byte[]> kafka, Map<String, String> attributes, int partitions)
            throws ForeignException {
        String subject = attributes.getOrDefault("subject", "");
        int slash = subject.indexOf('/');
        String negotiation = slash < 0 ? subject : subject.substring(0, slash);
        if (kafka.key() == null || !Arrays.equals(kafka.key(), negotiation.getBytes(StandardCharsets.UTF_8))) {
            throw new ForeignException(Reason.WRONG_KEY);
        }
        if (KafkaEventRecords.partition(kafka.key(), partitions) != kafka.partition()) {
            throw new ForeignException(Reason.WRONG_PARTITION);
        }
        return negotiation;
    }

    /** The event, if decoding loses none of its attributes. */
    private static PublishedEvent event(Map<String, String> attributes, byte[] data) {
        PublishedEvent event = PublishedEvent.of(attributes, data);
        if (!event.attributes().equals(attributes)) {
            throw new IllegalArgumentException("event " + event.developmentId()
                    + " has attributes that this program does not know: " + attributes.keySet());
        }
        return event;
    }

    private static @Nullable Claim claimOf(String negotiation, Map<String, String> attributes) {
        try {
            return new Claim(
                    negotiation,
                    Long.parseLong(attributes.getOrDefault("position", "")),
                    UUID.fromString(attributes.getOrDefault("id", "")));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The event that a foreign record claims to be; null when it does not look like an event of this partition. */
    private static @Nullable Claim claim(ConsumerRecord<byte[], byte[]> kafka, int partitions) {
        long bytes = 0;
        for (Header header : kafka.headers()) {
            bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        if (kafka.value() == null || bytes > CLAIM_BYTES_MAX) {
            return null;
        }
        try {
            Map<String, String> attributes = attributes(kafka);
            verifiedNegotiation(kafka, attributes, partitions);
            PublishedEvent event = PublishedEvent.of(attributes, kafka.value());
            return new Claim(event.subject().negotiation(), event.position(), event.developmentId());
        } catch (ForeignException | IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * Whether a record that {@link Foreign#lacksOnlySeal} matches its digest. Slower than the rest, so {@link #verify}
     * does not include it.
     */
    public boolean hasValidDigest(ConsumerRecord<byte[], byte[]> kafka) {
        try {
            verifiedData(attributes(kafka), kafka.value());
            return true;
        } catch (ForeignException e) {
            return false;
        }
    }
}

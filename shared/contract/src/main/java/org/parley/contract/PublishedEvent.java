package org.parley.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.time.Edtf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A published event: a CloudEvent 1.0. Kafka records use the binary mode (attributes as headers with the prefix
 * {@code ce_}, the development's JSON as value), exports the structured mode (one JSON object).
 *
 * @param developmentId the CloudEvent's id
 * @param type the event type and version
 * @param subject the address of its matter
 * @param position its number in its negotiation's trail, from 1, without gaps
 * @param sequence the ledger's global sequence number, ascending within a negotiation
 * @param recordedAt when the ledger recorded it (UTC, to the microsecond)
 * @param editor the user name of the editor who recorded it
 * @param correlationId the correlation id of the request
 * @param causationId the id of the message that caused it; null when there is none
 * @param occurred when it happened in the world (EDTF); null when it has no date, which sorts before every date
 * @param data the development's JSON in UTF-8
 * @param digest detects accidental changes: {@code sha256:} and the SHA-256, in hexadecimal, of the structured form
 *     without the digest, as RFC 8785 canonical JSON; null when it has none
 * @param continued whether the next event of the trail belongs to the same group: events of one matter that were
 *     recorded together, and that readers take as a whole. The attribute is written only where it is true
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents 1.0.2</a>
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public record PublishedEvent(
        UUID developmentId,
        EventTypeName type,
        MatterAddress subject,
        long position,
        long sequence,
        Instant recordedAt,
        String editor,
        String correlationId,
        @Nullable String causationId,
        @Nullable String occurred,
        byte[] data,
        @Nullable String digest,
        boolean continued) {
    /** The topic of every event, keyed by negotiation. */
    public static final String LEDGER_TOPIC = "parley.ledger.v1";

    /** The prefix of the attributes in the headers of a Kafka record. */
    public static final String HEADER_PREFIX = "ce_";

    /** The header that names the value's media type; it has no prefix. */
    public static final String CONTENT_TYPE_HEADER = "content-type";

    /** The media type of the value. */
    public static final String JSON_MEDIA_TYPE = "application/json";

    /** The attribute with the digest. */
    public static final String DIGEST = "digest";

    /** The attribute of a Kafka record with the seal; not part of the event. */
    public static final String SEAL = "seal";

    /** The attribute of every event of a group but its last. */
    public static final String CONTINUED = "continued";

    static final String SOURCE = "/parley/ledger";
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    /** An event that ends its group, or was recorded alone. */
    public PublishedEvent(
            UUID developmentId,
            EventTypeName type,
            MatterAddress subject,
            long position,
            long sequence,
            Instant recordedAt,
            String editor,
            String correlationId,
            @Nullable String causationId,
            @Nullable String occurred,
            byte[] data,
            @Nullable String digest) {
        this(
                developmentId,
                type,
                subject,
                position,
                sequence,
                recordedAt,
                editor,
                correlationId,
                causationId,
                occurred,
                data,
                digest,
                false);
    }

    /** An event without a digest, that ends its group or was recorded alone. */
    public PublishedEvent(
            UUID developmentId,
            EventTypeName type,
            MatterAddress subject,
            long position,
            long sequence,
            Instant recordedAt,
            String editor,
            String correlationId,
            @Nullable String causationId,
            @Nullable String occurred,
            byte[] data) {
        this(
                developmentId,
                type,
                subject,
                position,
                sequence,
                recordedAt,
                editor,
                correlationId,
                causationId,
                occurred,
                data,
                null);
    }

    /**
     * The event in its published form: with its data as canonical JSON and with its digest.
     *
     * @throws IllegalArgumentException when its data has no canonical form
     */
    public PublishedEvent canonical() {
        byte[] canonical = CanonicalJson.of(data);
        Map<String, String> others = attributes();
        others.remove(DIGEST);
        return with(position, canonical, CanonicalEvent.digest(others, canonical), continued);
    }

    /** The same event as one of a group, without a digest. */
    public PublishedEvent withContinued(boolean isContinued) {
        return with(position, data, null, isContinued);
    }

    /** A copy at another position, with the digest for that position. */
    public PublishedEvent withPosition(long otherPosition) {
        return with(otherPosition, data, null, continued).canonical();
    }

    private PublishedEvent with(
            long otherPosition, byte[] otherData, @Nullable String otherDigest, boolean isContinued) {
        return new PublishedEvent(
                developmentId,
                type,
                subject,
                otherPosition,
                sequence,
                recordedAt,
                editor,
                correlationId,
                causationId,
                occurred,
                otherData,
                otherDigest,
                isContinued);
    }

    /** The digest of an event in structured form; a digest attribute in it is ignored. */
    public static String digestOf(ObjectNode structured) {
        ObjectNode content = structured.deepCopy();
        content.remove(DIGEST);
        return CanonicalJson.digest(CanonicalJson.of(content));
    }

    /** The CloudEvent's attributes as text by name, in the order in which they are written. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        forEachAttribute(attributes::put);
        return attributes;
    }

    /** Passes on the name and the text of each of the {@link #attributes}, in their order. */
    public void forEachAttribute(BiConsumer<String, String> attribute) {
        String time = time(recordedAt);
        attribute.accept("specversion", "1.0");
        attribute.accept("id", developmentId.toString());
        attribute.accept("source", SOURCE);
        attribute.accept("type", type.toString());
        attribute.accept("subject", subject.toString());
        attribute.accept("time", time);
        attribute.accept("dataschema", type.schema());
        if (occurred != null) {
            attribute.accept("occurred", occurred);
        }
        attribute.accept("position", Long.toString(position));
        if (continued) {
            attribute.accept(CONTINUED, Boolean.TRUE.toString());
        }
        attribute.accept("sequence", Long.toString(sequence));
        attribute.accept("editor", editor);
        attribute.accept("correlationid", correlationId);
        if (causationId != null) {
            attribute.accept("causationid", causationId);
        }
        attribute.accept("recordedtime", time);
        if (digest != null) {
            attribute.accept(DIGEST, digest);
        }
    }

    /**
     * Decodes an event.
     *
     * @param attributes by name, without the prefix of the Kafka headers
     * @param data the development's JSON in UTF-8
     * @throws MalformedEventException when an attribute is missing or cannot be read
     */
    public static PublishedEvent of(Map<String, String> attributes, byte[] data) {
        try {
            return new PublishedEvent(
                    UUID.fromString(required(attributes, "id")),
                    EventTypeName.parse(required(attributes, "type")),
                    MatterAddress.parse(required(attributes, "subject")),
                    position(required(attributes, "position")),
                    Long.parseLong(required(attributes, "sequence")),
                    Instant.parse(required(attributes, "recordedtime")),
                    required(attributes, "editor"),
                    required(attributes, "correlationid"),
                    attributes.get("causationid"),
                    date(attributes.get("occurred")),
                    data,
                    attributes.get(DIGEST),
                    isContinued(attributes.get(CONTINUED)));
        } catch (MalformedEventException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MalformedEventException("event " + attributes.get("id") + ": " + e.getMessage(), e);
        }
    }

    /**
     * Decodes an event from one JSON object in CloudEvents' structured mode.
     *
     * @throws MalformedEventException when it is not a Parley event
     */
    public static PublishedEvent of(JsonNode structured) {
        if (!structured.path("data").isObject()) {
            throw new MalformedEventException("not a CloudEvent with data", null);
        }
        Map<String, String> attributes = new HashMap<>();
        structured
                .propertyStream()
                .filter(property -> !property.getKey().equals("data"))
                .forEach(property ->
                        attributes.put(property.getKey(), property.getValue().asString()));
        return of(attributes, Json.MAPPER.writeValueAsBytes(structured.path("data")));
    }

    /** The event as one JSON object: CloudEvents' structured mode. */
    public ObjectNode structured() {
        return CanonicalEvent.structured(attributes(), Json.MAPPER.readTree(data));
    }

    /** The entry of the trail that this event publishes. */
    public LedgerEntry entry() {
        try {
            return new LedgerEntry(
                    developmentId, subject, position, recordedAt, editor, DevelopmentJson.read(type, data), continued);
        } catch (RuntimeException e) {
            throw new MalformedEventException(
                    "event " + developmentId + " at position " + position + ": " + e.getMessage(), e);
        }
    }

    /** The data as text. */
    public String dataText() {
        return new String(data, StandardCharsets.UTF_8);
    }

    /** The instant in UTC, always with six fractional digits. */
    public static String time(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        if (utc.getYear() < 1000 || utc.getYear() > 9999) {
            return MICROSECONDS.format(instant);
        }
        // Of the time that it takes to write an event, the formatter took a tenth.
        char[] text = "0000-00-00T00:00:00.000000Z".toCharArray();
        put(utc.getYear(), text, 4);
        put(utc.getMonthValue(), text, 7);
        put(utc.getDayOfMonth(), text, 10);
        put(utc.getHour(), text, 13);
        put(utc.getMinute(), text, 16);
        put(utc.getSecond(), text, 19);
        put(utc.getNano() / 1_000, text, 26);
        return new String(text);
    }

    /** Writes a number before an index, over zeros. */
    private static void put(int number, char[] text, int end) {
        int rest = number;
        for (int i = end - 1; rest > 0; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static long position(String text) {
        long position = Long.parseLong(text);
        if (position < 1) {
            throw new IllegalArgumentException("there is no position " + position);
        }
        return position;
    }

    private static boolean isContinued(@Nullable String text) {
        if (text != null && !text.equals(Boolean.TRUE.toString())) {
            throw new IllegalArgumentException("the attribute '" + CONTINUED + "' is '" + text + "', not 'true'");
        }
        return text != null;
    }

    private static @Nullable String date(@Nullable String text) {
        return text == null ? null : Edtf.parse(text).text();
    }

    private static String required(Map<String, String> attributes, String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new MalformedEventException(
                    "event " + attributes.get("id") + " lacks the attribute '" + name + "'", null);
        }
        return value;
    }
}

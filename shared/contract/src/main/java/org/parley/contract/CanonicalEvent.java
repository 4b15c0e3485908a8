package org.parley.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as canonical JSON in CloudEvents' structured mode. Data that is already canonical is inserted between the
 * attributes without parsing, which takes a tenth of the time of parsing and writing it.
 */
public final class CanonicalEvent {
    private static final String DATA = "data";
    private static final String CONTENT_TYPE = "datacontenttype";
    private static final String POSITION = "position";
    private static final int PLAIN_DIGITS_MAX = 15;

    private CanonicalEvent() {}

    static ObjectNode structured(Map<String, String> attributes, JsonNode data) {
        if (!data.isObject() || attributes.containsKey(DATA) || attributes.containsKey(CONTENT_TYPE)) {
            throw new IllegalArgumentException("an event has one JSON object as its data");
        }
        ObjectNode json = Json.MAPPER.createObjectNode();
        attributes.forEach((name, value) -> {
            if (name.equals(POSITION)) {
                json.put(name, number(value));
            } else if (isTrue(name, value)) {
                json.put(name, true);
            } else {
                json.put(name, value);
            }
        });
        json.put(CONTENT_TYPE, PublishedEvent.JSON_MEDIA_TYPE);
        json.set(DATA, data);
        return json;
    }

    private static boolean isTrue(String name, String value) {
        return name.equals(PublishedEvent.CONTINUED) && value.equals(Boolean.TRUE.toString());
    }

    private static long number(String text) {
        long number = Long.parseLong(text);
        if (!Long.toString(number).equals(text)) {
            throw new IllegalArgumentException("a number differs from its published form");
        }
        return number;
    }

    /**
     * Checks an event against its digest.
     *
     * @param attributes every attribute by name, except the digest
     * @param data the event's data
     * @return the data as canonical JSON; null when the event does not match its digest
     */
    public static byte @Nullable [] verifiedData(String digest, Map<String, String> attributes, byte[] data) {
        // If the digest matches, the bytes are the canonical JSON that was published. No name and no value contains a
        // quotation mark, so no other attributes and data give the same bytes.
        if (isSpliceable(attributes) && digest.equals(CanonicalJson.digest(spliced(attributes, data)))) {
            return data;
        }
        try {
            ObjectNode structured = structured(attributes, Json.MAPPER.readTree(data));
            return digest.equals(CanonicalJson.digest(CanonicalJson.of(structured)))
                    ? CanonicalJson.of(structured.path(DATA))
                    : null;
        } catch (RuntimeException e) {
            return null; // without canonical JSON there is no digest to match
        }
    }

    /**
     * The digest of an event.
     *
     * @param attributes every attribute by name, except the digest
     * @param data canonical JSON
     */
    static String digest(Map<String, String> attributes, byte[] data) {
        return CanonicalJson.digest(
                isSpliceable(attributes)
                        ? spliced(attributes, data)
                        : CanonicalJson.of(structured(attributes, Json.MAPPER.readTree(data))));
    }

    /** The event with its digest as canonical JSON, in UTF-8. */
    public static byte[] of(PublishedEvent event) {
        Map<String, String> attributes = event.attributes();
        String digest = event.digest();
        if (digest != null && isSpliceable(attributes)) {
            Map<String, String> others = new TreeMap<>(attributes);
            others.remove(PublishedEvent.DIGEST);
            if (digest.equals(CanonicalJson.digest(spliced(others, event.data())))) {
                return spliced(attributes, event.data());
            }
        }
        return CanonicalJson.of(event.structured());
    }

    /** Whether no attribute needs an escape, and none has the name of another member. */
    private static boolean isSpliceable(Map<String, String> attributes) {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String name = attribute.getKey();
            String value = attribute.getValue();
            if (!isPlainName(name) || !(name.equals(POSITION) ? isPlainNumber(value) : isPlainText(value))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
                return false;
            }
        }
        return !name.isEmpty() && !name.equals(DATA) && !name.equals(CONTENT_TYPE);
    }

    private static boolean isPlainText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Numbers with at most {@value #PLAIN_DIGITS_MAX} digits are already canonical. */
    private static boolean isPlainNumber(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= PLAIN_DIGITS_MAX && value.charAt(0) != '0';
    }

    private static byte[] spliced(Map<String, String> attributes, byte[] data) {
        Map<String, String> sorted = new TreeMap<>(attributes);
        sorted.put(CONTENT_TYPE, PublishedEvent.JSON_MEDIA_TYPE);
        sorted.put(DATA, "");
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        StringBuilder out = before;
        for (Map.Entry<String, String> each : sorted.entrySet()) {
            String name = each.getKey();
            out.append(before.isEmpty() ? '{' : ',').append('"').append(name).append("\":");
            if (name.equals(DATA)) {
                out = after;
            } else if (name.equals(POSITION) || isTrue(name, each.getValue())) {
                out.append(each.getValue());
            } else {
                out.append('"').append(each.getValue()).append('"');
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(before.length() + data.length + after.length() + 1);
        bytes.writeBytes(before.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(data);
        bytes.writeBytes(after.append('}').toString().getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }
}

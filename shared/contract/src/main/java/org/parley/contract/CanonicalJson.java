package org.parley.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.NumberToJSON;
import tools.jackson.databind.JsonNode;

/**
 * Canonical JSON and hashes of it. Equal content has equal bytes on every machine.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JSON Canonicalization Scheme</a>
 */
public final class CanonicalJson {
    private static final int DEPTH_MAX = 1_000;
    private static final int INITIAL_LENGTH = 1_024;
    private static final String SHORT_ESCAPED = "\"\\\b\f\n\r\t";
    private static final String SHORT_ESCAPES = "\"\\bfnrt";
    private static final HexFormat HEX = HexFormat.of();

    private CanonicalJson() {}

    /**
     * The canonical form in UTF-8.
     *
     * @throws IllegalArgumentException when there is no canonical form, as for NaN or a lone surrogate
     */
    public static byte[] of(JsonNode json) {
        if (!json.isContainer()) {
            throw new IllegalArgumentException("no canonical JSON: neither an object nor an array");
        }
        try {
            StringBuilder text = new StringBuilder(INITIAL_LENGTH);
            write(json, text, 1);
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("no canonical JSON: " + e.getMessage(), e);
        }
    }

    /**
     * The canonical form of an object in UTF-8; the same array if it is that already.
     *
     * @throws IllegalArgumentException when there is no canonical form
     * @throws tools.jackson.core.JacksonException when it is not JSON
     */
    static byte[] of(byte[] object) {
        return CanonicalForm.isCertain(object) ? object : of(Json.MAPPER.readTree(object));
    }

    private static void write(JsonNode json, StringBuilder out, int depth) throws IOException {
        if (depth > DEPTH_MAX) {
            throw new IllegalArgumentException("no canonical JSON: it is nested too deep");
        }
        switch (json.getNodeType()) {
            case OBJECT -> {
                // The order of String is that of UTF-16 code units.
                List<Map.Entry<String, JsonNode>> members = new ArrayList<>(json.properties());
                members.sort(Map.Entry.comparingByKey());
                char before = '{';
                for (Map.Entry<String, JsonNode> member : members) {
                    out.append(before);
                    write(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out, depth + 1);
                    before = ',';
                }
                out.append(members.isEmpty() ? "{}" : "}");
            }
            case ARRAY -> {
                char before = '[';
                for (JsonNode element : json) {
                    out.append(before);
                    write(element, out, depth + 1);
                    before = ',';
                }
                out.append(json.isEmpty() ? "[]" : "]");
            }
            case STRING -> write(json.stringValue(), out);
            case NUMBER -> {
                if (json.isIntegralNumber() && json.canConvertToInt()) {
                    out.append(json.intValue());
                } else {
                    out.append(NumberToJSON.serializeNumber(Double.parseDouble(json.asString())));
                }
            }
            case BOOLEAN -> out.append(json.booleanValue());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("no canonical JSON: " + json.getNodeType());
        }
    }

    private static void write(String text, StringBuilder out) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                requirePair(text, i);
            } else if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, from, i);
                from = i + 1;
                int name = SHORT_ESCAPED.indexOf(c);
                if (name >= 0) {
                    out.append('\\').append(SHORT_ESCAPES.charAt(name));
                } else {
                    out.append("\\u00").append(HEX.toHexDigits((byte) c));
                }
            }
        }
        out.append(text, from, text.length()).append('"');
    }

    /** A surrogate alone has no UTF-8. */
    private static void requirePair(String text, int at) {
        boolean isFirst = at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        boolean isSecond = at > 0 && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        if (!isFirst && !isSecond) {
            throw new IllegalArgumentException("no canonical JSON: a surrogate without its pair");
        }
    }

    /** SHA-256 of the canonical form, in hexadecimal. */
    public static String sha256(JsonNode json) {
        return sha256(of(json));
    }

    /** The digest of canonical JSON: {@code sha256:} and the SHA-256 in hexadecimal. */
    static String digest(byte[] canonical) {
        return "sha256:" + sha256(canonical);
    }

    private static String sha256(byte[] canonical) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package org.parley.contract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

/**
 * Canonical JSON and hashes of it. Equal content has equal bytes on every machine.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JSON Canonicalization Scheme</a>
 */
public final class CanonicalJson {
    private static final ObjectWriter VERBATIM = Json.MAPPER.writer().without(JsonWriteFeature.WRITE_NAN_AS_STRINGS);

    private CanonicalJson() {}

    /**
     * The canonical form in UTF-8.
     *
     * @throws IllegalArgumentException when there is no canonical form, as for NaN or a lone surrogate
     */
    public static byte[] of(JsonNode json) {
        try {
            String text = new JsonCanonicalizer(VERBATIM.writeValueAsBytes(json)).getEncodedString();
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (IOException | JacksonException e) {
            throw new IllegalArgumentException("no canonical JSON: " + e.getMessage(), e);
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

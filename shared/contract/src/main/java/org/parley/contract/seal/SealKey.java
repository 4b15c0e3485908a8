package org.parley.contract.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals events: HMAC-SHA256 of an event's digest. Thread-safe: each thread has its own {@code Mac}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
public final class SealKey {
    /** The minimum length of a key in bytes: the length of the hash. */
    public static final int BYTES_MIN = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "hmac-sha256:";
    private static final int FINGERPRINT_BYTES = 16;

    private final ThreadLocal<Mac> mac;
    private final String fingerprint;

    private SealKey(byte[] key) {
        SecretKeySpec secret = new SecretKeySpec(key, ALGORITHM);
        this.mac = ThreadLocal.withInitial(() -> mac(secret));
        this.fingerprint = HexFormat.of()
                .formatHex(Arrays.copyOf(
                        mac(secret).doFinal("parley seal key".getBytes(StandardCharsets.US_ASCII)), FINGERPRINT_BYTES));
    }

    /**
     * Creates the key from a text; surrounding whitespace is ignored.
     *
     * @param property the property with the text, for the message
     * @throws IllegalArgumentException when it is shorter than {@value #BYTES_MIN} bytes
     */
    public static SealKey of(String text, String property) {
        byte[] key = text.strip().getBytes(StandardCharsets.UTF_8);
        if (key.length < BYTES_MIN) {
            throw new IllegalArgumentException(
                    "%s has %d bytes; it takes at least %d".formatted(property, key.length, BYTES_MIN));
        }
        return new SealKey(key);
    }

    /** The text of a new key: {@value #BYTES_MIN} random bytes in hexadecimal. */
    public static String generate() {
        byte[] random = new byte[BYTES_MIN];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static Mac mac(SecretKeySpec secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The seal of a digest: {@code hmac-sha256:} and the HMAC in hexadecimal. */
    public String seal(String digest) {
        return PREFIX + HexFormat.of().formatHex(mac.get().doFinal(digest.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether this key made the seal of the digest. Compares in constant time. */
    public boolean verifies(String digest, String seal) {
        return MessageDigest.isEqual(
                seal(digest).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }

    /** Identifies the key without revealing it; safe to store and to show. */
    public String fingerprint() {
        return fingerprint;
    }
}

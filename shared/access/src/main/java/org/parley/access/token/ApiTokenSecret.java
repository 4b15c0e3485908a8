package org.parley.access.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * The secret of an API token: a prefix by which people and secret scanners recognize it, and 43 random letters and
 * digits (256 bits).
 */
public final class ApiTokenSecret {

    static final String PREFIX = "parley_";

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 43;
    private static final Pattern VALID = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiTokenSecret() {}

    static String generate() {
        StringBuilder secret = new StringBuilder(PREFIX);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(at -> secret.append(ALPHABET.charAt(at)));
        return secret.toString();
    }

    /** Whether a bearer token is meant as an API token; true for a mistyped one too. */
    public static boolean hasPrefix(String bearer) {
        return bearer.startsWith(PREFIX);
    }

    static boolean isValid(String bearer) {
        return VALID.matcher(bearer).matches();
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}

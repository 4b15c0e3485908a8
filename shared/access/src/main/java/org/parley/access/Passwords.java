package org.parley.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The rule for passwords, and their hashes ({@code {bcrypt}…}; the prefix leaves room for a successor). */
final class Passwords {

    static final int MIN_BYTES = 8;

    /** What bcrypt reads of a password; it ignores the rest, so there must be no rest. */
    static final int MAX_BYTES = 72;

    static final String RULE =
            MIN_BYTES + " to " + MAX_BYTES + " bytes of UTF-8, without control characters such as a line break.";

    /** No letter or digit that can be taken for another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 4;

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));
    private final String nobodysHash = hash(generate());

    static boolean isValid(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        return bytes >= MIN_BYTES && bytes <= MAX_BYTES && password.chars().noneMatch(Character::isISOControl);
    }

    /** A random password to be read aloud and typed, with 99 bits of entropy. */
    String generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    String hash(String password) {
        if (!isValid(password)) {
            throw new IllegalArgumentException("A password has " + RULE);
        }
        return Objects.requireNonNull(encoder.encode(password), "only no password has no hash");
    }

    /** Whether the password is the hash's, in about 100 ms of work. */
    boolean match(String password, String hash) {
        return encoder.matches(password, hash) && isValid(password);
    }

    /** Takes as long as {@link #match}, so that the time to refuse does not tell which names exist. */
    void matchNobody(String password) {
        match(password, nobodysHash);
    }
}

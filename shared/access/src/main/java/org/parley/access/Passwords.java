package org.parley.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The rule for new passwords, and the hashes of all ({@code {bcrypt}…}; the prefix leaves room for a successor). A password
 * from before the rule was what it is keeps working.
 */
final class Passwords {

    static final int CHARACTERS_MIN = 12;

    /** What bcrypt reads of a password; it ignores the rest, so there must be no rest. */
    static final int BYTES_MAX = 72;

    static final String RULE = "A password has " + CHARACTERS_MIN + " characters or more, and at most " + BYTES_MAX
            + " bytes of UTF-8, no control character such as a line break, and is none of the common ones.";

    /** No letter or digit that can be taken for another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 4;

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder;
    private final String nobodysHash;

    /** With bcrypt at its usual cost. */
    Passwords() {
        this(new BCryptPasswordEncoder());
    }

    Passwords(BCryptPasswordEncoder bcrypt) {
        encoder = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", bcrypt));
        nobodysHash = hash(generate());
    }

    /**
     * What keeps this from being a new password, as a sentence for its owner; null if nothing does.
     *
     * @param account whose it is to be
     */
    static @Nullable String fault(String password, String account) {
        int characters = password.codePointCount(0, password.length());
        if (characters < CHARACTERS_MIN) {
            return "It takes " + CHARACTERS_MIN + " characters or more; this has " + characters + ".";
        }
        if (isCutShort(password)) {
            return "It takes at most " + BYTES_MAX + " bytes of UTF-8.";
        }
        if (password.chars().anyMatch(Character::isISOControl)) {
            return "It must have no control character such as a line break.";
        }
        return CommonPasswords.contain(password, account)
                ? "It is one of the common ones, or a row of keys, a count or a repetition, and would be guessed. Take"
                        + " another one, of " + CHARACTERS_MIN + " characters or more."
                : null;
    }

    private static boolean isCutShort(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX;
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

    /**
     * The hash to keep of a new password.
     *
     * @throws IllegalArgumentException if it breaks the rule
     */
    String hash(String password, String account) {
        if (fault(password, account) != null) {
            throw new IllegalArgumentException(RULE);
        }
        return hash(password);
    }

    /** The hash of a password that nobody chose. */
    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password), "only no password has no hash");
    }

    /** Whether the password is the hash's, in about 100 ms of work at the usual cost. */
    boolean match(String password, String hash) {
        return encoder.matches(password, hash) && !isCutShort(password);
    }

    /** Takes as long as {@link #match}, so that the time to refuse does not tell which names exist. */
    void matchNobody(String password) {
        match(password, nobodysHash);
    }
}

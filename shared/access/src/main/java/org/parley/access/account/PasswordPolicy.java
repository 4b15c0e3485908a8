package org.parley.access.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.domain.language.BilingualText;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The rule for new passwords, and the hashes of all passwords ({@code {bcrypt}…}; the prefix allows another algorithm
 * later). Existing passwords that do not satisfy the rule stay valid.
 */
public final class PasswordPolicy {

    static final int CHARACTERS_MIN = 12;

    /** bcrypt ignores everything after 72 bytes, so a longer password is refused. */
    static final int BYTES_MAX = 72;

    static final BilingualText RULE = new BilingualText(
            "A password has " + CHARACTERS_MIN + " characters or more, at most " + BYTES_MAX
                    + " bytes of UTF-8, no control character such as a line break, and is not a common password.",
            "Una contraseña tiene " + CHARACTERS_MIN + " caracteres o más, como máximo " + BYTES_MAX
                    + " bytes en UTF-8, ningún carácter de control como un salto de línea, y no es una contraseña"
                    + " común.");

    /** Without letters and digits that are easily confused. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 4;

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder;
    private volatile @Nullable String dummyHash;

    /** With bcrypt at the default cost. */
    PasswordPolicy() {
        this(new BCryptPasswordEncoder());
    }

    public PasswordPolicy(BCryptPasswordEncoder bcrypt) {
        encoder = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", bcrypt));
    }

    /**
     * Why a new password is refused, as a sentence for its owner; null if it is accepted.
     *
     * @param account the account that it is for
     */
    static @Nullable BilingualText violation(String password, String account) {
        int characters = password.codePointCount(0, password.length());
        if (characters < CHARACTERS_MIN) {
            return new BilingualText(
                    "It needs " + CHARACTERS_MIN + " characters or more; this one has " + characters + ".",
                    "Necesita " + CHARACTERS_MIN + " caracteres o más; esta tiene " + characters + ".");
        }
        if (isTruncated(password)) {
            return new BilingualText(
                    "It may have at most " + BYTES_MAX + " bytes of UTF-8.",
                    "Puede tener como máximo " + BYTES_MAX + " bytes en UTF-8.");
        }
        if (password.chars().anyMatch(Character::isISOControl)) {
            return new BilingualText(
                    "It must not contain a control character such as a line break.",
                    "No debe contener caracteres de control, como un salto de línea.");
        }
        return CommonPasswords.contains(password, account)
                ? new BilingualText(
                        "It is a common password, or a keyboard row, a sequence or a repetition, and is easy to guess."
                                + " Choose another one of " + CHARACTERS_MIN + " characters or more.",
                        "Es una contraseña común, una fila del teclado, una secuencia o una repetición, y es fácil de"
                                + " adivinar. Elija otra de " + CHARACTERS_MIN + " caracteres o más.")
                : null;
    }

    private static boolean isTruncated(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX;
    }

    /** A random password that is easy to read aloud and type, with 99 bits of entropy. */
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
     * The hash of a new password.
     *
     * @throws IllegalArgumentException if it breaks the rule
     */
    String hash(String password, String account) {
        if (violation(password, account) != null) {
            throw new IllegalArgumentException(RULE.english());
        }
        return hash(password);
    }

    /** The hash of a generated password, which the rule does not apply to. */
    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password), "the encoder returns null only for a null password");
    }

    /** Whether the password matches the hash; takes about 100 ms of CPU time at the default cost. */
    boolean matches(String password, String hash) {
        return encoder.matches(password, hash) && !isTruncated(password);
    }

    /** Takes as long as {@link #matches}, so that the response time does not reveal which names exist. */
    void matchDummyHash(String password) {
        String hash = dummyHash;
        if (hash == null) {
            // One bcrypt, as a match is. Not at the start of the program, which it would delay.
            dummyHash = hash(generate());
        } else {
            matches(password, hash);
        }
    }
}

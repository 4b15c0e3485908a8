package org.parley.access;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Knows the passwords that are tried first: the 30,000 most common ones, as they are or dressed up, rows of keys, counts
 * and repetitions, and the words that come to mind here.
 *
 * @see <a href="https://github.com/nulab/zxcvbn4j">zxcvbn4j, which bundles the list and does the matching</a>
 */
final class CommonPasswords {

    /** Fewer guesses than this, a million, are made over the network even past a throttle. */
    private static final int SCORE_MIN = 2;

    /** So much of a password is looked at: the time it takes grows fast with length. */
    private static final int CHARACTERS_LOOKED_AT = 28;

    /** The likeliest first. */
    private static final List<String> WORDS_HERE = List.of(
            "correct horse battery staple",
            "correcthorsebatterystaple",
            "parley",
            "newsroom",
            "chief",
            "editor",
            "reader",
            "administrator",
            "journalist",
            "negotiation");

    private CommonPasswords() {}

    /** Loaded when the first password is judged. */
    private static final class Known {
        private static final Zxcvbn ESTIMATE = load();

        private static Zxcvbn load() {
            try {
                return new ZxcvbnBuilder()
                        .dictionary(StandardDictionaries.PASSWORDS_LOADER.load())
                        .dictionary(new Dictionary("words-here", WORDS_HERE))
                        .keyboards(
                                List.of(StandardKeyboards.QWERTY_LOADER.load(), StandardKeyboards.KEYPAD_LOADER.load()))
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Whether a password is one of the first that a guesser tries.
     *
     * @param account whose it is to be; its name is guessed first
     */
    static boolean contain(String password, String account) {
        String looked = password.codePointCount(0, password.length()) <= CHARACTERS_LOOKED_AT
                ? password
                : password.substring(0, password.offsetByCodePoints(0, CHARACTERS_LOOKED_AT));
        return Known.ESTIMATE.measure(looked, List.of(account)).getScore() < SCORE_MIN;
    }
}

package org.parley.access.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The passwords that an attacker tries first: the 30,000 most common ones and variations of them, keyboard rows,
 * sequences and repetitions, and words that suggest themselves for this program.
 *
 * @see <a href="https://github.com/nulab/zxcvbn4j">zxcvbn4j, which bundles the list and does the matching</a>
 */
final class CommonPasswords {

    /** zxcvbn score 2 is more than a million guesses, which a throttle keeps out of reach over the network. */
    private static final int SCORE_MIN = 2;

    /** Only the beginning of a password is measured, since the time grows fast with the length. */
    private static final int CHARACTERS_MEASURED = 28;

    /** Ordered by likelihood, which zxcvbn uses as the rank. */
    private static final List<String> PARLEY_WORDS = List.of(
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

    /** Loaded lazily, when the first password is checked. */
    private static final class Estimator {
        private static final Zxcvbn ESTIMATE = load();

        private static Zxcvbn load() {
            try {
                return new ZxcvbnBuilder()
                        .dictionary(StandardDictionaries.PASSWORDS_LOADER.load())
                        .dictionary(new Dictionary("parley-words", PARLEY_WORDS))
                        .keyboards(
                                List.of(StandardKeyboards.QWERTY_LOADER.load(), StandardKeyboards.KEYPAD_LOADER.load()))
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Whether an attacker would guess the password early.
     *
     * @param account the account that it is for, whose name counts as a common word
     */
    static boolean contains(String password, String account) {
        String measured = password.codePointCount(0, password.length()) <= CHARACTERS_MEASURED
                ? password
                : password.substring(0, password.offsetByCodePoints(0, CHARACTERS_MEASURED));
        return Estimator.ESTIMATE.measure(measured, List.of(account)).getScore() < SCORE_MIN;
    }
}

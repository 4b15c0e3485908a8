package org.parley.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password123!",
                "P@ssw0rd1234",
                "123456789012",
                "qwertyuiop12",
                "1q2w3e4r5t6y",
                "passwordpassword",
                "aaaaaaaaaaaa",
                "abcdefghijkl",
                "iloveyou1234",
                "newsroom2026",
                "parleyparley",
                "administrator",
                "Correct Horse Battery Staple",
                "olena.kolena.k"
            })
    void refusesCommonPassword(String password) {
        assertThat(english(password, "olena.k")).contains("common", "12 characters or more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-good-password",
                "correct horse battery",
                "hear my taps",
                "пароль-редактора",
                "4@8({[<369&#!1/|0$5+7%2/4@8({[<369&#!1/|0$5+7%2/4@8({[<369&#!1/|0$5+7%2/"
            })
    void acceptsUncommonPassword(String password) {
        assertThat(PasswordPolicy.violation(password, "olena.k")).isNull();
    }

    @Test
    void acceptsGeneratedPassword() {
        PasswordPolicy passwords = new PasswordPolicy();

        assertThat(PasswordPolicy.violation(passwords.generate(), "chief")).isNull();
    }

    @Test
    void countsCharactersNotBytes() {
        assertThat(english("йцукенгшщзх", "olena.k")).isEqualTo("It needs 12 characters or more; this one has 11.");
        assertThat(english("🕊".repeat(11), "olena.k")).isEqualTo("It needs 12 characters or more; this one has 11.");
    }

    private static String english(String password, String account) {
        return Objects.requireNonNull(PasswordPolicy.violation(password, account))
                .english();
    }
}

package org.parley.domain.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SlugTest {
    @Test
    void acceptsWhatThePatternDoes() {
        Random random = new Random(80);
        String characters = "az09-A \n/\u00e9";
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(6); n > 0; n--) {
                text.append(characters.charAt(random.nextInt(random.nextBoolean() ? 5 : characters.length())));
            }
            String slug = text.toString();
            boolean isAccepted = isAccepted(slug);
            assertThat(isAccepted).as("'%s'", slug).isEqualTo(slug.matches(Slug.PATTERN));
            accepted += isAccepted ? 1 : 0;
        }
        assertThat(accepted).isBetween(1_000, 19_000);
    }

    private static boolean isAccepted(String slug) {
        try {
            return Slug.require(slug).equals(slug);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void itsLengthIsLimited() {
        assertThat(Slug.require("a".repeat(Slug.MAX))).hasSize(Slug.MAX);
        assertThatThrownBy(() -> Slug.require("a".repeat(Slug.MAX + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a slug");
    }
}

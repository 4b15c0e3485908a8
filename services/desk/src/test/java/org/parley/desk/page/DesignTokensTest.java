package org.parley.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contrast of the design's colours in both themes. */
class DesignTokensTest {
    private static final double TEXT = 4.5;
    private static final double CONTROL = 3;
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6})");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textIsReadableOnEverySurface(boolean dark) throws IOException {
        Map<String, String> tokens = tokens(dark);
        List<String> tooFaint = new ArrayList<>();
        for (String surface : List.of("paper", "sheet", "well")) {
            for (String text :
                    List.of("ink", "ink-2", "ink-3", "open", "agreed", "refused", "over", "unsure", "embargo")) {
                collect(tokens, text, surface, TEXT, tooFaint);
            }
        }
        for (String family : List.of("open", "agreed", "refused", "over", "unsure", "embargo", "ins", "del")) {
            collect(tokens, family, family + "-wash", TEXT, tooFaint);
        }
        collect(tokens, "on-ink", "ink", TEXT, tooFaint);
        collect(tokens, "rule-2", "paper", CONTROL, tooFaint);
        collect(tokens, "rule-2", "sheet", CONTROL, tooFaint);
        collect(tokens, "focus", "paper", CONTROL, tooFaint);
        assertThat(tooFaint).isEmpty();
    }

    @Test
    void wallIsAsDarkAsADarkScreen() throws IOException {
        String css = css();
        int preferred = css.indexOf("prefers-color-scheme: dark");
        int named = css.indexOf("[data-theme=\"dark\"]");

        assertThat(colours(css.substring(named))).isNotEmpty().isEqualTo(colours(css.substring(preferred, named)));
    }

    private static void collect(
            Map<String, String> tokens, String front, String back, double least, List<String> tooFaint) {
        double contrast = contrast(colour(tokens, front), colour(tokens, back));
        if (contrast < least) {
            tooFaint.add("%s on %s: %.2f".formatted(front, back, contrast));
        }
    }

    private static String colour(Map<String, String> tokens, String name) {
        return Objects.requireNonNull(tokens.get(name), name);
    }

    private static Map<String, String> tokens(boolean dark) throws IOException {
        String css = css();
        int preferred = css.indexOf("prefers-color-scheme: dark");
        Map<String, String> tokens = colours(css.substring(0, preferred));
        if (dark) {
            tokens.putAll(colours(css.substring(preferred)));
        }
        return tokens;
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new LinkedHashMap<>();
        Stream<MatchResult> found = COLOUR.matcher(css).results();
        found.forEach(one -> colours.put(one.group(1), one.group(2)));
        return colours;
    }

    private static String css() throws IOException {
        try (InputStream css = DesignTokensTest.class.getResourceAsStream("/static/desk/tokens.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The contrast ratio of WCAG 2. */
    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int from) {
        double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

package org.parley.archive.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameScoreTest {
    private static final List<String> NAMES = List.of(
            "Ceasefire",
            "Ceasefire in Gaza",
            "The ceasefire of Easter",
            "A general ceasefire in the Black Sea",
            "Monitoring of ceasefires",
            "Grain corridor");

    private static List<String> ranked(String typed, Map<String, List<String>> similar) {
        SearchedWords searched = SearchedWords.of(typed, similar);
        return NAMES.stream()
                .filter(name -> score(searched, name).isPresent())
                .sorted(Comparator.comparing(
                                (String name) -> score(searched, name).orElseThrow())
                        .reversed())
                .toList();
    }

    private static Optional<NameScore> score(SearchedWords searched, String name) {
        return NameScore.of(searched, name, "slug");
    }

    @Test
    void theNearestNameIsFirst() {
        assertThat(ranked("ceasefire", Map.of()))
                .containsExactly(
                        "Ceasefire",
                        "Ceasefire in Gaza",
                        "The ceasefire of Easter",
                        "A general ceasefire in the Black Sea",
                        "Monitoring of ceasefires");
        assertThat(ranked("cease ea", Map.of())).containsExactly("The ceasefire of Easter");
        assertThat(ranked("refuge", Map.of())).isEmpty();
    }

    @Test
    void similarWordsCountLessThanTheBeginningOfAWord() {
        assertThat(ranked("grian", Map.of("grian", List.of("grain")))).containsExactly("Grain corridor");
        NameScore similar = NameScore.of(SearchedWords.of("grian", Map.of("grian", List.of("grain"))), "Grain", "g")
                .orElseThrow();
        NameScore beginning =
                NameScore.of(SearchedWords.of("gra", Map.of()), "Grain", "g").orElseThrow();
        assertThat(similar).isLessThan(beginning);
    }

    @ParameterizedTest
    @CsvSource({"türkiye, Turkiye", "TURKIYE, Türkiye", "peace-plan, The peace plan", "“peace”, The peace plan"})
    void accentsCaseAndPunctuationDoNotMatter(String typed, String name) {
        assertThat(NameScore.of(SearchedWords.of(typed, Map.of()), name, "x")).isPresent();
    }

    @Test
    void aCodeOrSlugIsANameToo() {
        assertThat(NameScore.of(SearchedWords.of("usa", Map.of()), "United States", "USA"))
                .isPresent();
        assertThat(NameScore.of(SearchedWords.of("alaska talks", Map.of()), "Talks", "alaska"))
                .isPresent();
        assertThat(NameScore.of(SearchedWords.of("", Map.of()), "Talks", "alaska"))
                .isEmpty();
    }
}

package org.parley.archive.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
    @ParameterizedTest
    @CsvSource({
        "'the ceasefire “Truce”, here', 'the ceasefire  truce , here'",
        "'Перемир’я — ПРИВЕТ', 'перемир я   привет'",
        "'a-b ''c''', 'a-b ''c'''"
    })
    void signsBeyondAsciiEndAWordAndLettersAreSmall(String text, String words) {
        assertThat(SearchWords.of(text).replaceAll("\\s+", " ")).isEqualTo(words.replaceAll("\\s+", " "));
    }

    @Test
    void whatHasOperatorsIsLeftAsItIs() {
        assertThat(SearchWords.Search.of("putin -ceasefire").beginning()).isEmpty();
        assertThat(SearchWords.Search.of("“Black Sea” istan").all()).contains("\"black sea\"");
        assertThat(SearchWords.Search.of("Putin istan"))
                .isEqualTo(new SearchWords.Search("putin istan", "putin", "istan"));
        assertThat(SearchWords.Search.of("'); drop table").beginning()).isEmpty();
    }
}

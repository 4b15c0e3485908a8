package org.parley.archive.trail.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.archive.trail.search.SearchWords.Search;
import org.parley.archive.trail.search.SearchWords.Term;

class SearchWordsTest {
    @ParameterizedTest
    @CsvSource({
        "'the ceasefire “Truce”, here', 'the ceasefire  truce , here'",
        "'Перемир’я — ПРИВЕТ', 'перемир я   привет'",
        "'a-b ''c''', 'a-b ''c'''"
    })
    void normalisesPunctuationAndCase(String text, String words) {
        assertThat(SearchWords.of(text).replaceAll("\\s+", " ")).isEqualTo(words.replaceAll("\\s+", " "));
    }

    @Test
    void parsesSearches() {
        assertThat(Search.of("Putin istan").any())
                .containsExactly(
                        List.of(new Term("putin", false, false, false), new Term("istan", false, false, true)));
        assertThat(Search.of("putin -ceasefire or “Black Sea” istan").any())
                .containsExactly(
                        List.of(new Term("putin", false, false, false), new Term("ceasefire", true, false, false)),
                        List.of(new Term("black sea", false, true, false), new Term("istan", false, false, false)));
        assertThat(Search.of("-\"black sea\" a-b").any())
                .containsExactly(
                        List.of(new Term("black sea", true, true, false), new Term("a-b", false, false, false)));
        assertThat(Search.of("or - \"\" or or").any()).isEmpty();
        assertThat(Search.of("'); drop table").terms()).noneMatch(Term::beginning);
    }
}

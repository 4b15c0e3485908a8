package org.parley.archive.trail.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "ceasefire, ceasefire, 0",
        "ceasfire, ceasefire, 1",
        "grian, grain, 1",
        "putn, putin, 1",
        "zelenskyy, zelensky, 1",
        "selenski, zelensky, 2",
        "ca, abc, 3",
        "'', abc, 3"
    })
    void countsAddedMissingReplacedAndExchangedLetters(String typed, String word, int distance) {
        assertThat(SpellingDistance.between(typed, word)).isEqualTo(distance);
        assertThat(SpellingDistance.between(word, typed)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({"ceasf, ceasefire, 1", "ceas, ceasefire, 0", "gaurant, guarantee, 1", "xyz, ceasefire, 3"})
    void aBeginningIsComparedWithTheNearestBeginning(String typed, String word, int distance) {
        assertThat(SpellingDistance.toBeginning(typed, word)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "4, 1", "6, 1", "7, 2", "9, 2", "10, 3"})
    void longerWordsMayHaveMoreMistakes(int length, int mistakes) {
        assertThat(SpellingDistance.tolerated(length)).isEqualTo(mistakes);
    }
}

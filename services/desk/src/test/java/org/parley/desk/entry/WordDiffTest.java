package org.parley.desk.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On about 19 August, they met. | On 19 August, they met. | On [-about ]19 August, they met.",
                "On 15 August 2025, Russia said no | On 16 August 2025, Russia said no"
                        + " | On [-15][+16] August 2025, Russia said no",
                "Russia offered air power | Russia offered ground troops | Russia offered [-air power][+ground troops]",
                "the guarantee “A” | the guarantee “B” | the guarantee “[-A][+B]”",
                "one | one two | one[+ two]",
                "same words | same words | same words",
                "El alto el fuego rechazó | El alto el fuego aceptó | El alto el fuego [-rechazó][+aceptó]"
            })
    void marksOnlyTheWordsThatDiffer(String before, String after, String marked) {
        assertThat(marked(before, after)).isEqualTo(marked);
    }

    @Test
    void keepsBothTexts() {
        String before = "On 15 August 2025, Russia (Vladimir Putin) rejected the ceasefire “Alaska”: =cmd: not yet.";
        String after = "On 16 August 2025, Russia rejected the ceasefire “Alaska”: not yet, not  ever.";
        assertThat(text(before, after, WordDiff.Change.ADDED)).isEqualTo(before);
        assertThat(text(before, after, WordDiff.Change.REMOVED)).isEqualTo(after);
    }

    @Test
    void emptyTextIsAllAddedOrRemoved() {
        assertThat(marked("", "words")).isEqualTo("[+words]");
        assertThat(marked("words", "")).isEqualTo("[-words]");
        assertThat(WordDiff.between("", "")).isEmpty();
    }

    private static String text(String before, String after, WordDiff.Change without) {
        return WordDiff.between(before, after).stream()
                .filter(part -> part.change() != without)
                .map(WordDiff.Part::text)
                .collect(Collectors.joining());
    }

    private static String marked(String before, String after) {
        return WordDiff.between(before, after).stream()
                .map(part -> part.isRemoved()
                        ? "[-" + part.text() + "]"
                        : part.isAdded() ? "[+" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }
}

package org.parley.desk.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.matter.MatterKind;

class DictionaryTest {
    @Test
    void everyCommandOfALifecycleHasWords() {
        List<String> commands = Stream.of(MatterKind.values())
                .flatMap(kind -> DomainCatalogue.type(kind).lifecycle().rows().stream())
                .map(row -> row.commandName())
                .distinct()
                .toList();
        assertThat(Dictionary.BUNDLED.verbs().keySet()).containsExactlyInAnyOrderElementsOf(commands);
        assertThat(Dictionary.BUNDLED.verbs().values())
                .allSatisfy(words -> assertThat(words).isNotEmpty());
    }

    @Test
    void everyKindOfMatterHasWords() {
        assertThat(Dictionary.BUNDLED.kinds().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MatterKind.values())
                        .filter(kind -> kind != MatterKind.NEGOTIATION)
                        .map(MatterKind::slug)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "refus*, Putin REFUSES a ceasefire, REFUSES",
        "take* effect, The truce takes full effect, takes full effect",
        "won't, Russia won’t accept, won’t",
        "rechaz*, Rusia rechazó la tregua, rechazó"
    })
    void expressionIsFoundWithItsPlace(String expression, String sentence, String found) {
        Expression.Place place =
                Expression.of(expression).in(SentenceWords.of(sentence)).orElseThrow();
        assertThat(sentence.substring(place.start(), place.end())).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"refus*, The fuse", "take* effect, The truce takes one two three four effect", "gone, Agone"})
    void otherWordsAreNotTheExpression(String expression, String sentence) {
        assertThat(Expression.of(expression).in(SentenceWords.of(sentence))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "guarantee, guarantees, true",
        "russia, russian, true",
        "talks, talk, true",
        "truce, treaty, false",
        "march, market, false"
    })
    void formsOfAWordHaveOneStem(String one, String other, boolean isSame) {
        assertThat(SentenceWords.isSameStem(one, other)).isEqualTo(isSame);
    }

    private static boolean isDenied(String expression, String sentence) {
        SentenceWords words = SentenceWords.of(sentence);
        Expression said = Expression.of(expression);
        return Denial.isDenied(words, said, said.in(words).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "meet* | Putin refuses to meet Zelensky",
                "sign* | Ukraine and Russia have not signed an agreement",
                "reject* | Russia denies it rejected the ceasefire",
                "meeting with | Trump calls off the meeting with Putin",
                "se reun* | Putin se niega a reunirse con Zelenski",
                "canje* | Ucrania rechaza el canje de prisioneros"
            })
    void whatIsDeniedIsNotWhatHappened(String expression, String sentence) {
        assertThat(isDenied(expression, sentence)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reject* | Beland rejects the truce, no guarantees come with it",
                "accept* | After Russia refused, Ukraine accepted the truce",
                "accept* | Russia refused and Ukraine accepted",
                "refus* meet* | Putin refuses to meet Zelensky",
                "will not meet | Putin will not meet Zelensky"
            })
    void anotherStatementDeniesNothing(String expression, String sentence) {
        assertThat(isDenied(expression, sentence)).isFalse();
    }
}

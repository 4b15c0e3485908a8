package org.parley.domain.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.party.Actor;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.wording.QuantityText;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "Israel, Rusia e Israel",
        "Irán, Rusia e Irán",
        "Ígor, Rusia e Ígor",
        "Hizbulá, Rusia e Hizbulá",
        "Hierro, Rusia y Hierro",
        "Iaşi, Rusia y Iaşi",
        "Yemen, Rusia y Yemen",
        "Ucrania, Rusia y Ucrania",
    })
    void conjunctionFollowsTheSound(String last, String list) {
        assertThat(Language.SPANISH.list(List.of("Rusia", last))).isEqualTo(list);
    }

    @Test
    void listsAnyNumber() {
        assertThat(Language.SPANISH.list(List.of())).isEmpty();
        assertThat(Language.SPANISH.list(List.of("Rusia"))).isEqualTo("Rusia");
        assertThat(Language.SPANISH.list(List.of("Rusia", "Ucrania", "Italia"))).isEqualTo("Rusia, Ucrania e Italia");
        assertThat(Language.ENGLISH.list(List.of("Russia", "Ukraine", "Italy"))).isEqualTo("Russia, Ukraine and Italy");
    }

    @Test
    void quotesATitle() {
        assertThat(Language.ENGLISH.quoted("Alaska")).isEqualTo("“Alaska”");
        assertThat(Language.SPANISH.quoted("Alaska")).isEqualTo("«Alaska»");
        assertThat(Language.SPANISH.quoted("La «cumbre»")).isEqualTo("«La “cumbre”»");
    }

    @Test
    void everyOtherLocaleIsEnglish() {
        assertThat(Language.of(Locale.of("es", "MX"))).isEqualTo(Language.SPANISH);
        assertThat(Language.of(Locale.of("tr"))).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Locale.ROOT)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void prepositionsContractWithAnArticle() {
        assertThat(SpanishGrammar.of("el Reino Unido")).isEqualTo("del Reino Unido");
        assertThat(SpanishGrammar.to("el Reino Unido")).isEqualTo("al Reino Unido");
        assertThat(SpanishGrammar.of("El Salvador")).isEqualTo("de El Salvador");
        assertThat(SpanishGrammar.to("Rusia")).isEqualTo("a Rusia");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            999.50     | 999.5      | 999,5
            1000       | 1,000      | 1000
            7.132E+3   | 7,132      | 7132
            10000      | 10,000     | 10_000
            6431376.25 | 6,431,376.25 | 6_431_376,25
            0.000000000000001 | 0.000000000000001 | 0,000000000000001
            """)
    void numbersAreGrouped(BigDecimal number, String english, String spanish) {
        assertThat(QuantityText.number(number, Language.ENGLISH)).isEqualTo(english);
        assertThat(QuantityText.number(number, Language.SPANISH)).isEqualTo(spanish.replace('_', '\u00A0'));
        assertThat(QuantityText.format(number, null, "shells")).isEqualTo(english + " shells");
    }

    @Test
    void aPartyIsNamedOnceForAllItsPersons() {
        SentenceNames names = SentenceNames.ofCodes(MatterAddress.parse("talks/meeting/moscow"));
        Actors envoys = actors("USA", "Steve Witkoff", "USA", "Jared Kushner");

        assertThat(names.actors(envoys)).isEqualTo("USA (Steve Witkoff and Jared Kushner)");
        assertThat(names.actors(actors("USA", "Steve Witkoff", "RUS", "Vladimir Putin", "USA", "Jared Kushner")))
                .isEqualTo("USA (Steve Witkoff and Jared Kushner) and RUS (Vladimir Putin)");
        assertThat(names.actors(actors("USA", null, "USA", "Steve Witkoff", "USA", "Steve Witkoff")))
                .isEqualTo("USA (Steve Witkoff)");
        assertThat(names.actors(actors("USA", "USA"))).isEqualTo("USA");
        assertThat(SpanishGrammar.act(names, envoys, "viajó", "viajaron")).endsWith(") viajó");
    }

    /** Parties and their persons in turn. */
    private static Actors actors(@Nullable String... partiesAndPersons) {
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < partiesAndPersons.length; i += 2) {
            actors.add(
                    new Actor(new PartyCode(Objects.requireNonNull(partiesAndPersons[i])), partiesAndPersons[i + 1]));
        }
        return new Actors(actors);
    }

    @Test
    void quantitiesHaveTheDecimalSignOfTheLanguage() {
        assertThat(QuantityText.format(new BigDecimal("1.50"), "billion EUR", "loans", Language.SPANISH))
                .isEqualTo("1,5 billion EUR (loans)");
        assertThat(QuantityText.format(new BigDecimal("20"), null, "tanques", Language.SPANISH))
                .isEqualTo("20 tanques");
        assertThat(QuantityText.format(BigDecimal.ONE, null, "tanques", Language.SPANISH))
                .isEqualTo("1 (tanques)");
        assertThat(QuantityText.format(null, null, "tanques", Language.SPANISH)).isEqualTo("tanques");
    }
}

package org.parley.domain.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.domain.wording.QuantityText;
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

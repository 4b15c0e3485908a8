package org.parley.domain.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.domain.wording.QuantityText;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "1, tanks, 1 tank",
        "1.0, pieces, 1 piece",
        "1, batteries, 1 battery",
        "1, boxes, 1 box",
        "1, buses, 1 (buses)",
        "1, series, 1 (series)",
        "1, people, 1 person",
        "2, people, 2 people",
        "1, children, 1 child",
        "1, aircraft, 1 aircraft",
        "1, chassis, 1 chassis",
        "1, Patriot systems with crews, 1 (Patriot systems with crews)",
        "1, air defence, 1 air defence",
        "2, tanks, 2 tanks",
        "0.5, tonnes, 0.5 tonnes"
    })
    void oneIsSaidInTheSingular(BigDecimal quantity, String things, String said) {
        assertThat(QuantityText.counted(quantity, things)).isEqualTo(said);
        assertThat(QuantityText.format(quantity, null, things)).isEqualTo(said);
    }

    @Test
    void aUnitIsCounted() {
        assertThat(QuantityText.format(BigDecimal.ONE, "pieces", "artillery")).isEqualTo("1 piece (artillery)");
        assertThat(QuantityText.format(null, "pieces", "artillery")).isEqualTo("artillery");
    }
}

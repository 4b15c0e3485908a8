package org.parley.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueChangeTest {
    @Test
    void listShowsWhatItLostAndGained() {
        assertThat(ValueChange.of(List.of("Cuba", "Chile", "Norway"), List.of("Cuba", "Chile: suspended", "Norway")))
                .isEqualTo(new ValueChange("Chile", "Chile: suspended"));
    }

    @Test
    void fieldWithoutAValueIsNull() {
        assertThat(ValueChange.of(List.of(), List.of("open"))).isEqualTo(new ValueChange(null, "open"));
    }

    @Test
    void otherOrderAndEqualValuesAreShownWhole() {
        assertThat(ValueChange.of(List.of("a", "b"), List.of("b", "a"))).isEqualTo(new ValueChange("a; b", "b; a"));
        assertThat(ValueChange.of(List.of("a"), List.of("a"))).isEqualTo(new ValueChange("a", "a"));
    }
}

package org.parley.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.domain.matter.Slug;

class SlugsTest {
    @ParameterizedTest
    @CsvSource({
        "'“Sécurité”: the second plan', securite-the-second-plan",
        "'  Istanbul, 2022  ', istanbul-2022",
        "'IRAN', iran",
        "'Перемир’я', ''"
    })
    void derivesASlugFromATitle(String title, String slug) {
        assertThat(Slugs.of(title)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 16, 17, 200})
    void cutsALongTitle(int words) {
        String slug = Slugs.of("word ".repeat(words));
        assertThat(slug).hasSizeLessThanOrEqualTo(Slug.MAX).doesNotEndWith("-");
        assertThat(Slug.require(slug)).isEqualTo(slug);
    }
}

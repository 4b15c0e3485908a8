package org.parley.desk.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.parley.desk.page.MessageWords;

class PeriodTest {
    private static final Period AUGUST = new Period(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 31));

    @Test
    void zoomingKeepsTheCentre() {
        assertThat(AUGUST.nearer().first()).isAfter(AUGUST.first());
        assertThat(AUGUST.nearer().last()).isBefore(AUGUST.last());
        assertThat(AUGUST.farther().days()).isGreaterThan(2 * AUGUST.days() - 2);
    }

    @Test
    void extremeRangesAreClamped() {
        Period all = Period.between(LocalDate.MIN, LocalDate.MAX, AUGUST, AUGUST);
        assertThat(all.first().getYear()).isEqualTo(1);
        assertThat(all.last().getYear()).isEqualTo(9999);
        assertThat(all.farther()).isEqualTo(all);
        assertThat(new Scale(all, 0, 1000).ticks(MessageWords.english())).hasSizeBetween(5, 30);
    }

    @Test
    void numberOfTicksIsLimitedAtEveryLength() {
        Period shown = AUGUST;
        while (shown.days() < 1_000_000) {
            assertThat(new Scale(shown, 0, 1000).ticks(MessageWords.english())).hasSizeLessThan(32);
            shown = shown.farther();
        }
    }
}

package org.parley.desk.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.parley.desk.page.TestPageMessages;

class DateRangeTest {
    private static final DateRange AUGUST = new DateRange(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 31));

    @Test
    void zoomingKeepsTheCentre() {
        assertThat(AUGUST.nearer().first()).isAfter(AUGUST.first());
        assertThat(AUGUST.nearer().last()).isBefore(AUGUST.last());
        assertThat(AUGUST.farther().days()).isGreaterThan(2 * AUGUST.days() - 2);
    }

    @Test
    void extremeRangesAreClamped() {
        DateRange all = DateRange.between(LocalDate.MIN, LocalDate.MAX, AUGUST, AUGUST);
        assertThat(all.first().getYear()).isEqualTo(1);
        assertThat(all.last().getYear()).isEqualTo(9999);
        assertThat(all.farther()).isEqualTo(all);
        assertThat(new TimeAxis(all).ticks(TestPageMessages.english())).hasSizeBetween(5, 10);
    }

    @Test
    void numberOfTicksIsLimitedAtEveryLength() {
        DateRange shown = AUGUST;
        while (shown.days() < 1_000_000) {
            assertThat(new TimeAxis(shown).ticks(TestPageMessages.english()))
                    .as("%s", shown)
                    .hasSizeBetween(1, 11);
            shown = shown.farther();
        }
    }
}

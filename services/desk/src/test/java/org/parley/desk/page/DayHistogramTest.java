package org.parley.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.desk.client.TrailCalendar.Day;

class DayHistogramTest {
    private static final List<Day> DAYS = List.of(
            new Day(LocalDate.parse("2025-02-01"), 1),
            new Day(LocalDate.parse("2025-02-15"), 4),
            new Day(LocalDate.parse("2025-04-30"), 2));

    @Test
    void monthsFollowWithoutAGapAndLeadToTheirEnds() {
        DayHistogram histogram = DayHistogram.of(DAYS, null);

        assertThat(histogram.months())
                .extracting(DayHistogram.Month::end)
                .map(LocalDate::toString)
                .containsExactly("2025-02-28", "2025-03-31", "2025-04-30");
        assertThat(histogram.months()).extracting(DayHistogram.Month::count).containsExactly(5L, 0L, 2L);
        assertThat(histogram.months().get(0).bars())
                .extracting(DayHistogram.Bar::x)
                .containsExactly("0.00%", "15.73%");
        assertThat(histogram.months().get(0).bars().get(1).height()).isEqualTo(31);
    }

    @Test
    void onlyTheLastTwoYearsHaveRoom() {
        List<Day> days = List.of(new Day(LocalDate.parse("1994-12-05"), 5), new Day(LocalDate.parse("2026-06-05"), 1));

        List<DayHistogram.Month> months = DayHistogram.of(days, null).months();

        assertThat(months).hasSize(24);
        assertThat(months.get(0).end()).isEqualTo("2024-07-31");
        assertThat(months.stream().filter(DayHistogram.Month::labelled)).hasSizeBetween(6, 10);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-01,0.00%",
        "2025-03,31.46%",
        "2024,0.00%",
        "2025-04-30T12:00:00Z,98.88%",
        "2030-01-01,100.00%",
        "soon,100.00%",
        ",100.00%"
    })
    void handStandsAtTheDayShown(String asOf, String place) {
        assertThat(DayHistogram.of(DAYS, asOf).hand()).isEqualTo(place);
    }

    @Test
    void withoutDevelopmentsThereIsNothingToDraw() {
        assertThat(DayHistogram.of(List.of(), null).months()).isEmpty();
    }
}

package org.parley.desk.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.overview.RecentEntries.RecentEntry;
import tools.jackson.databind.JsonNode;

class RecentEntriesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-05");

    private static TrailEntryView entry(long position, String occurred, String recorded) {
        return entry(position, occurred, recorded, null, null);
    }

    private static TrailEntryView entry(
            long position, String occurred, String recorded, @Nullable String correctedBy, @Nullable JsonNode data) {
        return new TrailEntryView(
                position,
                "id-" + position,
                "CeasefireRejected",
                "talks",
                "ceasefire",
                "truce",
                "The truce",
                occurred,
                Instant.parse(recorded + "T12:00:00Z"),
                "anna",
                List.of(),
                "A sentence.",
                null,
                correctedBy == null ? "EFFECTIVE" : "CORRECTED",
                false,
                false,
                null,
                null,
                null,
                correctedBy,
                data,
                null,
                null,
                null,
                null,
                null);
    }

    private static RecentEntries recent(List<TrailEntryView> world, List<TrailEntryView> since) {
        return RecentEntries.of(TODAY, world, Map.of(), since);
    }

    private static List<Long> positions(List<RecentEntry> entries) {
        return entries.stream().map(each -> each.entry().position()).toList();
    }

    @Test
    void todayIsOnlyToday() {
        RecentEntries recent = recent(
                List.of(
                        entry(7, "2026-06-05", "2026-06-05"),
                        entry(5, "2026-06-04", "2026-06-04"),
                        entry(4, "2026-05-30", "2026-06-04"),
                        entry(3, "2026-05-20", "2026-05-20")),
                List.of());

        assertThat(recent.isToday()).isTrue();
        assertThat(positions(recent.ofDay())).containsExactly(7L);
        assertThat(recent.isWeek()).isTrue();
        assertThat(positions(recent.before())).containsExactly(5L, 4L);
    }

    @Test
    void whereNothingHappenedTodayTheLastDaysAreShown() {
        RecentEntries recent =
                recent(List.of(entry(5, "2026-03-04", "2026-03-04"), entry(4, "2026-03-01", "2026-03-01")), List.of());

        assertThat(recent.isToday()).isFalse();
        assertThat(recent.day()).isEqualTo(LocalDate.parse("2026-03-04"));
        assertThat(recent.isWeek()).isFalse();
        assertThat(positions(recent.before())).containsExactly(4L);
    }

    @Test
    void anEntryIsListedOnce() {
        TrailEntryView today = entry(7, "2026-06-05", "2026-06-05");
        TrailEntryView late = entry(8, "2026-01-01", "2026-06-05");
        RecentEntries recent = recent(List.of(today), List.of(late, today));

        assertThat(positions(recent.ofDay())).containsExactly(7L);
        assertThat(positions(recent.unseen())).containsExactly(8L);
    }

    @Test
    void latenessIsSaidFromTheThirdDayOn() {
        RecentEntries recent =
                recent(List.of(entry(7, "2026-06-04", "2026-06-05"), entry(8, "2026-06-01", "2026-06-05")), List.of());

        assertThat(recent.ofDay().getFirst().lateDays()).isZero();
        assertThat(recent.before().getFirst().lateDays()).isEqualTo(3);
    }

    @Test
    void aCorrectedDateDecides() {
        TrailEntryView correction = entry(
                9,
                "2026-06-05",
                "2026-06-05",
                null,
                Json.MAPPER.readTree("{\"replacement\":{\"occurred\":\"2026-06-03\"}}"));
        RecentEntries recent = RecentEntries.of(
                TODAY,
                List.of(entry(7, "2026-06-05", "2026-06-05", "id-9", null), entry(6, "2026-06-04", "2026-06-04")),
                Map.of("id-9", correction),
                List.of());

        assertThat(recent.day()).isEqualTo(LocalDate.parse("2026-06-04"));
        assertThat(positions(recent.before())).containsExactly(7L);
    }

    @Test
    void aSpanOfDaysIsNotTakenForItsFirstDay() {
        RecentEntries recent = recent(
                List.of(entry(7, "2026-06-05/2026-06-09", "2026-06-05"), entry(6, "2026-06", "2026-06-05")), List.of());
        assertThat(recent.ofDay()).extracting(RecentEntry::isSpan).containsExactly(true);
        assertThat(recent.before()).extracting(RecentEntry::isSpan).containsExactly(true);
        assertThat(recent.isDaySpan()).isTrue();
        assertThat(recent.isToday()).isFalse();

        recent = recent(
                List.of(entry(7, "2026-06-05", "2026-06-05"), entry(6, "2026-06-05/2026-06-09", "2026-06-05")),
                List.of());
        assertThat(recent.ofDay()).extracting(RecentEntry::isSpan).containsExactly(false, true);
        assertThat(recent.isDaySpan()).isFalse();
        assertThat(recent.isToday()).isTrue();
    }

    @Test
    void whatIsPlannedForLaterIsNotYetRecent() {
        assertThat(recent(List.of(entry(7, "2026-06-09", "2026-06-05")), List.of())
                        .day())
                .isNull();
    }
}

package org.parley.desk.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangesPresetTest {
    private static final Instant NOW = Instant.parse("2026-06-05T16:40:12Z");
    private static final Instant LOOK = Instant.parse("2026-06-04T08:00:00Z");

    @Test
    void eachBeginsAtThePeriodsStart() {
        assertThat(ChangesPreset.of("world", NOW, LOOK))
                .extracting(ChangesPreset::label, ChangesPreset::axis, ChangesPreset::from)
                .containsExactly(
                        tuple("changes.preset.today", "world", "2026-06-04"),
                        tuple("changes.preset.day", "world", "2026-06-04T16:40:00Z"),
                        tuple("changes.preset.week", "world", "2026-05-29"),
                        tuple("changes.preset.lastLook", "knowledge", "2026-06-04T08:00:00Z"));
    }

    @Test
    void noneIsSinceTheLastVisitAtTheFirst() {
        assertThat(ChangesPreset.of("knowledge", NOW, null))
                .extracting(ChangesPreset::label)
                .doesNotContain("changes.preset.lastLook")
                .hasSize(3);
    }

    @Test
    void theShownOneIsMarked() {
        ChangesPreset today = ChangesPreset.of("world", NOW, null).getFirst();
        assertThat(today.isShownBy(new ChangesQuery(null, "2026-06-04", "", null)))
                .isTrue();
        assertThat(today.isShownBy(new ChangesQuery("knowledge", "2026-06-04", null, null)))
                .isFalse();
        assertThat(today.isShownBy(new ChangesQuery("world", "2026-06-04", "2026-06-05", null)))
                .isFalse();
        assertThat(today.isShownBy(new ChangesQuery("world", null, null, null))).isFalse();
    }

    @Test
    void theLastDayIsStillShownSomeMinutesLater() {
        ChangesPreset day = ChangesPreset.of("world", NOW, null).get(1);
        assertThat(day.isShownBy(new ChangesQuery("world", "2026-06-04T16:20:00Z", null, null)))
                .isTrue();
        assertThat(day.isShownBy(new ChangesQuery("world", "2026-06-03T16:20:00Z", null, null)))
                .isFalse();
    }
}

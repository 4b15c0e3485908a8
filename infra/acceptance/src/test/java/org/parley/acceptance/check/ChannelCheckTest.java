package org.parley.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The check detects every kind of damage. */
class ChannelCheckTest {
    private static final Map<String, Long> ACKNOWLEDGED = Map.of("a", 1L, "b", 2L, "c", 3L);

    /** Checks entries such as 'a1', an id followed by its position. */
    private static Findings check(boolean mayRepeat, String... entries) {
        return ChannelCheck.of(
                ACKNOWLEDGED,
                new OutputChannel(
                        "there",
                        mayRepeat,
                        Stream.of(entries)
                                .map(entry -> new ObservedEntry(
                                        entry.substring(0, 1), Long.parseLong(entry.substring(1)), Instant.EPOCH))
                                .toList()));
    }

    @Test
    void completeOutputHasNoFindings() {
        assertThat(check(false, "a1", "b2", "c3")).isEqualTo(Findings.none());
    }

    @Test
    void repeatIsAllowedWithAtLeastOnce() {
        Findings found = check(true, "a1", "b2", "a1", "b2", "c3", "b2");
        assertThat(found.all()).isEmpty();
        assertThat(found.repeats()).isEqualTo(3);
        assertThat(check(false, "a1", "b2", "c3", "b2").doubled()).hasSize(1);
    }

    @Test
    void missingAcknowledgedEntryIsLost() {
        assertThat(check(true, "a1", "b2").lost()).hasSize(1);
        assertThat(check(true).lost()).hasSize(3);
    }

    @Test
    void gapIsLostAndOutOfOrder() {
        Findings found = check(true, "a1", "c3");
        assertThat(found.lost()).hasSize(1);
        assertThat(found.reordered()).hasSize(1);
    }

    @Test
    void entryAtAnotherPositionIsLost() {
        assertThat(check(true, "a1", "c2", "b3").lost()).hasSize(2);
    }

    @Test
    void idAtTwoPositionsIsDoubled() {
        assertThat(check(true, "a1", "b2", "c3", "b4").doubled()).hasSize(1);
    }

    @Test
    void positionWithTwoIdsIsDoubled() {
        assertThat(check(true, "a1", "b2", "d2", "c3").doubled()).hasSize(1);
    }

    @Test
    void positionsOutOfOrderAreDetected() {
        assertThat(check(true, "b2", "a1", "c3").reordered()).isNotEmpty();
        assertThat(check(true, "a1", "c3", "b2").reordered()).isNotEmpty();
    }

    @Test
    void decreasingRecordTimeIsDetected() {
        Findings found = ChannelCheck.of(
                Map.of("a", 1L, "b", 2L),
                new OutputChannel(
                        "there",
                        true,
                        List.of(
                                new ObservedEntry("a", 1, Instant.EPOCH.plusSeconds(1)),
                                new ObservedEntry("b", 2, Instant.EPOCH))));
        assertThat(found.reordered()).hasSize(1);
    }

    @Test
    void unacknowledgedEntryIsDetected() {
        Findings found = check(true, "a1", "b2", "c3", "d4");
        assertThat(found.foreign()).hasSize(1);
        assertThat(found.whileGrowing().all()).isEmpty();
    }

    @Test
    void findingsAreCombined() {
        assertThat(check(true, "a1", "b2").and(check(true, "a1", "c3")).lost()).hasSize(2);
    }
}

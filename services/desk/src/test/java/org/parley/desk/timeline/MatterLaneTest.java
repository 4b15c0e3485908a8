package org.parley.desk.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.desk.client.StatusHistory;
import org.parley.desk.client.StatusHistory.MatterStatuses;
import org.parley.desk.client.StatusHistory.Step;
import org.parley.desk.page.StatusScale;
import org.parley.desk.page.TestPageMessages;

/** Bands show statuses, marks their changes, and lines what left them as they were. */
class MatterLaneTest {
    private static final DateRange TEN_DAYS = new DateRange(LocalDate.of(2025, 8, 11), LocalDate.of(2025, 8, 20));
    private static final LocalDate END = LocalDate.of(2025, 8, 21);

    private static Step step(String type, @Nullable String occurred, String status) {
        return new Step(type, type, occurred, status, false, false);
    }

    private static @Nullable MatterLane lane(Step... steps) {
        return MatterLane.of(
                new MatterStatuses("ceasefire", "alaska", "Alaska", List.of(steps)), new TimeAxis(TEN_DAYS), END);
    }

    @Test
    void bandsReachFromChangeToChange() {
        MatterLane lane = lane(
                step("CeasefireProposed", "2025-08-01", "PROPOSED"),
                step("CeasefireAccepted", "2025-08-13", "PROPOSED"),
                step("CeasefireRejected", "2025-08-16", "REJECTED"));

        assertThat(lane).isNotNull();
        assertThat(lane.bands())
                .containsExactly(
                        new MatterLane.Band(StatusScale.OPEN, "0.00%", "50.00%", "50.00%"),
                        new MatterLane.Band(StatusScale.REFUSED, "50.00%", "50.00%", "100.00%"));
        assertThat(lane.marks()).extracting(MatterLane.Mark::x).containsExactly("50.00%");
        assertThat(lane.lines()).containsExactly("20.00%");
        assertThat(lane.status()).isEqualTo("REJECTED");
    }

    @Test
    void whatIsOverHasNoBand() {
        MatterLane lane = lane(
                step("CeasefireProposed", "2025-08-11", "PROPOSED"), step("CeasefireEnded", "2025-08-12", "ENDED"));

        assertThat(lane).isNotNull();
        assertThat(lane.bands()).extracting(MatterLane.Band::width).containsExactly("10.00%");
        assertThat(lane.marks()).hasSize(2);
    }

    @Test
    void impreciseDateIsAsWideAsItsDays() {
        MatterLane lane = lane(step("CeasefireProposed", "2025-08-12/2025-08-14", "PROPOSED"));

        assertThat(lane).isNotNull();
        assertThat(lane.marks()).extracting(MatterLane.Mark::span).containsExactly("30.00%");
    }

    @Test
    void matterWithoutDevelopmentInTheRangeHasNoRow() {
        assertThat(lane(step("CeasefireProposed", "2025-08-01", "PROPOSED"))).isNull();
        assertThat(lane(step("CeasefireProposed", null, "PROPOSED"))).isNull();
    }

    @Test
    void groupsTallyAllTheirMattersAndShowTheLatest() {
        MatterLane early = lane(step("CeasefireProposed", "2025-08-11", "PROPOSED"));
        MatterLane late = lane(step("CeasefireRejected", "2025-08-19", "REJECTED"));
        assertThat(early).isNotNull();
        assertThat(late).isNotNull();

        List<LaneGroup> groups = LaneGroup.of(
                List.of(early, late, early), new StatusHistory(Map.of(), List.of()), 1, TestPageMessages.english());

        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).lanes()).containsExactly(late);
        assertThat(groups.get(0).total()).isEqualTo(3);
        assertThat(groups.get(0).tally())
                .extracting(tally -> tally.text().toLowerCase(java.util.Locale.ROOT))
                .containsExactly("2 proposed", "1 rejected");
    }

    @Test
    void groupOfWhichAPartWasReadCountsAllMatters() {
        MatterLane lane = lane(step("CeasefireProposed", "2025-08-11", "PROPOSED"));
        assertThat(lane).isNotNull();
        StatusHistory part = new StatusHistory(
                Map.of("ceasefire", 40), List.of(new MatterStatuses("ceasefire", "alaska", "Alaska", List.of())));

        assertThat(part.isComplete()).isFalse();
        assertThat(LaneGroup.of(List.of(lane), part, 1, TestPageMessages.english()))
                .extracting(LaneGroup::total)
                .containsExactly(40);
    }
}

package org.parley.desk.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.desk.client.NegotiationView.Position;
import org.parley.desk.client.NegotiationView.Shift;

/** A stance reaches from the change that brought it to the next one, and the last one to the end. */
class StanceRowTest {
    private static final TimeAxis AXIS =
            new TimeAxis(new DateRange(LocalDate.of(2025, 8, 11), LocalDate.of(2025, 8, 20)));
    private static final LocalDate END = LocalDate.of(2025, 8, 16);

    private static Position position(String stance, @Nullable String since, @Nullable Integer count, Shift... shifts) {
        return new Position("ceasefire-first", "NLD", true, stance, null, since, List.of(shifts), count, "last", null);
    }

    private static List<StanceRow.Stretch> stretches(Position position) {
        return StanceRow.stretches(position, AXIS, END);
    }

    @Test
    void stanceThatNeverChangedBeginsWithItsDeclaration() {
        assertThat(stretches(position("supports", "2025-08-13", 0)))
                .containsExactly(new StanceRow.Stretch(
                        "supports", "2025-08-13", "last", "20.00%", "30.00%", "50.00%", true, true, false));
    }

    @Test
    void everyChangeBeginsAStretch() {
        assertThat(stretches(position(
                        "conditional",
                        "2025-08-15",
                        1,
                        new Shift("opposes", "conditional", "2025-08-15", "shift", null))))
                .containsExactly(
                        new StanceRow.Stretch("opposes", null, null, "0.00%", "40.00%", "40.00%", false, true, false),
                        new StanceRow.Stretch(
                                "conditional", "2025-08-15", "shift", "40.00%", "10.00%", "50.00%", true, true, false));
    }

    @Test
    void whatWasBeforeOmittedChangesIsNotDrawn() {
        assertThat(stretches(position(
                        "conditional",
                        "2025-08-15",
                        9,
                        new Shift("opposes", "conditional", "2025-08-15", "shift", null))))
                .extracting(StanceRow.Stretch::stance)
                .containsExactly("conditional");
    }

    @Test
    void stanceOutsideTheRangeIsNotDrawn() {
        LocalDate later = LocalDate.of(2026, 1, 1);
        assertThat(StanceRow.stretches(position("supports", "2025-11-21", 0), AXIS, later))
                .isEmpty();
        assertThat(StanceRow.stretches(position("supports", "2025-02-01", 0), AXIS, later))
                .containsExactly(new StanceRow.Stretch(
                        "supports", "2025-02-01", "last", "0.00%", "100.00%", "100.00%", false, true, false));
    }

    @Test
    void wordOfAShortStretchIsLeftToItsLabel() {
        List<StanceRow.Stretch> stretches = StanceRow.stretches(
                position("supports", "2025-08-20", 0),
                new TimeAxis(new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))),
                LocalDate.of(2025, 8, 25));
        assertThat(stretches).extracting(StanceRow.Stretch::worded).containsExactly(false);
    }

    @Test
    void unknownStanceLooksUndeclared() {
        assertThat(StanceLook.of("ambivalent")).isEqualTo(StanceLook.UNDECLARED);
        assertThat(StanceLook.of("OPPOSES")).isEqualTo(StanceLook.OPPOSES);
    }
}

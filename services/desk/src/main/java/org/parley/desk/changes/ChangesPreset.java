package org.parley.desk.changes;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period up to now that a reader often asks for.
 *
 * @param label the key of its message
 * @param axis the axis that it compares on
 * @param from its beginning: a day, whose end counts, or an instant
 */
record ChangesPreset(String label, String axis, String from) {
    private static final int WEEK = 7;

    /**
     * The presets.
     *
     * @param axis the axis that the page shows
     * @param lastLook when the last entry was recorded that this reader had seen at the previous visit; null if this is
     *     the first
     */
    static List<ChangesPreset> of(String axis, Instant now, @Nullable Instant lastLook) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        List<ChangesPreset> presets = new ArrayList<>();
        // From the end of yesterday.
        presets.add(new ChangesPreset(
                "changes.preset.today", axis, today.minusDays(1).toString()));
        presets.add(new ChangesPreset(
                "changes.preset.day",
                axis,
                now.minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MINUTES).toString()));
        presets.add(new ChangesPreset(
                "changes.preset.week", axis, today.minusDays(WEEK).toString()));
        if (lastLook != null) {
            presets.add(new ChangesPreset("changes.preset.lastLook", "knowledge", lastLook.toString()));
        }
        return presets;
    }

    /** Whether the page shows it. The last 24 hours move on, so that their minute is not compared. */
    boolean isShownBy(ChangesQuery query) {
        if (!axis.equals(query.axisOrDefault())
                || query.from() == null
                || query.to() != null && !query.to().isBlank()) {
            return false;
        }
        if (query.from().equals(from)) {
            return true;
        }
        try {
            Duration apart = Duration.between(Instant.parse(query.from()), Instant.parse(from))
                    .abs();
            return apart.compareTo(Duration.ofHours(1)) < 0 && !label.equals("changes.preset.lastLook");
        } catch (DateTimeException e) {
            return false; // a day
        }
    }
}

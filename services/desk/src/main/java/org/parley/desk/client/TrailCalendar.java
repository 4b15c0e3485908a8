package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;

/**
 * The days (UTC) with developments, by the date they occurred and by the date they were recorded.
 *
 * @param through the last position of the trail
 * @param world days on which developments occurred
 * @param desk days on which developments were recorded
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrailCalendar(long through, List<Day> world, List<Day> desk) {
    /** A day and its number of developments. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Day(LocalDate day, long count) {}
}

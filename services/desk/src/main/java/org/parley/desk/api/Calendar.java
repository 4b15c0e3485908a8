package org.parley.desk.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;

/**
 * The days (UTC) on which something happened, and on which something was recorded.
 *
 * @param through the last position of the trail
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Calendar(long through, List<Day> world, List<Day> desk) {
    /** A day and how many developments it has. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Day(LocalDate day, long count) {}
}

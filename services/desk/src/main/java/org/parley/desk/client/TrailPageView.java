package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the trail.
 *
 * @param next the position that the next page starts after; null on the last page
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrailPageView(
        List<TrailEntryView> entries, @Nullable Long next) {}

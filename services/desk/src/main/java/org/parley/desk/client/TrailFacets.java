package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The number of trail entries by the values of each filter parameter.
 *
 * @param total the number of entries that match the query
 * @param facets the values of each query parameter with their counts
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrailFacets(long total, Map<String, List<Count>> facets) {

    /** A value to filter the trail by. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Count(
            String value,
            @Nullable String name,
            @Nullable String title,
            @Nullable String kind,
            long count) {}
}

package org.parley.desk.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many entries of the trail there are of each sort.
 *
 * @param total those that the whole question finds
 * @param facets by parameter of the question
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Facets(long total, Map<String, List<Count>> facets) {

    /** A value that the trail can be narrowed to. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Count(
            String value,
            @Nullable String name,
            @Nullable String title,
            @Nullable String kind,
            long count) {}
}

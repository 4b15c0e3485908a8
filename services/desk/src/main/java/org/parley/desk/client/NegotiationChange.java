package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A difference between two states of a negotiation.
 *
 * @param before the matter before; null when there was none
 * @param after the matter after; null when there is none
 * @param because the ids of the developments that caused the difference
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NegotiationChange(
        @Nullable String kind,
        @Nullable String matter,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        List<String> because) {}

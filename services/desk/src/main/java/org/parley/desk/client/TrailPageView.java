package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the trail.
 *
 * @param next the position that the next page starts after; null on the last page
 * @param similar the words that others stand for; null if this was not requested
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrailPageView(
        List<TrailEntryView> entries,
        @Nullable Long next,
        @Nullable List<SimilarWord> similar) {

    /**
     * A word of a search that occurs nowhere.
     *
     * @param like the words that were searched for in its place
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SimilarWord(String word, List<String> like) {
        /** Its replacements as a list in words. */
        public String replacements() {
            return String.join(", ", like);
        }
    }
}

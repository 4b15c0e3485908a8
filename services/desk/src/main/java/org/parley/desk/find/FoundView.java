package org.parley.desk.find;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.TrailEntryView;
import tools.jackson.databind.JsonNode;

/** What a search of a negotiation found, the best first. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FoundView(
        List<SimilarWord> similar, List<Matter> matters, List<Party> parties, List<TrailEntryView> entries, More more) {

    /**
     * A word that occurs nowhere.
     *
     * @param like the words that were searched for in its place
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SimilarWord(String word, List<String> like) {
        /** Its replacements as a list in words. */
        public String replacements() {
            return String.join(", ", like);
        }
    }

    /**
     * A matter.
     *
     * @param since since when it has its status; null if before everything
     * @param formerly the former title by which it was found; null otherwise
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Matter(
            String kind,
            String matter,
            String title,
            String status,
            @Nullable String since,
            @Nullable String formerly) {}

    /**
     * A party.
     *
     * @param formerly the former name by which it was found; null otherwise
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Party(String party, String name, @Nullable String formerly) {}

    /** Whether there is more of each sort. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record More(boolean matters, boolean parties, boolean entries) {}

    static FoundView of(JsonNode json) {
        return Json.MAPPER.treeToValue(json, FoundView.class);
    }

    public boolean isEmpty() {
        return matters.isEmpty() && parties.isEmpty() && entries.isEmpty();
    }
}

package org.parley.desk.find;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.client.TrailPageView.SimilarWord;
import tools.jackson.databind.JsonNode;

/** What a search of a negotiation found, the best first. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FoundView(
        List<SimilarWord> similar, List<Matter> matters, List<Party> parties, List<TrailEntryView> entries, More more) {

    /** What is found without a text. */
    static final FoundView NOTHING =
            new FoundView(List.of(), List.of(), List.of(), List.of(), new More(false, false, false));

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

    /** The number of answers. */
    int count() {
        return matters.size() + parties.size() + entries.size();
    }

    public boolean isEmpty() {
        return count() == 0;
    }
}

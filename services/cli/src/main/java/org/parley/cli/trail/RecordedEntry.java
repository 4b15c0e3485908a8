package org.parley.cli.trail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterState;
import org.parley.domain.state.EntrySentence;
import org.parley.domain.state.NegotiationHistory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry of the trail with its sentence and the change of its matter's state.
 *
 * @param sentence the sentence, with the names as known at some instant
 * @param before the state of its matter before it was recorded; null when it did not exist
 * @param after the state of its matter after it was recorded; null when it does not exist
 */
public record RecordedEntry(
        PublishedEvent event,
        LedgerEntry entry,
        String sentence,
        @Nullable MatterState before,
        @Nullable MatterState after) {

    /** All entries of a trail, in the order of recording. */
    public static List<RecordedEntry> of(String negotiation, List<PublishedEvent> trail) {
        NegotiationHistory history = new NegotiationHistory(negotiation);
        List<RecordedEntry> all = new ArrayList<>(trail.size());
        for (PublishedEvent event : trail) {
            LedgerEntry entry = event.entry();
            MatterState before = state(history, entry);
            history.record(entry);
            all.add(new RecordedEntry(event, entry, EntrySentence.of(history, entry), before, state(history, entry)));
        }
        return all;
    }

    private static @Nullable MatterState state(NegotiationHistory history, LedgerEntry entry) {
        return history.matter(entry.matter()).flatMap(RecordedHistory::state).orElse(null);
    }

    /** The same entry with the names of another history. */
    public RecordedEntry withNamesKnownIn(NegotiationHistory known) {
        return new RecordedEntry(event, entry, EntrySentence.of(known, entry), before, after);
    }

    public ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("position", event.position());
        json.put("developmentId", event.developmentId().toString());
        json.put("type", event.type().event());
        json.put("kind", event.subject().kind().slug());
        json.put("matter", event.subject().slug());
        json.put("occurred", event.occurred());
        json.put("recordedAt", PublishedEvent.time(event.recordedAt()));
        json.put("editor", event.editor());
        json.put("summary", sentence);
        json.put("before", before == null ? null : before.status().name());
        json.put("after", after == null ? null : after.status().name());
        return json;
    }
}

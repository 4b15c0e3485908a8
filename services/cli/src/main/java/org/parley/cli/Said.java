package org.parley.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.matter.MatterState;
import org.parley.state.NegotiationHistory;
import org.parley.state.Sentence;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry of the trail with its sentence and the change of its matter's state.
 *
 * @param sentence the sentence, with the names as known at some instant
 * @param before the state of its matter before it was recorded; null when it did not exist
 * @param after the state of its matter after it was recorded; null when it does not exist
 */
record Said(
        PublishedEvent event,
        Entry entry,
        String sentence,
        @Nullable MatterState before,
        @Nullable MatterState after) {

    /** All entries of a trail, in the order of recording. */
    static List<Said> of(String negotiation, List<PublishedEvent> trail) {
        NegotiationHistory history = new NegotiationHistory(negotiation);
        List<Said> all = new ArrayList<>(trail.size());
        for (PublishedEvent event : trail) {
            Entry entry = event.entry();
            MatterState before = state(history, entry);
            history.record(entry);
            all.add(new Said(event, entry, Sentence.of(history, entry), before, state(history, entry)));
        }
        return all;
    }

    private static @Nullable MatterState state(NegotiationHistory history, Entry entry) {
        return history.matter(entry.matter()).flatMap(History::state).orElse(null);
    }

    /** The same entry with the names of another history. */
    Said knowing(NegotiationHistory known) {
        return new Said(event, entry, Sentence.of(known, entry), before, after);
    }

    ObjectNode json() {
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

package org.parley.archive.state.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.DevelopmentJson;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.state.StateJson;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.state.EntrySentence;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the state of a matter, with a page of its effective history, as JSON. */
record MatterJson(
        RecordedHistory history, EntrySentence.Context names, Instant asOf, Instant knownAt, Language language) {

    ObjectNode of(MatterState state, HistoryPage.Slice shown, long through) {
        ObjectNode json = StateJson.of(state, asOf);
        json.put("negotiation", state.address().negotiation());
        json.put("version", history.version());
        json.put("asOf", PublishedEvent.time(asOf));
        json.put("knownAt", PublishedEvent.time(knownAt));
        json.put("through", through);
        json.put("historyCount", shown.total());
        ArrayNode effective = json.putArray("history");
        List<@Nullable MatterState> states = statesAfter(shown);
        for (int i = 0; i < shown.occurrences().size(); i++) {
            effective.add(of(shown.occurrences().get(i), states.get(i)));
        }
        if (shown.next() == null) {
            json.putNull("next");
        } else {
            json.put("next", shown.next().toString());
        }
        return json;
    }

    private List<@Nullable MatterState> statesAfter(HistoryPage.Slice shown) {
        int first = shown.from() + 1;
        return history.effectiveHistory()
                .statesAfter(IntStream.range(first, first + shown.occurrences().size())
                        .boxed()
                        .toList());
    }

    private ObjectNode of(Occurrence occurrence, @Nullable MatterState after) {
        Development development = occurrence.development();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("developmentId", occurrence.developmentId().toString());
        json.put("position", occurrence.position());
        json.put("type", occurrence.event().type());
        LedgerEntry recorded = history.entry(occurrence.developmentId()).orElseThrow();
        json.put("recordedAt", PublishedEvent.time(recorded.recordedAt()));
        json.put("editor", recorded.editor());
        if (development.occurred() != null) {
            json.put("occurred", development.occurred().text());
        }
        json.put("disputed", occurrence.disputed());
        json.put("held", occurrence.held());
        json.put("disregarded", history.isDisregarded(occurrence.developmentId()));
        json.put("possible", asOf.isBefore(occurrence.certainFrom()));
        json.put("summary", summary(occurrence));
        if (after != null) {
            json.put("status", after.status().name());
        }
        ArrayNode disputes = json.putArray("disputes");
        history.openDisputes(occurrence.developmentId()).stream()
                .flatMap(dispute -> history.entry(dispute).stream())
                .forEach(dispute -> disputes.add(dispute(dispute)));
        json.set("data", DevelopmentJson.write(development));
        return json;
    }

    private static ObjectNode dispute(LedgerEntry dispute) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("developmentId", dispute.developmentId().toString());
        json.put("position", dispute.position());
        json.put("recordedAt", PublishedEvent.time(dispute.recordedAt()));
        json.put("editor", dispute.editor());
        json.set("data", DevelopmentJson.write(dispute.development()));
        return json;
    }

    /** A sentence for the development as it counts now, with its corrections applied. */
    private String summary(Occurrence occurrence) {
        LedgerEntry effectiveEntry = new LedgerEntry(
                occurrence.developmentId(),
                history.address(),
                occurrence.position(),
                knownAt,
                "",
                occurrence.development());
        return EntrySentence.of(names, effectiveEntry, language);
    }
}

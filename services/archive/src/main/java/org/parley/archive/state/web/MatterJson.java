package org.parley.archive.state.web;

import java.time.Instant;
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
        shown.occurrences().forEach(occurrence -> effective.add(of(occurrence)));
        if (shown.next() == null) {
            json.putNull("next");
        } else {
            json.put("next", shown.next().toString());
        }
        return json;
    }

    private ObjectNode of(Occurrence occurrence) {
        Development development = occurrence.development();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("developmentId", occurrence.developmentId().toString());
        json.put("position", occurrence.position());
        json.put("type", occurrence.event().type());
        if (development.occurred() != null) {
            json.put("occurred", development.occurred().text());
        }
        json.put("disputed", occurrence.disputed());
        json.put("held", occurrence.held());
        json.put("disregarded", history.isDisregarded(occurrence.developmentId()));
        json.put("possible", asOf.isBefore(occurrence.certainFrom()));
        json.put("summary", summary(occurrence));
        json.set("data", DevelopmentJson.write(development));
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

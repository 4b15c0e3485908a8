package org.parley.archive.trail.web;

import java.util.List;
import java.util.Map;
import org.parley.archive.trail.query.TrailEntry;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.coding.EventCodes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an entry of the trail as JSON; absent values are left out. */
public final class TrailJson {
    private TrailJson() {}

    /** The words that occur nowhere, with those that were searched for in their place. */
    public static ArrayNode similar(Map<String, List<String>> similar) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        similar.forEach((word, others) -> {
            ArrayNode like = json.addObject().put("word", word).putArray("like");
            others.forEach(like::add);
        });
        return json;
    }

    public static ObjectNode of(TrailEntry entry) {
        PublishedEvent event = entry.event();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("position", event.position());
        json.put("developmentId", event.developmentId().toString());
        json.put("type", event.type().event());
        json.put("negotiation", event.subject().negotiation());
        json.put("kind", event.subject().kind().slug());
        json.put("matter", event.subject().slug());
        json.put("title", entry.title());
        if (event.occurred() != null) {
            json.put("occurred", event.occurred());
        }
        json.put("recordedAt", PublishedEvent.time(event.recordedAt()));
        json.put("editor", event.editor());
        entry.parties().forEach(json.putArray("parties")::add);
        json.put("summary", entry.summary());
        if (entry.evidence() != null) {
            json.set("evidence", Json.MAPPER.readTree(entry.evidence()));
        }
        json.put("standing", entry.standing().name());
        json.put("disputed", entry.disputed());
        json.put("held", entry.held());
        if (entry.heldUntil() != null) {
            json.put("heldUntil", entry.heldUntil());
        }
        if (entry.targets() != null) {
            json.put("targets", entry.targets().toString());
        }
        if (entry.correctedBy() != null) {
            json.put("correctedBy", entry.correctedBy().toString());
        }
        json.set("data", Json.MAPPER.readTree(event.data()));
        EventCodes.of(event.type().event())
                .ifPresent(codes -> json.set("codes", Json.MAPPER.<JsonNode>valueToTree(codes)));
        return json;
    }
}

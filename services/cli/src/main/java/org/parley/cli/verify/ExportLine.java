package org.parley.cli.verify;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.contract.CanonicalJson;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.proof.TreeHash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of an export.
 *
 * @param number the line number, from 1
 * @param leaf the hash of the line as a leaf of the Merkle tree
 * @param event the event; null when the line is not an event
 * @param fault why the line is invalid on its own; null when it is valid
 */
record ExportLine(
        int number,
        TreeHash leaf,
        @Nullable PublishedEvent event,
        @Nullable String fault) {

    static ExportLine of(int number, byte[] bytes, String negotiation) {
        TreeHash leaf = TreeHash.ofLeaf(bytes);
        PublishedEvent event;
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(bytes);
            event = PublishedEvent.of(json);
            event.entry();
        } catch (RuntimeException e) {
            return new ExportLine(number, leaf, null, "is not an event: " + firstLine(e));
        }
        return new ExportLine(number, leaf, event, fault(bytes, (ObjectNode) json, event, negotiation));
    }

    private static @Nullable String fault(byte[] bytes, ObjectNode json, PublishedEvent event, String negotiation) {
        if (!event.subject().negotiation().equals(negotiation)) {
            return "belongs to " + event.subject().negotiation();
        }
        if (event.digest() != null && !event.digest().equals(PublishedEvent.digestOf(json))) {
            return "does not match its own digest";
        }
        if (!Arrays.equals(bytes, CanonicalJson.of(json))) {
            return "is not canonical JSON";
        }
        if (!json.equals(Json.MAPPER.readTree(CanonicalJson.of(event.structured())))) {
            return "has unknown attributes, or lacks some";
        }
        return null;
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** The position in the event; 0 when there is none. */
    long position() {
        return event == null ? 0 : event.position();
    }

    /** Whether the line is valid on its own. */
    boolean isIntact() {
        return fault == null;
    }
}

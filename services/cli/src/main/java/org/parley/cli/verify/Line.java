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
 * A line of an export, as it was found.
 *
 * @param number 1, 2, 3 …
 * @param leaf its hash as a leaf of the tree
 * @param event the event that it is; null when it is none
 * @param fault what is wrong with the line in itself; null when nothing is
 */
record Line(
        int number,
        TreeHash leaf,
        @Nullable PublishedEvent event,
        @Nullable String fault) {

    static Line of(int number, byte[] bytes, String negotiation) {
        TreeHash leaf = TreeHash.ofLeaf(bytes);
        PublishedEvent event;
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(bytes);
            event = PublishedEvent.of(json);
            event.entry();
        } catch (RuntimeException e) {
            return new Line(number, leaf, null, "is no event: " + firstLine(e));
        }
        return new Line(number, leaf, event, fault(bytes, (ObjectNode) json, event, negotiation));
    }

    private static @Nullable String fault(byte[] bytes, ObjectNode json, PublishedEvent event, String negotiation) {
        if (!event.subject().negotiation().equals(negotiation)) {
            return "belongs to " + event.subject().negotiation();
        }
        if (event.digest() != null && !event.digest().equals(PublishedEvent.digestOf(json))) {
            return "does not fit its own digest";
        }
        if (!Arrays.equals(bytes, CanonicalJson.of(json))) {
            return "is not written as canonical JSON";
        }
        if (!json.equals(Json.MAPPER.readTree(CanonicalJson.of(event.structured())))) {
            return "has attributes that no event has, or lacks some";
        }
        return null;
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** The position that it says it has; 0 when it says none. */
    long position() {
        return event == null ? 0 : event.position();
    }

    /** Whether it can be relied on, as far as it tells itself. */
    boolean isWell() {
        return fault == null;
    }
}

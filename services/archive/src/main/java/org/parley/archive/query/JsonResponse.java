package org.parley.archive.query;

import java.util.ArrayList;
import java.util.List;
import org.parley.access.http.TaggedContent;
import org.parley.contract.Json;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON responses, written by the mapper of the contract. */
public final class JsonResponse {
    /** Fields that repeat the instants of the query, which are those of the request if none were given. */
    private static final List<String> INSTANTS = List.of("asOf", "knownAt");

    private JsonResponse() {}

    /**
     * 200 with this JSON. Its entity tag does not depend on the instants that it repeats.
     *
     * @param instants other fields that repeat an instant of the query
     */
    public static ResponseEntity<byte[]> of(JsonNode json, String... instants) {
        List<String> repeated = new ArrayList<>(INSTANTS);
        repeated.addAll(List.of(instants));
        if (json instanceof ObjectNode object && repeated.stream().anyMatch(object::has)) {
            ObjectNode content = Json.MAPPER.createObjectNode();
            object.forEachEntry((name, value) -> {
                if (!repeated.contains(name)) {
                    content.set(name, value);
                }
            });
            TaggedContent.set(Json.MAPPER.writeValueAsBytes(content));
        }
        return of(Json.MAPPER.writeValueAsBytes(json));
    }

    /** 200 with serialised JSON. */
    public static ResponseEntity<byte[]> of(byte[] json) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }
}

package org.parley.archive.store;

import java.util.Map;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import tools.jackson.core.type.TypeReference;

/** An event in the columns {@code attributes} and {@code data}, which restore it exactly as published. */
public final class StoredEvent {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private StoredEvent() {}

    /** The CloudEvent's attributes as JSON. */
    public static String attributes(PublishedEvent event) {
        return Json.MAPPER.writeValueAsString(event.attributes());
    }

    /** The event of the two columns. */
    public static PublishedEvent read(String attributes, byte[] data) {
        return PublishedEvent.of(Json.MAPPER.readValue(attributes, TEXTS), data);
    }
}

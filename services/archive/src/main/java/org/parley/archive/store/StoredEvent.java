package org.parley.archive.store;

import java.util.Map;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import tools.jackson.core.type.TypeReference;

/** An event in the columns {@code attributes} and {@code data}, which restore it exactly as published. */
public final class StoredEvent {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /**
     * A condition in SQL on the column {@code attributes}: the event ends its group, or was recorded alone. A query about
     * an instant within a group means the instant before the group, so what was known ends with such an event. It reads
     * the text, because tables of former versions have no column for it; quotation marks in values are escaped there.
     */
    public static final String ENDS_GROUP = "attributes not like '%\"" + PublishedEvent.CONTINUED + "\":\"true\"%'";

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

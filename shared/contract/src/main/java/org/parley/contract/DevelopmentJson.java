package org.parley.contract;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Embargo;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.FieldName;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A development as JSON: the event's own fields together with {@code occurred}, {@code title}, {@code evidence},
 * {@code note}, {@code voices} and {@code embargo}, each omitted when absent. This JSON is the value of a Kafka record,
 * the payload in the event store, and {@code data} everywhere else. A published version never changes.
 */
public final class DevelopmentJson {
    private static final Map<Class<?>, Set<String>> FIELDS = new ConcurrentHashMap<>();

    private DevelopmentJson() {}

    /** The development without its event type, which is stored and published separately. */
    public static ObjectNode write(Development development) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        put(json, "occurred", development.occurred());
        put(json, "title", development.title());
        json.setAll((ObjectNode) Json.MAPPER.valueToTree(development.event()));
        put(json, "evidence", development.evidence());
        put(json, "note", development.note());
        if (!development.voices().isEmpty()) {
            put(json, "voices", development.voices());
        }
        put(json, "embargo", development.embargo());
        return json;
    }

    /** {@link #write} as canonical JSON in UTF-8, as it is stored and published. */
    public static byte[] canonical(Development development) {
        return CanonicalJson.of(write(development));
    }

    /**
     * Reads the output of {@link #write}.
     *
     * @throws UnknownEventTypeException when this version does not know the event type
     * @throws tools.jackson.core.JacksonException when the JSON does not match the event type
     */
    public static Development read(EventTypeName type, byte[] json) {
        return read(type.eventClass(), (ObjectNode) Json.MAPPER.readTree(json));
    }

    static ObjectNode writeWithType(Development development) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("type", development.event().type());
        json.setAll(write(development));
        return json;
    }

    static Development readWithType(JsonNode json) {
        String type = json.path("type").asString();
        Class<? extends Event> event = DomainCatalogue.events().get(type);
        if (event == null) {
            throw new UnknownEventTypeException(type);
        }
        ObjectNode rest = ((ObjectNode) json).deepCopy();
        rest.remove("type");
        return read(event, rest);
    }

    private static Development read(Class<? extends Event> type, ObjectNode json) {
        Set<String> fields = FIELDS.computeIfAbsent(type, DevelopmentJson::fields);
        Edtf occurred = optional(json, "occurred", Edtf.class);
        String title = optional(json, "title", String.class);
        Evidence evidence = optional(json, "evidence", Evidence.class);
        String note = optional(json, "note", String.class);
        Parties voices = optional(json, "voices", Parties.class);
        Embargo embargo = optional(json, "embargo", Embargo.class);
        Set<String> envelope = new HashSet<>(Set.of("occurred", "title", "evidence", "note", "voices", "embargo"));
        envelope.removeAll(fields);
        ObjectNode own = json.without(envelope);
        return new Development(
                Json.MAPPER.treeToValue(own, type),
                occurred,
                title,
                evidence,
                note,
                voices == null ? List.of() : voices.codes(),
                embargo);
    }

    private static <T> @Nullable T optional(ObjectNode json, String field, Class<T> type) {
        JsonNode value = json.get(field);
        if (value != null && value.isNull()) {
            throw new IllegalArgumentException("'" + field + "' is null");
        }
        return value == null ? null : Json.MAPPER.treeToValue(value, type);
    }

    private static Set<String> fields(Class<?> type) {
        Set<String> names = new HashSet<>();
        Arrays.stream(type.getRecordComponents()).forEach(component -> names.add(FieldName.of(component)));
        return names;
    }

    private static void put(ObjectNode json, String field, @Nullable Object value) {
        if (value != null) {
            json.set(field, Json.MAPPER.<JsonNode>valueToTree(value));
        }
    }
}

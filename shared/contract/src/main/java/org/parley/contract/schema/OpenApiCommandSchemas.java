package org.parley.contract.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.domain.editorial.EditorialCommand.CorrectDevelopment;
import org.parley.domain.party.Actors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of commands as components of an OpenAPI document. Parts that many commands share, such as actors and
 * sources, are components that the commands reference.
 */
public final class OpenApiCommandSchemas {
    private static final String COMPONENTS = "#/components/schemas/";

    private final Map<String, ObjectNode> shared = new LinkedHashMap<>();

    private OpenApiCommandSchemas() {
        // Larger parts first: a part is matched before the parts that it contains.
        shared.put("GivenEvidence", FieldSchema.LENIENT_COMMAND.evidence());
        shared.put("GivenSource", FieldSchema.LENIENT_COMMAND.source());
        shared.put("GivenActors", FieldSchema.LENIENT_COMMAND.actors());
        shared.put("GivenActor", FieldSchema.LENIENT_COMMAND.actor());
    }

    /** Every schema by its component name: the commands, and the parts that they share. */
    public static Map<String, ObjectNode> all() {
        return new OpenApiCommandSchemas().components();
    }

    private Map<String, ObjectNode> components() {
        Map<String, ObjectNode> components = new LinkedHashMap<>();
        for (String name : JsonSchemas.commandNames()) {
            ObjectNode schema = JsonSchemas.command(name);
            schema.remove("$schema");
            if (name.equals(CorrectDevelopment.class.getSimpleName())) {
                openReplacement(schema);
            }
            // Client generators support an enum with one value, but not const.
            ObjectNode command = schema.withObject("/properties/command");
            command.removeAll();
            command.put("type", "string").putArray("enum").add(name);
            components.put(name, (ObjectNode) shared(schema, null));
        }
        shared.forEach((name, schema) -> components.put(name, (ObjectNode) shared(schema, name)));
        components.put("GivenActors", actors());
        return components;
    }

    /** Only the list form: for the union of all forms, client generators would generate extra types. */
    private static ObjectNode actors() {
        ObjectNode actors = Json.MAPPER
                .createObjectNode()
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", Actors.MAX)
                .put(
                        "description",
                        "The actors. A single actor instead of a list, and a party code instead of an actor, are also"
                                + " accepted; see /schemas/{command}.json");
        actors.putObject("items").put("$ref", COMPONENTS + "GivenActor");
        return actors;
    }

    /** Leaves the replacement open: its exact schema is long and served at {@code /schemas/CorrectDevelopment.json}. */
    private static void openReplacement(ObjectNode schema) {
        schema.remove("$defs");
        ObjectNode replacement = schema.withObject("/properties/replacement");
        replacement.removeAll();
        replacement
                .put("type", "object")
                .put("additionalProperties", true)
                .put(
                        "description",
                        "A command without developmentId, and without evidence unless that changes; see"
                                + " /schemas/CorrectDevelopment.json");
        replacement.putArray("required").add("command");
        replacement.putObject("properties").putObject("command").put("type", "string");
    }

    /** A copy with references in place of the shared parts. */
    private JsonNode shared(JsonNode schema, @Nullable String ownName) {
        for (Map.Entry<String, ObjectNode> part : shared.entrySet()) {
            if (!part.getKey().equals(ownName) && part.getValue().equals(schema)) {
                return Json.MAPPER.createObjectNode().put("$ref", COMPONENTS + part.getKey());
            }
        }
        if (schema instanceof ObjectNode object) {
            ObjectNode copy = Json.MAPPER.createObjectNode();
            object.forEachEntry((name, value) -> copy.set(name, shared(value, null)));
            return copy;
        }
        if (schema instanceof ArrayNode array) {
            ArrayNode copy = Json.MAPPER.createArrayNode();
            array.forEach(value -> copy.add(shared(value, null)));
            return copy;
        }
        return schema;
    }
}

package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.contract.Json;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI description of a running newsroom. */
record ApiDocument(JsonNode json) {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** One operation with its path and method: {@code GET /api/negotiations}. */
    record Operation(String name, JsonNode json) {
        JsonNode response(int status) {
            return json.path("responses").path(Integer.toString(status));
        }

        List<String> parameters() {
            return json.path("parameters").findValuesAsString("name");
        }
    }

    static ApiDocument of(RunningNewsroom newsroom) {
        Answer answer = newsroom.anonymous().get("/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        return new ApiDocument(answer.json());
    }

    Stream<Operation> operations() {
        return json.path("paths").propertyStream().flatMap(path -> path.getValue()
                .propertyStream()
                .map(method -> new Operation(
                        method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(), method.getValue())));
    }

    Operation operation(String name) {
        return operations()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not described: " + name));
    }

    /** The schema with references resolved. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? json.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** Asserts that a response matches its description and has no undescribed fields. */
    void describes(String operation, Answer answer) {
        JsonNode content =
                resolved(operation(operation).response(answer.status())).path("content");
        String form = answer.header("Content-Type").replaceFirst(";.*", "");
        assertThat(content.has(form))
                .as("%s answers %d as %s: %s", operation, answer.status(), form, content)
                .isTrue();
        ObjectNode schema = Json.MAPPER.createObjectNode();
        schema.setAll((ObjectNode) content.path(form).path("schema"));
        schema.set("components", json.path("components").deepCopy());
        close(schema, false);
        Schema check = REGISTRY.getSchema((JsonNode) schema);
        List<Error> errors = check.validate(answer.json());
        assertThat(errors).as("%s: %s", operation, answer.body()).isEmpty();
    }

    /**
     * Disallows undescribed fields, because a generated client loses them. Problem documents may have further members.
     *
     * @param part whether the schema is one of several for the same object
     */
    private void close(JsonNode node, boolean part) {
        if (node instanceof ObjectNode object) {
            JsonNode described = resolved(object);
            if (object.has("$ref")
                    && !part
                    && (described.has("properties") || described.has("allOf"))
                    && !described.has("additionalProperties")
                    && !object.path("$ref").asString().endsWith("/Problem")) {
                object.put("unevaluatedProperties", false);
            }
            object.propertyStream()
                    .forEach(property ->
                            close(property.getValue(), property.getKey().equals("allOf")));
        } else {
            node.valueStream().forEach(each -> close(each, part));
        }
    }

    /** All schemas by name. */
    Map<String, JsonNode> schemas() {
        return json.path("components")
                .path("schemas")
                .propertyStream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

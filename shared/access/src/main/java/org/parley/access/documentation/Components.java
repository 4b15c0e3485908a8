package org.parley.access.documentation;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Schemas as JSON (JSON Schema 2020-12) among the components of a document. */
public final class Components {
    private Components() {}

    /**
     * Adds the schemas of a resource, which holds one object: each member a schema, by its name.
     *
     * @param beside a class of the module that has the resource
     * @param resource such as {@code /openapi/answers.json}
     */
    public static void addAll(OpenAPI api, Class<?> beside, String resource) {
        try (InputStream json = beside.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException("there is no resource " + resource);
            }
            Map<String, JsonSchema> schemas =
                    Json31.mapper().readerForMapOf(JsonSchema.class).readValue(json);
            schemas.forEach(api.getComponents()::addSchemas);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds one schema. */
    public static void add(OpenAPI api, String name, String json) {
        try {
            api.getComponents().addSchemas(name, Json31.mapper().readValue(json, JsonSchema.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

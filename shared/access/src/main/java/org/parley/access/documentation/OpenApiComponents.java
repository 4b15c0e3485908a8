package org.parley.access.documentation;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Adds JSON schemas (2020-12) to the components of an OpenAPI document. */
public final class OpenApiComponents {
    private OpenApiComponents() {}

    /**
     * Adds the schemas of a resource: a JSON object whose members are schemas by name.
     *
     * @param owner a class of the module that contains the resource
     * @param resource the absolute path, such as {@code /openapi/answers.json}
     */
    public static void addAll(OpenAPI api, Class<?> owner, String resource) {
        try (InputStream json = owner.getResourceAsStream(resource)) {
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

    /** Adds one schema, given as JSON. */
    public static void add(OpenAPI api, String name, String json) {
        try {
            api.getComponents().addSchemas(name, Json31.mapper().readValue(json, JsonSchema.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

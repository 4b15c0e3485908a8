package org.parley.ledger.documentation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import org.parley.access.documentation.OpenApiComponents;
import org.parley.contract.schema.JsonSchemas;
import org.parley.contract.schema.OpenApiCommandSchemas;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Adds every command to the OpenAPI document, from the schemas that also validate commands. */
@Configuration(proxyBeanMethods = false)
@Import(SchemaController.class)
public class CommandDocumentation {
    private static final String COMMAND = "Command";
    private static final String SCHEMAS = "#/components/schemas/";

    @Bean
    OpenApiCustomizer commandSchemas() {
        return api -> {
            OpenApiComponents.addAll(api, CommandDocumentation.class, "/openapi/ledger.json");
            OpenApiCommandSchemas.all().forEach((name, schema) -> OpenApiComponents.add(api, name, schema.toString()));
            api.getComponents().addSchemas(COMMAND, anyCommand());
            body(api, "/api/commands", "application/json", "One command", new JsonSchema().$ref(SCHEMAS + COMMAND));
            body(
                    api,
                    "/api/commands/batch",
                    "application/x-ndjson",
                    "Commands, each as one line of JSON",
                    new JsonSchema().typesItem("string"));
        };
    }

    private static Schema<?> anyCommand() {
        Discriminator byName = new Discriminator().propertyName("command");
        List<Schema> commands = JsonSchemas.commandNames().stream()
                .map(name -> {
                    byName.mapping(name, SCHEMAS + name);
                    return (Schema) new JsonSchema().$ref(SCHEMAS + name);
                })
                .toList();
        Schema<?> any = new JsonSchema().oneOf(commands);
        any.setDiscriminator(byName);
        return any;
    }

    private static void body(OpenAPI api, String path, String mediaType, String description, Schema<?> schema) {
        PathItem commandPath = api.getPaths().get(path);
        if (commandPath == null) {
            return; // a document of other paths only
        }
        commandPath
                .getPost()
                .setRequestBody(new RequestBody()
                        .required(true)
                        .description(description)
                        .content(new Content().addMediaType(mediaType, new MediaType().schema(schema))));
    }
}

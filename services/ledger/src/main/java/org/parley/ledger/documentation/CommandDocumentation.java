package org.parley.ledger.documentation;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.parley.contract.Schemas;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Describes every command in the OpenAPI document, from the same schemas that commands are checked against. */
@Configuration(proxyBeanMethods = false)
@Import(SchemaController.class)
public class CommandDocumentation {
    @Bean
    OpenApiCustomizer commandSchemas() {
        return api -> {
            if (api.getInfo() == null
                    || "OpenAPI definition".equals(api.getInfo().getTitle())) {
                api.setInfo(new Info()
                        .title("Parley")
                        .version("1")
                        .description("Commands to the ledger and questions to the archive. Errors are RFC 9457"
                                + " problem+json; times are UTC; dates are EDTF."));
            }
            Schemas.commandNames().forEach(name -> api.getComponents().addSchemas(name, schema(name)));
            body(api, "/api/commands", "application/json");
        };
    }

    private static void body(OpenAPI api, String path, String mediaType) {
        PathItem commandPath = api.getPaths().get(path);
        if (commandPath == null) {
            return; // a document of other paths only
        }
        Operation post = commandPath.getPost();
        List<Schema> commands = Schemas.commandNames().stream()
                .map(name -> (Schema) new JsonSchema().$ref("#/components/schemas/" + name))
                .toList();
        Schema<?> any = new JsonSchema().oneOf(commands);
        post.setRequestBody(new RequestBody()
                .required(true)
                .description("One command")
                .content(new Content().addMediaType(mediaType, new MediaType().schema(any))));
    }

    private static Schema<?> schema(String name) {
        try {
            return Json31.mapper().readValue(Schemas.command(name).toString(), JsonSchema.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.parley.access.documentation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Describes what all endpoints have in common: the security schemes, and the problems that they may answer. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(OpenApiCustomizer.class)
public class ApiDocumentationConfiguration {
    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String LANGUAGE = "AcceptLanguage";
    private static final String RESPONSES = "#/components/responses/";

    /** The paths where reading needs authentication too. */
    private static final List<String> NEVER_PUBLIC = List.of("/api/accounts", "/api/tokens", "/api/ledger");

    private static final Set<HttpMethod> SAFE_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final List<HttpStatus> PROBLEMS = List.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.UNAUTHORIZED,
            HttpStatus.FORBIDDEN,
            HttpStatus.NOT_FOUND,
            HttpStatus.TOO_MANY_REQUESTS,
            HttpStatus.INTERNAL_SERVER_ERROR,
            HttpStatus.SERVICE_UNAVAILABLE);

    private static final List<HttpStatus> PROBLEMS_OF_WRITING = List.of(
            HttpStatus.CONFLICT,
            HttpStatus.PRECONDITION_FAILED,
            HttpStatus.CONTENT_TOO_LARGE,
            HttpStatus.UNSUPPORTED_MEDIA_TYPE);

    /** Applies the {@link DocumentedResponse} annotations. */
    @Bean
    OperationCustomizer documentedResponses() {
        return (operation, handler) -> {
            Set<DocumentedResponse> answers = AnnotatedElementUtils.findMergedRepeatableAnnotations(
                    handler.getMethod(), DocumentedResponse.class, DocumentedResponses.class);
            if (!answers.isEmpty()) {
                ApiResponses responses = new ApiResponses();
                answers.forEach(
                        answer -> responses.addApiResponse(Integer.toString(answer.status()), response(answer)));
                operation.setResponses(responses);
            }
            return operation;
        };
    }

    private static ApiResponse response(DocumentedResponse answer) {
        ApiResponse response = new ApiResponse().description(answer.description());
        if (answer.status() == HttpStatus.NO_CONTENT.value()) {
            return response;
        }
        Content content = new Content();
        for (String form : answer.mediaTypes()) {
            boolean typed = !answer.value().isEmpty() && form.endsWith("json") && !form.contains("ndjson");
            Schema<?> schema =
                    typed ? new JsonSchema().$ref(SCHEMAS + answer.value()) : new JsonSchema().typesItem("string");
            content.addMediaType(form, new MediaType().schema(schema));
        }
        return response.content(content);
    }

    @Bean
    OpenApiCustomizer commonDescriptions() {
        return api -> {
            api.setInfo(new Info()
                    .title("Parley")
                    .version("1")
                    .license(new License().name("Apache License 2.0").identifier("Apache-2.0"))
                    .description("Commands to the ledger and queries to the archive. Errors are RFC 9457"
                            + " problem+json; times are UTC; dates are EDTF. An unknown query parameter is refused"
                            + " with 400. Every GET supports HEAD and gzip, and answers with an ETag; If-None-Match with it"
                            + " is answered with 304 as long as nothing has changed. A stream has no ETag."));
            // A relative URL, so that the document is the same behind any host name.
            api.setServers(List.of(new Server().url("/")));
            api.getComponents()
                    .addSecuritySchemes(
                            BASIC,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme(BASIC)
                                    .description("An account of the newsroom"))
                    .addSecuritySchemes(
                            BEARER,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme(BEARER)
                                    .description("An API token, or an access token of the organisation's provider"));
            api.getComponents()
                    .addParameters(
                            LANGUAGE,
                            new HeaderParameter()
                                    .name(HttpHeaders.ACCEPT_LANGUAGE)
                                    .description("es: sentences, problems and warnings in Spanish, as Content-Language"
                                            + " then says; otherwise in English")
                                    .schema(new JsonSchema().typesItem("string")));
            OpenApiComponents.addAll(api, ApiDocumentationConfiguration.class, "/openapi/access.json");
            problems().forEach(status -> api.getComponents().addResponses(name(status), problem(status)));
            api.getPaths().forEach((path, item) -> item.readOperationsMap()
                    .forEach((method, operation) -> describe(path, method, operation)));
            mergeTags(api);
        };
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        boolean reading = SAFE_METHODS.contains(method);
        List<SecurityRequirement> alternatives = new ArrayList<>();
        if (reading && NEVER_PUBLIC.stream().noneMatch(path::startsWith)) {
            alternatives.add(new SecurityRequirement()); // anonymous, where public reading is on
        }
        alternatives.add(new SecurityRequirement().addList(BASIC));
        alternatives.add(new SecurityRequirement().addList(BEARER));
        operation.setSecurity(alternatives);
        operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + LANGUAGE));
        if (method == HttpMethod.GET) {
            operation
                    .getResponses()
                    .addApiResponse(
                            Integer.toString(HttpStatus.NOT_MODIFIED.value()),
                            new ApiResponse().description("Nothing has changed since the ETag in If-None-Match"));
        }
        problems().stream()
                .filter(status -> !reading || PROBLEMS.contains(status))
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(
                                Integer.toString(status.value()), new ApiResponse().$ref(RESPONSES + name(status))));
    }

    private static List<HttpStatus> problems() {
        List<HttpStatus> all = new ArrayList<>(PROBLEMS);
        all.addAll(PROBLEMS_OF_WRITING);
        all.sort(null);
        return all;
    }

    private static String name(HttpStatus status) {
        return status.getReasonPhrase().replace(" ", "");
    }

    private static ApiResponse problem(HttpStatus status) {
        return new ApiResponse()
                .description(status.getReasonPhrase())
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new JsonSchema().$ref(SCHEMAS + "Problem"))));
    }

    /** Merges the tags of several controllers by name; the description comes from the one that has it. */
    private static void mergeTags(OpenAPI api) {
        if (api.getTags() == null) {
            return;
        }
        List<io.swagger.v3.oas.models.tags.Tag> merged = new ArrayList<>();
        api.getTags().stream()
                .sorted((one, other) -> Boolean.compare(one.getDescription() == null, other.getDescription() == null))
                .filter(tag ->
                        merged.stream().noneMatch(known -> known.getName().equals(tag.getName())))
                .forEach(merged::add);
        api.setTags(merged);
    }
}

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
import org.springframework.http.HttpStatus;

/** Describes what all addresses have in common: who may ask, and every problem that may be answered. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(OpenApiCustomizer.class)
public class ApiDocumentation {
    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String RESPONSES = "#/components/responses/";

    /** Where even reading takes an account. */
    private static final List<String> NEVER_PUBLIC = List.of("/api/accounts", "/api/tokens", "/api/ledger");

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

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

    /** What {@link Answers} say. */
    @Bean
    OperationCustomizer answersDescribed() {
        return (operation, handler) -> {
            Set<Answers> answers = AnnotatedElementUtils.findMergedRepeatableAnnotations(
                    handler.getMethod(), Answers.class, AllAnswers.class);
            if (!answers.isEmpty()) {
                ApiResponses responses = new ApiResponses();
                answers.forEach(
                        answer -> responses.addApiResponse(Integer.toString(answer.status()), response(answer)));
                operation.setResponses(responses);
            }
            return operation;
        };
    }

    private static ApiResponse response(Answers answer) {
        ApiResponse response = new ApiResponse().description(answer.description());
        if (answer.status() == HttpStatus.NO_CONTENT.value()) {
            return response;
        }
        Content content = new Content();
        for (String form : answer.as()) {
            boolean typed = !answer.value().isEmpty() && form.endsWith("json") && !form.contains("ndjson");
            Schema<?> schema =
                    typed ? new JsonSchema().$ref(SCHEMAS + answer.value()) : new JsonSchema().typesItem("string");
            content.addMediaType(form, new MediaType().schema(schema));
        }
        return response.content(content);
    }

    @Bean
    OpenApiCustomizer commonsDescribed() {
        return api -> {
            api.setInfo(new Info()
                    .title("Parley")
                    .version("1")
                    .license(new License().name("Apache License 2.0").identifier("Apache-2.0"))
                    .description("Commands to the ledger and questions to the archive. Errors are RFC 9457"
                            + " problem+json; times are UTC; dates are EDTF. A query parameter that an address does"
                            + " not take is refused with 400. Every GET answers HEAD too."));
            // Wherever it is served: the document is the same behind any name.
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
                                    .description("A program's token, or one of the organisation's provider"));
            Components.addAll(api, ApiDocumentation.class, "/openapi/access.json");
            problems().forEach(status -> api.getComponents().addResponses(name(status), problem(status)));
            api.getPaths().forEach((path, item) -> item.readOperationsMap()
                    .forEach((method, operation) -> describe(path, method, operation)));
            tagsOnce(api);
        };
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        boolean reading = READING.contains(method);
        List<SecurityRequirement> ways = new ArrayList<>();
        if (reading && NEVER_PUBLIC.stream().noneMatch(path::startsWith)) {
            ways.add(new SecurityRequirement()); // where public reading is on
        }
        ways.add(new SecurityRequirement().addList(BASIC));
        ways.add(new SecurityRequirement().addList(BEARER));
        operation.setSecurity(ways);
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

    /** A tag that several controllers name appears once, with what one of them says of it. */
    private static void tagsOnce(OpenAPI api) {
        if (api.getTags() == null) {
            return;
        }
        List<io.swagger.v3.oas.models.tags.Tag> once = new ArrayList<>();
        api.getTags().stream()
                .sorted((one, other) -> Boolean.compare(one.getDescription() == null, other.getDescription() == null))
                .filter(tag -> once.stream().noneMatch(known -> known.getName().equals(tag.getName())))
                .forEach(once::add);
        api.setTags(once);
    }
}

package org.parley.desk.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.filter.RetryFilterFunctions.retry;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.parley.access.problem.ProblemResponse;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.LedgerClient;
import org.parley.telemetry.CorrelationId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Routes the API at the desk's address: commands to the ledger and queries to the archive, with the client's own
 * credentials, which the services check. Accounts and tokens are served here, from the database that all services
 * share.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("parley.desk.ledger-url")
public class GatewayConfiguration {
    /** After which a client may ask again for a service that is unavailable. */
    static final Duration RETRY = Duration.ofSeconds(5);

    private static final int RETRIES = 3;

    private static final RequestPredicate COMMANDS = path("/api/commands/**")
            .or(path("/api/ledger/**"))
            .or(path("/schemas/**"))
            .or(path("/swagger-ui/**"))
            .or(path("/swagger-ui.html"))
            .or(path("/openapi.json/swagger-config"));
    private static final RequestPredicate QUERIES = path("/api/**")
            .or(path("/feeds/**"))
            .or(path("/codebook"))
            .and(COMMANDS.negate())
            .and(path("/api/accounts/**").or(path("/api/tokens/**")).negate());

    @Bean
    RouterFunction<ServerResponse> ledgerRoute(@Value("${parley.desk.ledger-url}") String ledger) {
        return to("ledger", COMMANDS, ledger);
    }

    @Bean
    RouterFunction<ServerResponse> archiveRoute(@Value("${parley.desk.archive-url}") String archive) {
        return to("archive", QUERIES, archive);
    }

    @Bean
    OpenApiController openApiController(LedgerClient ledger, ArchiveClient archive) {
        return new OpenApiController(ledger, archive);
    }

    private static RouterFunction<ServerResponse> to(String name, RequestPredicate what, String service) {
        return route(name)
                .route(what, http())
                .before(uri(service))
                // The session cookie is for the desk only.
                .before(removeRequestHeader(HttpHeaders.COOKIE))
                .before(GatewayConfiguration::withCorrelationId)
                .after(GatewayConfiguration::withoutCorrelationId)
                // An instance of a service may be down. Queries are safe to retry on another instance; commands are
                // not.
                .filter(retry(config -> config.setRetries(RETRIES)
                        .setMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD))
                        .setSeries(Set.of())
                        .setExceptions(Set.of(IOException.class, ResourceAccessException.class))))
                .onError(
                        failure -> failure instanceof IOException || failure instanceof ResourceAccessException,
                        (failure, request) -> unreachable(name, request))
                .build();
    }

    private static ServerRequest withCorrelationId(ServerRequest request) {
        return CorrelationId.current()
                .map(id -> ServerRequest.from(request)
                        .headers(headers -> headers.set(CorrelationId.HEADER, id))
                        .build())
                .orElse(request);
    }

    /**
     * The desk's response already has the correlation id, so the service's is removed. A response of {@link
     * #unreachable} is immutable and has none.
     */
    private static ServerResponse withoutCorrelationId(ServerRequest request, ServerResponse response) {
        if (response.headers().getFirst(CorrelationId.HEADER) != null) {
            response.headers().remove(CorrelationId.HEADER);
        }
        return response;
    }

    private static ServerResponse unreachable(String name, ServerRequest request) {
        ProblemResponse problem = new ProblemResponse(
                        HttpStatus.BAD_GATEWAY,
                        "The " + name
                                + " is unavailable. A command may be sent again with the same developmentId:"
                                + " it is recorded at most once.",
                        "El servicio «" + name
                                + "» no está disponible. Una orden se puede enviar de nuevo con el mismo developmentId:"
                                + " se registra como máximo una vez.")
                .retryAfter(RETRY);
        return ServerResponse.status(problem.status())
                .headers(headers -> headers.putAll(problem.getHeaders()))
                .body(problem.of(request.servletRequest()));
    }
}

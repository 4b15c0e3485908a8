package org.parley.desk.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.filter.RetryFilterFunctions.retry;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.io.IOException;
import java.util.Set;
import org.parley.access.ProblemJson;
import org.parley.desk.api.Archive;
import org.parley.desk.api.Ledger;
import org.parley.telemetry.Correlation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * One address for everything: commands go on to the ledger, questions to the archive, with whoever asks' own credentials,
 * which these judge. Accounts and tokens are answered here: they lie in the database that all services share.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("parley.desk.ledger-url")
public class GatewayConfiguration {
    private static final int AGAIN = 3;

    private static final RequestPredicate COMMANDS = path("/api/commands/**")
            .or(path("/api/ledger/**"))
            .or(path("/schemas/**"))
            .or(path("/swagger-ui/**"))
            .or(path("/swagger-ui.html"))
            .or(path("/openapi.json/swagger-config"));
    private static final RequestPredicate QUESTIONS = path("/api/**")
            .and(COMMANDS.negate())
            .and(path("/api/accounts/**").or(path("/api/tokens/**")).negate());

    @Bean
    RouterFunction<ServerResponse> ledgerRoute(@Value("${parley.desk.ledger-url}") String ledger) {
        return to("ledger", COMMANDS, ledger);
    }

    @Bean
    RouterFunction<ServerResponse> archiveRoute(@Value("${parley.desk.archive-url}") String archive) {
        return to("archive", QUESTIONS, archive);
    }

    @Bean
    OpenApiController openApiController(Ledger ledger, Archive archive) {
        return new OpenApiController(ledger, archive);
    }

    private static RouterFunction<ServerResponse> to(String name, RequestPredicate what, String service) {
        return route(name)
                .route(what, http())
                .before(uri(service))
                // The session is the desk's own.
                .before(removeRequestHeader(HttpHeaders.COOKIE))
                .before(GatewayConfiguration::correlated)
                .after(GatewayConfiguration::calledOnce)
                // One of several that answer under a name may just have died: a question can be asked again.
                .filter(retry(config -> config.setRetries(AGAIN)
                        .setMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD))
                        .setSeries(Set.of())
                        .setExceptions(Set.of(IOException.class, ResourceAccessException.class))))
                .onError(
                        failure -> failure instanceof IOException || failure instanceof ResourceAccessException,
                        (failure, request) -> unreachable(name, request))
                .build();
    }

    private static ServerRequest correlated(ServerRequest request) {
        return Correlation.current()
                .map(id -> ServerRequest.from(request)
                        .headers(headers -> headers.set(Correlation.HEADER, id))
                        .build())
                .orElse(request);
    }

    /** The desk's own answer says what the request is called already. What {@link #unreachable} made cannot be changed. */
    private static ServerResponse calledOnce(ServerRequest request, ServerResponse response) {
        if (response.headers().getFirst(Correlation.HEADER) != null) {
            response.headers().remove(Correlation.HEADER);
        }
        return response;
    }

    private static ServerResponse unreachable(String name, ServerRequest request) {
        return ServerResponse.status(HttpStatus.BAD_GATEWAY)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(new ProblemJson(
                                HttpStatus.BAD_GATEWAY,
                                "The " + name
                                        + " does not answer. A command may be sent again with the same developmentId: it is"
                                        + " recorded once at most.")
                        .of(request.servletRequest()));
    }
}

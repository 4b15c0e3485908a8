package org.parley.desk.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.pass.InternalJwtAudience;
import org.parley.access.pass.InternalJwtService;
import org.parley.contract.Json;
import org.parley.telemetry.CorrelationId;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** HTTP access to one of the services, with an internal token of the signed-in user. */
final class ServiceClient {
    private final RestClient http;
    private final RestClient streams;
    private final Supplier<String> address;
    private final InternalJwtService passes;
    private final InternalJwtAudience audience;

    /**
     * A client of a service.
     *
     * @param http for responses that are read whole
     * @param streams for responses that are read as a stream, without a limit of time
     * @param address the base address, evaluated for each request
     * @param audience the service that the tokens are for
     */
    ServiceClient(
            RestClient http,
            RestClient streams,
            Supplier<String> address,
            InternalJwtService passes,
            InternalJwtAudience audience) {
        this.http = http;
        this.streams = streams;
        this.address = address;
        this.passes = passes;
        this.audience = audience;
    }

    /** Sends a GET for JSON; parameters that are null or blank are left out. */
    JsonNode get(String path, Map<String, ?> variables, Map<String, ?> parameters) {
        return send(
                http.get().uri(uri(path, variables, parameters)).accept(MediaType.APPLICATION_JSON),
                answer -> json(body(answer)));
    }

    /** Sends a GET for another media type and reads the response as a stream. */
    <T> T stream(URI uri, MediaType form, Function<InputStream, T> reader) {
        return send(streams.get().uri(uri).accept(form), answer -> reader.apply(body(answer)));
    }

    /** Follows a live stream as the desk itself, because one stream serves all users. */
    <T> T follow(URI uri, Function<InputStream, T> reader) {
        return send(
                streams.get().uri(uri).accept(MediaType.TEXT_EVENT_STREAM),
                InternalJwtService.DESK,
                answer -> reader.apply(body(answer)));
    }

    /** Sends JSON. */
    JsonNode send(
            HttpMethod method,
            String path,
            Map<String, ?> variables,
            Map<String, ?> parameters,
            @Nullable Object json) {
        return send(method, path, variables, parameters, json, new HttpHeaders());
    }

    JsonNode send(
            HttpMethod method,
            String path,
            Map<String, ?> variables,
            Map<String, ?> parameters,
            @Nullable Object json,
            HttpHeaders headers) {
        RestClient.RequestBodySpec request =
                http.method(method).uri(uri(path, variables, parameters)).headers(all -> all.addAll(headers));
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(Json.MAPPER.writeValueAsBytes(json));
        }
        return send(request, answer -> json(body(answer)));
    }

    /** Posts a body of another media type and reads the response as a stream. */
    <T> T post(String path, Map<String, ?> parameters, MediaType type, byte[] body, Function<InputStream, T> reader) {
        return send(
                streams.post()
                        .uri(uri(path, Map.of(), parameters))
                        .contentType(type)
                        .body(body),
                answer -> reader.apply(body(answer)));
    }

    URI uri(String path, Map<String, ?> variables, Map<String, ?> parameters) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(address.get() + path);
        // Values become URI variables, so that they are encoded.
        Map<String, Object> values = new java.util.HashMap<>(variables);
        parameters.forEach((name, value) -> {
            List<?> each = value instanceof List<?> list ? list : java.util.Collections.singletonList(value);
            for (int i = 0; i < each.size(); i++) {
                Object one = each.get(i);
                if (one != null && !one.toString().isBlank()) {
                    uri.queryParam(name, "{" + name + "-" + i + "}");
                    values.put(name + "-" + i, one);
                }
            }
        });
        return uri.encode().buildAndExpand(values).toUri();
    }

    private <T> T send(RestClient.RequestHeadersSpec<?> request, Function<ClientHttpResponse, T> reader) {
        // Without an account the desk's own rules allow only reading.
        return send(request, ParleyPrincipal.findCurrent().orElse(InternalJwtService.GUEST), reader);
    }

    private <T> T send(
            RestClient.RequestHeadersSpec<?> request, ParleyPrincipal person, Function<ClientHttpResponse, T> reader) {
        CorrelationId.current().ifPresent(id -> request.header(CorrelationId.HEADER, id));
        LocaleContext page = LocaleContextHolder.getLocaleContext();
        if (page != null && page.getLocale() != null) {
            request.header(HttpHeaders.ACCEPT_LANGUAGE, page.getLocale().toLanguageTag());
        }
        try {
            return java.util.Objects.requireNonNull(
                    request.header(HttpHeaders.AUTHORIZATION, "Bearer " + passes.issue(person, audience))
                            .exchange((sent, answer) -> {
                                if (answer.getStatusCode().isError()) {
                                    throw new ServiceRefusedException(problem(answer));
                                }
                                return reader.apply(answer);
                            }));
        } catch (ResourceAccessException e) {
            throw new ServiceUnavailableException(e);
        }
    }

    private static ServiceProblem problem(ClientHttpResponse answer) throws IOException {
        int status = answer.getStatusCode().value();
        try {
            return Json.MAPPER.treeToValue(Json.MAPPER.readTree(answer.getBody()), ServiceProblem.class);
        } catch (JacksonException e) {
            return ServiceProblem.of(status, "HTTP " + status);
        }
    }

    private static InputStream body(ClientHttpResponse answer) {
        try {
            return answer.getBody();
        } catch (IOException e) {
            throw new ServiceUnavailableException(e);
        }
    }

    private static JsonNode json(InputStream body) {
        try {
            byte[] bytes = body.readAllBytes();
            return bytes.length == 0 ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new ServiceUnavailableException(e);
        }
    }
}

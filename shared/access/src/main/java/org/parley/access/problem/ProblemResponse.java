package org.parley.access.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.access.language.RequestLanguage;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.ErrorResponse;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error response as RFC 9457 {@code application/problem+json}, and the members that every error response has:
 * {@code type}, {@code title}, {@code status}, {@code detail}, {@code instance}. A filter writes it, a controller
 * throws it as a {@link ProblemException}, and an exception handler returns it. Title and detail are in the language
 * that the request asks for.
 *
 * @param status the HTTP status
 * @param title the kind of problem in a few words; null for the reason phrase of the status
 * @param detail what happened and what to do about it, one or two sentences for the caller
 * @param members extension members, in addition to the five above, in their order
 * @param retryAfter how long the client should wait before it tries again, in whole seconds; null if that is unknown
 */
public record ProblemResponse(
        HttpStatus status,
        @Nullable BilingualText title,
        BilingualText detail,
        Map<String, ?> members,
        @Nullable Duration retryAfter)
        implements ErrorResponse {

    /** The detail of every unexpected error. */
    public static final BilingualText INTERNAL_ERROR_DETAIL = new BilingualText(
            "An unexpected error occurred and was logged. A command without a response may be sent again with the same"
                    + " developmentId: it is recorded at most once.",
            "Se produjo un error inesperado, que queda anotado. Una orden sin respuesta se puede enviar de nuevo con el"
                    + " mismo developmentId: se registra como máximo una vez.");

    private static final URI NO_TYPE = URI.create("about:blank");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    public ProblemResponse {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A problem without extension members. */
    public ProblemResponse(HttpStatus status, String english, String spanish) {
        this(status, new BilingualText(english, spanish));
    }

    /** A problem without extension members. */
    public ProblemResponse(HttpStatus status, BilingualText detail) {
        this(status, null, detail, Map.of(), null);
    }

    /** A problem of which only the status is known; an unknown status counts as 404. */
    public static ProblemResponse of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null) {
            known = HttpStatus.NOT_FOUND;
        }
        return new ProblemResponse(
                known, known.is5xxServerError() ? INTERNAL_ERROR_DETAIL : refused(known.getReasonPhrase()));
    }

    /** The same problem with this title. */
    public ProblemResponse titled(String english, String spanish) {
        return titled(new BilingualText(english, spanish));
    }

    /** The same problem with this title. */
    public ProblemResponse titled(BilingualText kind) {
        return new ProblemResponse(status, kind, detail, members, retryAfter);
    }

    /** The same problem with an extension member more; without it if the value is null. */
    public ProblemResponse with(String member, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new ProblemResponse(status, title, detail, more, retryAfter);
    }

    /** The same problem, after which the client may try again. */
    public ProblemResponse retryAfter(Duration wait) {
        return new ProblemResponse(status, title, detail, members, wait);
    }

    @Override
    public HttpStatus getStatusCode() {
        return status;
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return headers;
    }

    /** The problem; {@link ProblemDetailAdvice} adds the {@code instance}. */
    @Override
    public ProblemDetail getBody() {
        return in(RequestLanguage.ofAnswer());
    }

    private ProblemDetail in(Language language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail.in(language));
        if (title != null) {
            problem.setTitle(title.in(language));
        }
        members.forEach(problem::setProperty);
        return problem;
    }

    /**
     * Writes status, headers and body, and discards a body that is buffered; headers that are set already stay.
     *
     * @param request the request that it answers, which gives the {@code instance}
     * @throws IOException if the client has disconnected
     * @throws IllegalStateException if the response is committed already
     */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(status.value());
        RequestLanguage.declare(RequestLanguage.of(request), response);
        getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        byte[] json = toJson(request);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
        response.flushBuffer();
    }

    byte[] toJson(HttpServletRequest request) {
        return JSON.writeValueAsBytes(of(request));
    }

    /** The problem as JSON within another response: without an {@code instance}. */
    public ObjectNode toTree() {
        ProblemDetail problem = getBody();
        problem.setType(NO_TYPE);
        return JSON.valueToTree(problem);
    }

    /** The complete problem, as {@link #write} writes it. */
    public ProblemDetail of(HttpServletRequest request) {
        return complete(in(RequestLanguage.of(request)), request);
    }

    /** Sets the missing ones of the members that every problem has. */
    public static ProblemDetail complete(ProblemDetail problem, HttpServletRequest request) {
        if (problem.getType() == null) {
            problem.setType(NO_TYPE);
        }
        if (problem.getDetail() == null) {
            problem.setDetail(refused(problem.getTitle()).in(RequestLanguage.of(request)));
        }
        // In an error dispatch, the path of the request itself is that of the error page.
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (original != null || problem.getInstance() == null) {
            problem.setInstance(uri(original == null ? request.getRequestURI() : original));
        }
        return problem;
    }

    private static BilingualText refused(@Nullable String reason) {
        return new BilingualText(
                "The request was refused: " + reason + ".", "La solicitud se rechazó: " + reason + ".");
    }

    /** The path of the request; {@code *}, the asterisk-form of RFC 9112, if it could not be parsed. */
    private static URI uri(@Nullable Object path) {
        String text = path == null ? "*" : path.toString();
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return URI.create(UriUtils.encodePath(text, StandardCharsets.UTF_8));
        }
    }
}

package org.parley.access.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error response as RFC 9457 {@code application/problem+json}. It writes the errors of filters, and defines the
 * members that every error response has: {@code type}, {@code title}, {@code status}, {@code detail}, {@code instance}.
 *
 * @param status the HTTP status
 * @param detail what happened and what to do about it, one or two sentences for the caller
 * @param members extension members, in addition to the five above
 */
public record ProblemResponse(HttpStatus status, String detail, Map<String, ?> members) {

    /** The detail of every unexpected error. */
    public static final String INTERNAL_ERROR_DETAIL =
            "An unexpected error occurred and was logged. A command without a response may be sent again with the same"
                    + " developmentId: it is recorded at most once.";

    private static final URI NO_TYPE = URI.create("about:blank");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** A problem without extension members. */
    public ProblemResponse(HttpStatus status, String detail) {
        this(status, detail, Map.of());
    }

    /** A problem of which only the status is known; an unknown status counts as 404. */
    public static ProblemResponse of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null) {
            known = HttpStatus.NOT_FOUND;
        }
        return new ProblemResponse(
                known,
                known.is5xxServerError()
                        ? INTERNAL_ERROR_DETAIL
                        : "The request was refused: " + known.getReasonPhrase() + ".");
    }

    /**
     * Writes status, content type and body, and discards a body that is buffered; headers that are set already stay.
     *
     * @param request the request that it answers, which gives the {@code instance}
     * @throws IOException if the client has disconnected
     * @throws IllegalStateException if the response is committed already
     */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] json = toJson(request);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
        response.flushBuffer();
    }

    /** The response of a controller; {@link ProblemDetailAdvice} adds the {@code instance}. */
    public ResponseEntity<ProblemDetail> toResponseEntity() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem());
    }

    byte[] toJson(HttpServletRequest request) {
        return JSON.writeValueAsBytes(of(request));
    }

    /** The complete problem, as {@link #write} writes it. */
    public ProblemDetail of(HttpServletRequest request) {
        return complete(problem(), request);
    }

    private ProblemDetail problem() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        members.forEach(problem::setProperty);
        return problem;
    }

    /** Sets the missing ones of the members that every problem has. */
    public static ProblemDetail complete(ProblemDetail problem, HttpServletRequest request) {
        if (problem.getType() == null) {
            problem.setType(NO_TYPE);
        }
        if (problem.getDetail() == null) {
            problem.setDetail("The request was refused: " + problem.getTitle() + ".");
        }
        // In an error dispatch, the path of the request itself is that of the error page.
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (original != null || problem.getInstance() == null) {
            problem.setInstance(uri(original == null ? request.getRequestURI() : original));
        }
        return problem;
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

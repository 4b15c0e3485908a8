package org.parley.access;

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
 * An error as RFC 9457 {@code application/problem+json}, for what is answered before a controller is reached, and the shape
 * that every error has wherever it is answered: {@code type}, {@code title}, {@code status}, {@code detail}, {@code instance}.
 *
 * @param status the HTTP status
 * @param detail what happened and what to do about it, one or two sentences for the caller
 * @param members extension members beside {@code type}, {@code title}, {@code status}, {@code detail} and
 *     {@code instance}
 */
public record ProblemJson(HttpStatus status, String detail, Map<String, ?> members) {

    /** The detail of what went wrong on our side. */
    public static final String FAILURE_OF_OURS =
            "Something went wrong here, and it is logged. A command that was not answered may be sent again with the"
                    + " same developmentId: it is recorded once at most.";

    private static final URI NO_TYPE = URI.create("about:blank");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** A problem without extension members. */
    public ProblemJson(HttpStatus status, String detail) {
        this(status, detail, Map.of());
    }

    /** Where nothing is known but the status: what the server or a filter refused, or what failed. */
    public static ProblemJson of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null) {
            known = HttpStatus.NOT_FOUND;
        }
        return new ProblemJson(
                known,
                known.is5xxServerError()
                        ? FAILURE_OF_OURS
                        : "The request was refused: " + known.getReasonPhrase() + ".");
    }

    /**
     * Writes status, content type and body in place of whatever was going to be answered; headers already set stay.
     *
     * @param request what it answers, named as {@code instance}
     * @throws IOException if the client is gone
     * @throws IllegalStateException if the answer is already under way
     */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] json = json(request);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
        response.flushBuffer();
    }

    /** The same from a controller, which needs not say what it answers. */
    ResponseEntity<ProblemDetail> entity() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem());
    }

    byte[] json(HttpServletRequest request) {
        return JSON.writeValueAsBytes(of(request));
    }

    /** The problem, complete: what {@link #write} writes. */
    public ProblemDetail of(HttpServletRequest request) {
        return complete(problem(), request);
    }

    private ProblemDetail problem() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        members.forEach(problem::setProperty);
        return problem;
    }

    /** Gives a problem what it lacks of the members that every problem has. */
    public static ProblemDetail complete(ProblemDetail problem, HttpServletRequest request) {
        if (problem.getType() == null) {
            problem.setType(NO_TYPE);
        }
        if (problem.getDetail() == null) {
            problem.setDetail("The request was refused: " + problem.getTitle() + ".");
        }
        // Where errors are answered, the request's own path is that of the error page.
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (asked != null || problem.getInstance() == null) {
            problem.setInstance(address(asked == null ? request.getRequestURI() : asked));
        }
        return problem;
    }

    /** The path that was asked for; {@code *}, HTTP's word for no address in particular, where it could not be read. */
    private static URI address(@Nullable Object path) {
        String text = path == null ? "*" : path.toString();
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return URI.create(UriUtils.encodePath(text, StandardCharsets.UTF_8));
        }
    }
}

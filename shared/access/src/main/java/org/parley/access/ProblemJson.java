package org.parley.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error as RFC 9457 {@code application/problem+json}, for those parts that answer before a controller is reached.
 *
 * @param status the HTTP status
 * @param detail what happened and what to do about it, one or two sentences for the caller
 * @param members extension members beside {@code type}, {@code title}, {@code status}, {@code detail} and
 *     {@code instance}
 */
public record ProblemJson(HttpStatus status, String detail, Map<String, ?> members) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A problem without extension members. */
    public ProblemJson(HttpStatus status, String detail) {
        this(status, detail, Map.of());
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

    /** The same from a controller. */
    ResponseEntity<Map<String, Object>> entity() {
        ServletRequestAttributes current = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(current.getRequest()));
    }

    byte[] json(HttpServletRequest request) {
        return JSON.writeValueAsBytes(body(request));
    }

    /** The path that was asked for; null if not even that could be read. */
    private static @Nullable Object instance(HttpServletRequest request) {
        // Where errors are answered, the request's own path is that of the error page.
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked == null ? request.getRequestURI() : asked;
    }

    private Map<String, Object> body(HttpServletRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        Object instance = instance(request);
        if (instance != null) {
            body.put("instance", instance);
        }
        body.putAll(members);
        return body;
    }
}

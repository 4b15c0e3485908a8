package org.parley.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error as RFC 9457 {@code application/problem+json}, for those parts that answer before a controller is reached.
 *
 * @param status the HTTP status
 * @param detail what happened and what to do about it, one or two sentences for the caller
 * @param members extension members beside {@code type}, {@code title}, {@code status} and {@code detail}
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
     * @throws IOException if the client is gone
     * @throws IllegalStateException if the answer is already under way
     */
    public void write(HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] json = JSON.writeValueAsBytes(body());
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
        response.flushBuffer();
    }

    ResponseEntity<Map<String, Object>> entity() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body());
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        body.putAll(members);
        return body;
    }
}

package org.parley.archive.question;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Every error of the archive's endpoints as RFC 9457 {@code application/problem+json}. */
@RestControllerAdvice("org.parley.archive")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class QuestionErrors {
    private static final Logger LOG = LoggerFactory.getLogger(QuestionErrors.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> problem(Problem problem) {
        return answer(problem.status(), problem.detail(), problem.members());
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, TransientDataAccessException.class})
    ResponseEntity<Map<String, Object>> noDatabase(RuntimeException failure, HttpServletResponse response) {
        requireUncommitted(response, failure);
        LOG.warn("The database did not answer a question", failure);
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE, "The archive's database does not answer. Try again soon.", Map.of());
    }

    /** What is already under way can only be broken off, which the client notices. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unexpected(Exception failure, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
        if (failure instanceof ErrorResponse known) {
            String detail = known.getBody().getDetail();
            return answer(known.getStatusCode(), detail == null ? "The request cannot be answered." : detail, Map.of());
        }
        LOG.error("A question could not be answered", failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The archive failed to answer, and has logged why. Tell whoever runs it if it happens again.",
                Map.of());
    }

    private static void requireUncommitted(HttpServletResponse response, RuntimeException failure) {
        if (response.isCommitted()) {
            throw failure;
        }
    }

    private static ResponseEntity<Map<String, Object>> answer(
            HttpStatusCode status, String detail, Map<String, ?> members) {
        HttpStatus known = HttpStatus.resolve(status.value());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", known == null ? "Error" : known.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            body.put("instance", current.getRequest().getRequestURI());
        }
        body.putAll(members);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (known == HttpStatus.SERVICE_UNAVAILABLE || known == HttpStatus.TOO_MANY_REQUESTS) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return new ResponseEntity<>(body, headers, status);
    }
}

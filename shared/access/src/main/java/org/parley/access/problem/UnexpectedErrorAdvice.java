package org.parley.access.problem;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Logs unexpected exceptions of the API, and answers them without internal details. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE)
public final class UnexpectedErrorAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrorAdvice.class);

    /** A committed response can only be aborted; the client notices that it is incomplete. */
    @ExceptionHandler
    ProblemResponse unexpected(Exception failure, HttpServletResponse response) throws Exception {
        if (response.isCommitted()
                || failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException) {
            throw failure;
        }
        LOG.error("A request could not be answered", failure);
        return ProblemResponse.of(HttpStatus.INTERNAL_SERVER_ERROR.value());
    }
}

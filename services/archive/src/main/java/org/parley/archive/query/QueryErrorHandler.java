package org.parley.archive.query;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps failures of the database to problems. */
@RestControllerAdvice("org.parley.archive")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class QueryErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(QueryErrorHandler.class);

    /** 503. A response that has already started can only be aborted, which the client notices. */
    @ExceptionHandler({DataAccessResourceFailureException.class, TransientDataAccessException.class})
    QueryProblemException databaseUnavailable(RuntimeException failure, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw failure;
        }
        LOG.warn("A query failed because the database is unavailable", failure);
        return QueryProblemException.unavailable(
                "The archive's database is unavailable. Try again soon.",
                "La base de datos del archivo no está disponible. Inténtelo de nuevo en breve.");
    }
}

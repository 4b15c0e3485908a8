package org.parley.archive.question;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a question does not expect. */
@RestControllerAdvice("org.parley.archive")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class QuestionErrors {
    private static final Logger LOG = LoggerFactory.getLogger(QuestionErrors.class);

    /** What is already under way can only be broken off, which the client notices. */
    @ExceptionHandler({DataAccessResourceFailureException.class, TransientDataAccessException.class})
    Problem noDatabase(RuntimeException failure, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw failure;
        }
        LOG.warn("The database did not answer a question", failure);
        return Problem.notYet("The archive's database does not answer. Try again soon.");
    }
}

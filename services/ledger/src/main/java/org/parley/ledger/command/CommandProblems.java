package org.parley.ledger.command;

import org.parley.contract.InvalidRequest;
import org.parley.history.Refused;
import org.parley.ledger.store.Halted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps exceptions of commands to problem responses. */
@RestControllerAdvice(basePackageClasses = CommandProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CommandProblems {
    private static final Logger LOG = LoggerFactory.getLogger(CommandProblems.class);

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequest invalid) {
        return Problems.of(invalid);
    }

    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        return Problems.of(refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> conflict(Conflict conflict) {
        ProblemDetail problem = Problems.of(conflict);
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    @ExceptionHandler
    ProblemDetail halted(Halted halted) {
        return Problems.of(halted);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> spoolFull(SpoolFullException full) {
        HttpStatus status = full.isOfAccount() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, "10")
                .body(Problems.problem(status, "No room for another batch", String.valueOf(full.getMessage())));
    }

    /** The store is busy or unavailable. If the command was recorded nevertheless, its repeat returns the result. */
    @ExceptionHandler({
        StoreUnavailable.class,
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception unavailable) {
        LOG.warn("the store is busy or unavailable", unavailable);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problems.unavailable());
    }
}

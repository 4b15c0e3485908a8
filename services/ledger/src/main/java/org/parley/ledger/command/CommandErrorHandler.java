package org.parley.ledger.command;

import org.parley.contract.command.InvalidRequestException;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.ledger.store.LedgerHaltedException;
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
@RestControllerAdvice(basePackageClasses = CommandErrorHandler.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CommandErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CommandErrorHandler.class);

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequestException invalid) {
        return CommandProblemDetails.of(invalid);
    }

    @ExceptionHandler
    ProblemDetail refused(CommandRefusedException refused) {
        return CommandProblemDetails.of(refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> conflict(CommandConflictException conflict) {
        ProblemDetail problem = CommandProblemDetails.of(conflict);
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    @ExceptionHandler
    ProblemDetail halted(LedgerHaltedException halted) {
        return CommandProblemDetails.of(halted);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> spoolFull(SpoolFullException full) {
        HttpStatus status = full.isOfAccount() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, "10")
                .body(CommandProblemDetails.problem(
                        status, "No room for another batch", String.valueOf(full.getMessage())));
    }

    /** The store is busy or unavailable. If the command was recorded nevertheless, its repeat returns the result. */
    @ExceptionHandler({
        StoreUnavailableException.class,
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception unavailable) {
        LOG.warn("the store is busy or unavailable", unavailable);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(CommandProblemDetails.unavailable());
    }
}

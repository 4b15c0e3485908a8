package org.parley.ledger.command;

import org.parley.access.problem.ProblemResponse;
import org.parley.contract.command.InvalidRequestException;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.ledger.store.LedgerHaltedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps exceptions of commands to problem responses. */
@RestControllerAdvice(basePackageClasses = CommandErrorHandler.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CommandErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CommandErrorHandler.class);

    @ExceptionHandler
    ProblemResponse invalid(InvalidRequestException invalid) {
        return CommandProblemDetails.of(invalid);
    }

    @ExceptionHandler
    ProblemResponse refused(CommandRefusedException refused) {
        return CommandProblemDetails.of(refused);
    }

    @ExceptionHandler
    ProblemResponse conflict(CommandConflictException conflict) {
        return CommandProblemDetails.of(conflict);
    }

    @ExceptionHandler
    ProblemResponse halted(LedgerHaltedException halted) {
        return CommandProblemDetails.of(halted);
    }

    @ExceptionHandler
    ProblemResponse spoolFull(SpoolFullException full) {
        return CommandProblemDetails.of(full);
    }

    /** The store is busy or unavailable. If the command was recorded nevertheless, its repeat returns the result. */
    @ExceptionHandler({
        StoreUnavailableException.class,
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        TransactionException.class
    })
    ProblemResponse unavailable(Exception unavailable) {
        LOG.warn("the store is busy or unavailable", unavailable);
        return CommandProblemDetails.unavailable();
    }
}

package org.parley.access.problem;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request body is invalid; carries all errors. */
public final class InvalidBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<InputError> errors;

    public InvalidBodyException(List<InputError> errors) {
        super("Invalid body: " + errors);
        this.errors = List.copyOf(errors);
    }

    public ProblemResponse problem() {
        return new ProblemResponse(
                HttpStatus.BAD_REQUEST, "The body is invalid; see errors.", Map.of("errors", errors));
    }
}

package org.parley.access;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request body is invalid; carries all errors. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<InputError> errors;

    BadInput(List<InputError> errors) {
        super("Invalid body: " + errors);
        this.errors = List.copyOf(errors);
    }

    ProblemJson problem() {
        return new ProblemJson(
                HttpStatus.BAD_REQUEST, "The body is invalid; see errors.", Map.of("errors", errors));
    }
}

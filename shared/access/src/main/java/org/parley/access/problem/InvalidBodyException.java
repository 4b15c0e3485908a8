package org.parley.access.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request body is invalid; carries all errors. */
public final class InvalidBodyException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public InvalidBodyException(List<InputError> errors) {
        super(new ProblemResponse(
                        HttpStatus.BAD_REQUEST,
                        "The body is invalid; see errors.",
                        "El cuerpo no es válido; vea errors.")
                .with("errors", List.copyOf(errors)));
    }
}

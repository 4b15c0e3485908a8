package org.parley.access.problem;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says of a body of the accounts' API that is no JSON, or not of its type, where it is wrong. */
@RestControllerAdvice(basePackages = "org.parley.access")
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class UnreadableBodyAdvice {
    @ExceptionHandler
    InvalidBodyException unreadable(HttpMessageNotReadableException failure) {
        return new InvalidBodyException(List.of(InputError.of(failure.getCause())));
    }
}

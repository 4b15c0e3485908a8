package org.parley.access.problem;

import org.springframework.web.ErrorResponseException;

/** A controller fails with a problem, which is the response. */
public class ProblemException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    public ProblemException(ProblemResponse problem) {
        super(problem.status(), problem.getBody(), null);
        getHeaders().putAll(problem.getHeaders());
    }

    /** No stack trace, because it is an expected response. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public final Throwable fillInStackTrace() {
        return this;
    }
}

package org.parley.archive.query;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A query that fails, as a problem (RFC 9457); its detail says what to do. */
public final class QueryProblemException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_AFTER_SECONDS = "1";

    private QueryProblemException(HttpStatus status, String detail, List<ParameterFault> faults) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        if (!faults.isEmpty()) {
            getBody().setProperty("errors", List.copyOf(faults));
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
            getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
    }

    /** No stack trace, because it is an expected response. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Throwable fillInStackTrace() {
        return this;
    }

    /**
     * An invalid parameter.
     *
     * @param pointer the parameter as a JSON pointer: {@code /asOf}
     * @param detail what is wrong and what is expected
     */
    public record ParameterFault(String pointer, String detail) {}

    /** 404: the resource does not exist. */
    public static QueryProblemException notFound(String detail) {
        return new QueryProblemException(HttpStatus.NOT_FOUND, detail, List.of());
    }

    /** 400: the query is invalid; with all invalid parameters. */
    public static QueryProblemException badRequest(List<ParameterFault> faults) {
        return new QueryProblemException(HttpStatus.BAD_REQUEST, "The query is invalid; see errors.", faults);
    }

    /** 400: the query is invalid because of one parameter. */
    public static QueryProblemException badRequest(String pointer, String detail) {
        return badRequest(List.of(new ParameterFault(pointer, detail)));
    }

    /** 409: the request is not possible in the current state. */
    public static QueryProblemException conflict(String detail) {
        return new QueryProblemException(HttpStatus.CONFLICT, detail, List.of());
    }

    /** 503: not available yet; the client should retry. */
    public static QueryProblemException unavailable(String detail) {
        return new QueryProblemException(HttpStatus.SERVICE_UNAVAILABLE, detail, List.of());
    }

    /** 429: this client has reached its limit. */
    public static QueryProblemException tooManyRequests(String detail) {
        return new QueryProblemException(HttpStatus.TOO_MANY_REQUESTS, detail, List.of());
    }
}

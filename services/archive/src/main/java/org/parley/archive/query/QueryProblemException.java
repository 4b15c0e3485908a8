package org.parley.archive.query;

import java.time.Duration;
import java.util.List;
import org.parley.access.problem.InputError;
import org.parley.access.problem.ProblemException;
import org.parley.access.problem.ProblemResponse;
import org.parley.domain.language.BilingualText;
import org.springframework.http.HttpStatus;

/** A query that fails, as a problem (RFC 9457); its detail says what to do. */
public final class QueryProblemException extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private QueryProblemException(ProblemResponse problem) {
        super(problem);
    }

    /** 404: the resource does not exist. */
    public static QueryProblemException notFound(String english, String spanish) {
        return new QueryProblemException(new ProblemResponse(HttpStatus.NOT_FOUND, english, spanish));
    }

    /** 400: the query is invalid; with all invalid parameters, each by a JSON pointer such as {@code /asOf}. */
    public static QueryProblemException badRequest(List<InputError> errors) {
        return new QueryProblemException(new ProblemResponse(
                        HttpStatus.BAD_REQUEST,
                        "The query is invalid; see errors.",
                        "La consulta no es válida; vea errors.")
                .with("errors", List.copyOf(errors)));
    }

    /** 400: the query is invalid because of one parameter. */
    public static QueryProblemException badRequest(String pointer, String english, String spanish) {
        return badRequest(List.of(InputError.of(pointer, english, spanish)));
    }

    /** 409: the request is not possible in the current state. */
    public static QueryProblemException conflict(String english, String spanish) {
        return new QueryProblemException(new ProblemResponse(HttpStatus.CONFLICT, english, spanish));
    }

    /** 503: not available yet; the client should retry. */
    public static QueryProblemException unavailable(String english, String spanish) {
        return unavailable(new BilingualText(english, spanish));
    }

    /** 503: not available yet; the client should retry. */
    public static QueryProblemException unavailable(BilingualText detail) {
        return new QueryProblemException(new ProblemResponse(HttpStatus.SERVICE_UNAVAILABLE, detail).retryAfter(RETRY));
    }

    /** 429: this client has reached its limit. */
    public static QueryProblemException tooManyRequests(BilingualText detail) {
        return new QueryProblemException(new ProblemResponse(HttpStatus.TOO_MANY_REQUESTS, detail).retryAfter(RETRY));
    }
}

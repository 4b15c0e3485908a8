package org.parley.archive.question;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A question that is not answered; the detail says what to do about it. */
public final class Problem extends ErrorResponseException {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_AFTER_SECONDS = "1";

    private Problem(HttpStatus status, String detail, List<Fault> faults) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        if (!faults.isEmpty()) {
            getBody().setProperty("errors", List.copyOf(faults));
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
            getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
    }

    /** Without a stack trace: it is an answer, not a failure. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Throwable fillInStackTrace() {
        return this;
    }

    /**
     * One parameter that cannot be used.
     *
     * @param pointer which, as a JSON pointer: {@code /asOf}
     * @param detail what is wrong and what is right
     */
    public record Fault(String pointer, String detail) {}

    /** What was asked for does not exist. */
    public static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, detail, List.of());
    }

    /** The question cannot be understood; all its faults. */
    public static Problem badQuestion(List<Fault> faults) {
        return new Problem(HttpStatus.BAD_REQUEST, "The question cannot be understood; see errors.", faults);
    }

    /** The question cannot be understood; its one fault. */
    public static Problem badQuestion(String pointer, String detail) {
        return badQuestion(List.of(new Fault(pointer, detail)));
    }

    /** What was asked for cannot be done as things stand. */
    public static Problem notPossible(String detail) {
        return new Problem(HttpStatus.CONFLICT, detail, List.of());
    }

    /** No answer yet; worth asking again. */
    public static Problem notYet(String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, detail, List.of());
    }

    /** This client asks for more than its share. */
    public static Problem tooMany(String detail) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, detail, List.of());
    }
}

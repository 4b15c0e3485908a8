package org.parley.archive.question;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A question that is not answered; the detail says what to do about it. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Fault> faults;

    private Problem(HttpStatus status, String detail, List<Fault> faults) {
        super(detail, null, false, false);
        this.status = status;
        this.faults = List.copyOf(faults);
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

    HttpStatus status() {
        return status;
    }

    Map<String, ?> members() {
        return faults.isEmpty() ? Map.of() : Map.of("errors", faults);
    }

    /** What is wrong. */
    String detail() {
        return String.valueOf(getMessage());
    }
}

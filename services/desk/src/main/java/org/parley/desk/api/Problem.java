package org.parley.desk.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a service refused, as it said it (RFC 9457).
 *
 * @param status the HTTP status
 * @param detail one or two sentences for whoever asked, in English
 * @param errors each fault with its place in what was sent
 * @param allowed the commands that would be possible
 * @param conflictsWith the development that a command clashes with
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Problem(
        int status,
        @Nullable String title,
        @Nullable String detail,
        @Nullable List<Fault> errors,
        @Nullable String state,
        @Nullable List<String> allowed,
        @Nullable String conflictsWith,
        @Nullable String conflictOccurred) {

    private static final int INVALID = 400;
    private static final int CONFLICT = 409;

    /** A fault and its place, as a JSON pointer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fault(String pointer, String detail) {}

    /** One of our own. */
    public static Problem of(int status, String detail) {
        return new Problem(status, null, detail, null, null, null, null, null);
    }

    /** Something that the ledger need not be asked about. */
    public static Problem invalid(String pointer, String detail) {
        return new Problem(
                INVALID,
                null,
                "Something in it is unclear.",
                List.of(new Fault(pointer, detail)),
                null,
                null,
                null,
                null);
    }

    /** Whether it was refused since its id is that of something else, which was recorded before. */
    public boolean isIdTaken(String id) {
        return status == CONFLICT && id.equalsIgnoreCase(conflictsWith);
    }

    /** A name that another matter has already. */
    public static Problem taken(String pointer, String title) {
        String detail = "there is “" + title + "” of this name already: go on with that one, or give another name";
        return new Problem(
                CONFLICT, null, "The name is taken.", List.of(new Fault(pointer, detail)), null, null, null, null);
    }

    /** The faults; empty when the whole is refused. */
    public List<Fault> faults() {
        return errors == null ? List.of() : errors;
    }

    /** What was said, in any case something. */
    public String words() {
        return detail != null ? detail : title != null ? title : "HTTP " + status;
    }
}

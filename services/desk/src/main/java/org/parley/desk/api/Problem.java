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

    /** A fault and its place, as a JSON pointer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fault(String pointer, String detail) {}

    static Problem of(int status, String detail) {
        return new Problem(status, null, detail, null, null, null, null, null);
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

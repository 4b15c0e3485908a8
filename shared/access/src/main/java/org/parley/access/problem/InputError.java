package org.parley.access.problem;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/**
 * One error of the input, as a member of a problem.
 *
 * @param pointer the position as an RFC 6901 JSON pointer; empty for the body as a whole
 * @param detail what is expected there
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InputError(String pointer, String detail) {

    public static List<InputError> unknownFields(@Nullable Map<String, Object> fields) {
        return fields == null
                ? List.of()
                : fields.keySet().stream()
                        .map(field -> new InputError(pointerTo(field), "This field is unknown."))
                        .toList();
    }

    /** Describes a parser's exception without naming Java classes. */
    public static InputError of(@Nullable Throwable cause) {
        return switch (cause) {
            case StreamReadException syntax ->
                new InputError(
                        "",
                        "Invalid JSON at line %d, column %d."
                                .formatted(
                                        syntax.getLocation().getLineNr(),
                                        syntax.getLocation().getColumnNr()));
            case JacksonException mismatch ->
                new InputError(
                        mismatch.getPath().stream()
                                .map(at -> pointerTo(
                                        at.getPropertyName() == null
                                                ? Integer.toString(at.getIndex())
                                                : at.getPropertyName()))
                                .collect(Collectors.joining()),
                        "The value has the wrong type.");
            case null, default -> new InputError("", "A JSON object is expected.");
        };
    }

    /** The JSON pointer to a field, with the field's name escaped. */
    public static String pointerTo(String field) {
        return "/" + field.replace("~", "~0").replace("/", "~1");
    }
}

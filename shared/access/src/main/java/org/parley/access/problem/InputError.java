package org.parley.access.problem;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.access.language.RequestLanguage;
import org.parley.domain.language.BilingualText;
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

    /** An error in the language of the answer to the current request. */
    public static InputError of(String pointer, String english, String spanish) {
        return of(pointer, new BilingualText(english, spanish));
    }

    /** An error in the language of the answer to the current request. */
    public static InputError of(String pointer, BilingualText detail) {
        return new InputError(pointer, detail.in(RequestLanguage.ofAnswer()));
    }

    public static List<InputError> unknownFields(@Nullable Map<String, Object> fields) {
        return fields == null
                ? List.of()
                : fields.keySet().stream()
                        .map(field -> of(pointerTo(field), "This field is unknown.", "Este campo no se conoce."))
                        .toList();
    }

    /** Describes a parser's exception without naming Java classes. */
    public static InputError of(@Nullable Throwable cause) {
        return switch (cause) {
            case StreamReadException syntax ->
                of(
                        "",
                        "Invalid JSON at line " + syntax.getLocation().getLineNr() + ", column "
                                + syntax.getLocation().getColumnNr() + ".",
                        "JSON no válido en la línea " + syntax.getLocation().getLineNr() + ", columna "
                                + syntax.getLocation().getColumnNr() + ".");
            case JacksonException mismatch ->
                of(
                        mismatch.getPath().stream()
                                .map(at -> pointerTo(
                                        at.getPropertyName() == null
                                                ? Integer.toString(at.getIndex())
                                                : at.getPropertyName()))
                                .collect(Collectors.joining()),
                        "The value has the wrong type.",
                        "El valor no es del tipo debido.");
            case null, default -> of("", "A JSON object is expected.", "Se espera un objeto JSON.");
        };
    }

    /** The JSON pointer to a field, with the field's name escaped. */
    public static String pointerTo(String field) {
        return "/" + field.replace("~", "~0").replace("/", "~1");
    }
}

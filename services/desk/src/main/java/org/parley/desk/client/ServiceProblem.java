package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.access.problem.InputError;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A problem document of a service (RFC 9457).
 *
 * @param status the HTTP status
 * @param detail one or two sentences for the user, in the language of the page
 * @param errors each fault with a JSON pointer into the request
 * @param allowed the commands that the matter's state allows
 * @param conflictsWith the id of the development that the command conflicts with
 * @param conflicts every development that would no longer be possible
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ServiceProblem(
        int status,
        @Nullable String title,
        @Nullable String detail,
        @Nullable List<InputError> errors,
        @Nullable String state,
        @Nullable List<String> allowed,
        @Nullable String conflictsWith,
        @Nullable String conflictOccurred,
        @Nullable List<Conflict> conflicts) {

    /** A development that would fall. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Conflict(String developmentId) {}

    private static final int INVALID = 400;
    private static final int CONFLICT = 409;

    /** A problem that the desk itself reports. */
    public static ServiceProblem of(int status, String detail) {
        return new ServiceProblem(status, null, detail, null, null, null, null, null, null);
    }

    /** A fault that the desk finds before it sends the command to the ledger. */
    public static ServiceProblem invalid(String pointer, String detail) {
        return new ServiceProblem(
                INVALID,
                null,
                new BilingualText("A value is ambiguous or invalid.", "Un valor es ambiguo o no es válido.").in(page()),
                List.of(new InputError(pointer, detail)),
                null,
                null,
                null,
                null,
                null);
    }

    /** The ids of the developments that would fall. */
    public List<String> fallen() {
        return conflicts == null
                ? List.of()
                : conflicts.stream().map(Conflict::developmentId).toList();
    }

    /** Whether the command was refused because its id belongs to another development, recorded before. */
    public boolean isIdTaken(String id) {
        return status == CONFLICT && id.equalsIgnoreCase(conflictsWith);
    }

    /** The name of a new matter is already used by another matter. */
    public static ServiceProblem nameTaken(String pointer, String title) {
        Language page = page();
        BilingualText detail = new BilingualText(
                page.quoted(title) + " already has this name: continue with that matter, or choose another name",
                page.quoted(title) + " ya tiene este nombre: continúe con ese asunto o elija otro nombre");
        return new ServiceProblem(
                CONFLICT,
                null,
                new BilingualText("The name is taken.", "El nombre está ocupado.").in(page),
                List.of(new InputError(pointer, detail.in(page))),
                null,
                null,
                null,
                null,
                null);
    }

    private static Language page() {
        return Language.of(LocaleContextHolder.getLocale());
    }

    /** The faults by field; empty when the problem concerns the whole command. */
    public List<InputError> faults() {
        return errors == null ? List.of() : errors;
    }

    /** The faults as lines, each with the name of its field. */
    public List<String> faultLines() {
        return faults().stream()
                .map(fault -> fault.pointer().replaceFirst("^/", "") + ": " + fault.detail())
                .toList();
    }

    /** The most specific text of the problem; never empty. */
    public String message() {
        return detail != null ? detail : title != null ? title : "HTTP " + status;
    }
}

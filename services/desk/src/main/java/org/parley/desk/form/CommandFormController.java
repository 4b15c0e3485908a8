package org.parley.desk.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ServiceUnavailableException;
import org.parley.desk.session.SavedInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of one command, reached from a matter, an entry, or the list of all commands. */
@Controller
class CommandFormController {
    /** The input with the version of the matter that the preview showed. No command has a field of this name. */
    static final String PREVIEWED_VERSION = "previewedVersion";

    private static final String DETOUR = "desk/detour";

    private final CommandFormService forms;
    private final FormPage page;
    private final FormSubmission submission;

    CommandFormController(CommandFormService forms, FormPage page, FormSubmission submission) {
        this.forms = forms;
        this.page = page;
        this.submission = submission;
    }

    @GetMapping({"/n/{n}/log/{command}", "/new"})
    String form(
            @PathVariable(required = false) @Nullable String n,
            @PathVariable(required = false) @Nullable String command,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            Model model) {
        Map<String, List<String>> savedInput = SavedInput.take(request);
        FormValues values = new FormValues(savedInput.isEmpty() ? parameters : savedInput);
        values.putIfAbsent(
                CommandFormService.AWAITED,
                Objects.requireNonNullElse(parameters.getFirst(CommandFormService.AWAITED), ""));
        model.addAttribute("kept", !savedInput.isEmpty());
        CorrectionDetour detour = forms.detour(commandOrOpening(command), values);
        if (detour != null) {
            model.addAttribute("detour", detour);
            return DETOUR;
        }
        CommandForm form = forms.form(n, commandOrOpening(command), values);
        return savedInput.isEmpty() && !form.values().any("source.0.") && !values.has("reason")
                ? page.form(form, model)
                : page.attempt(n, form, model);
    }

    @PostMapping({"/n/{n}/log/{command}", "/new"})
    String submit(
            @PathVariable(required = false) @Nullable String n,
            @PathVariable(required = false) @Nullable String command,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "preview") String act,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FormValues values = new FormValues(parameters);
        CommandForm form;
        try {
            CorrectionDetour detour = forms.detour(commandOrOpening(command), values);
            if (detour != null) {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                model.addAttribute("detour", detour);
                return DETOUR;
            }
            form = forms.form(n, commandOrOpening(command), values);
        } catch (ServiceUnavailableException failure) {
            return page.unreachable(forms.formWithoutArchive(commandOrOpening(command), values), response, model);
        }
        return submission.submit(n, form, act, request, response, model);
    }

    private static String commandOrOpening(@Nullable String command) {
        return command == null ? "OpenNegotiation" : command;
    }
}

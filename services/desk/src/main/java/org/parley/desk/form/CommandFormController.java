package org.parley.desk.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.CommandPreviewView;
import org.parley.desk.client.LedgerClient;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.ServiceUnavailableException;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.desk.session.SavedInput;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** Logs a development: choose the command, fill in the form, check the preview, confirm. */
@Controller
class CommandFormController {
    private static final int PRECONDITION_FAILED = 412;

    /** The input with the version of the matter that the preview showed. No command has a field of this name. */
    static final String PREVIEWED_VERSION = "previewedVersion";

    private final ArchiveClient archive;
    private final LedgerClient ledger;
    private final CommandFormService forms;
    private final PageMessages words;
    private final Clock clock;

    CommandFormController(
            ArchiveClient archive, LedgerClient ledger, CommandFormService forms, PageMessages words, Clock clock) {
        this.clock = clock;
        this.archive = archive;
        this.ledger = ledger;
        this.forms = forms;
        this.words = words;
    }

    @GetMapping("/n/{n}/log")
    String choose(@PathVariable String n, Model model) {
        NegotiationView state = archive.state(n, BitemporalPoint.NOW);
        model.addAttribute("state", state);
        model.addAttribute("choice", CommandChoice.of(state, words));
        return "desk/choose";
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
        model.addAttribute("kept", !savedInput.isEmpty());
        return formPage(forms.form(n, commandOrOpening(command), values), model);
    }

    @PostMapping({"/n/{n}/log/{command}", "/new"})
    String submit(
            @PathVariable(required = false) @Nullable String n,
            @PathVariable(required = false) @Nullable String command,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "preview") String act,
            HttpServletResponse response,
            Model model) {
        // Cached by this browser only, so that the Back button shows the form or preview again.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        CommandForm form;
        try {
            form = forms.form(n, commandOrOpening(command), new FormValues(parameters));
        } catch (ServiceUnavailableException failure) {
            return unreachable(
                    forms.formWithoutArchive(commandOrOpening(command), new FormValues(parameters)), response, model);
        }
        try {
            return switch (act) {
                case "preview" -> preview(n, form, model);
                case "confirm" -> confirm(n, form, response, model);
                case "together" -> together(n, form);
                case "restore" -> restore(form, response, model);
                default ->
                    act.startsWith("more.")
                            ? withMoreRows(form, act.substring("more.".length()), model)
                            : formPage(form, model);
            };
        } catch (ServiceRefusedException refusal) {
            response.setStatus(refusal.problem().status());
            return formPage(form.refused(refusal.problem()), model);
        } catch (ServiceUnavailableException failure) {
            return unreachable(form, response, model);
        }
    }

    /** The form of a draft that the browser kept; 410 if its development was recorded since. */
    private String restore(CommandForm form, HttpServletResponse response, Model model) {
        if (archive.hasDevelopment(form.developmentId())) {
            response.setStatus(HttpServletResponse.SC_GONE);
        }
        return formPage(form, model);
    }

    private String unreachable(CommandForm form, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
        model.addAttribute("unreachable", true);
        return formPage(form, model);
    }

    private String preview(@Nullable String n, CommandForm form, Model model) {
        forms.requireNew(form);
        try {
            return previewPage(form, forms.command(n, form), model);
        } catch (ServiceRefusedException refusal) {
            return renewed(n, form, refusal, model);
        }
    }

    private String previewPage(CommandForm form, ObjectNode json, Model model) {
        CommandPreviewView forecast = ledger.dryRun(json);
        DetailFormatter detail = new DetailFormatter(words, names(form), titles(form));
        model.addAttribute("form", form);
        model.addAttribute("forecast", forecast);
        model.addAttribute("stateChange", StateChange.of(forecast, detail, words));
        return "desk/preview";
    }

    /**
     * Continues with a form that was changed after it was recorded, in another tab or after Back: it is a new
     * development with a new id. The editor sees a preview before it is recorded.
     */
    private String renewed(@Nullable String n, CommandForm form, ServiceRefusedException refusal, Model model) {
        String before = form.developmentId();
        if (!refusal.problem().isIdTaken(before)) {
            throw refusal;
        }
        forms.assignNewId(form);
        model.addAttribute("recordedBefore", before);
        return previewPage(form, forms.command(n, form), model);
    }

    private String confirm(@Nullable String n, CommandForm form, HttpServletResponse response, Model model) {
        forms.requireNew(form);
        FormValues values = form.values();
        ObjectNode json = forms.command(n, form);
        try {
            String id = ledger.record(
                    json, values.has(PREVIEWED_VERSION) ? Long.valueOf(values.get(PREVIEWED_VERSION)) : null);
            String negotiation = json.path("negotiation").asString();
            return "redirect:" + PageLinks.of(negotiation).to("entries/" + id, "recorded", true);
        } catch (ServiceRefusedException refusal) {
            if (refusal.problem().status() != PRECONDITION_FAILED) {
                return renewed(n, form, refusal, model);
            }
            // The matter has changed since the preview: show a new preview.
            response.setStatus(PRECONDITION_FAILED);
            model.addAttribute("overtaken", true);
            return previewPage(form, json, model);
        }
    }

    /** Retracts a development together with those that would fall with it. */
    private String together(@Nullable String n, CommandForm form) {
        ObjectNode json = forms.command(n, form);
        ledger.together(JointRetraction.commands(form, json));
        return "redirect:"
                + PageLinks.of(json.path("negotiation").asString())
                        .to("entries/" + form.developmentId(), "recorded", true);
    }

    private String withMoreRows(CommandForm form, String rows, Model model) {
        int rowCount = rows.equals("source")
                ? form.sourceRows().size()
                : form.actorRows(rows).size();
        form.values().put("rows." + rows, Integer.toString(rowCount + 1));
        return formPage(form, model);
    }

    private String formPage(CommandForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("how", DateInput.HOW);
        model.addAttribute(
                "replacements", form.isCorrection() ? CommandFormService.replacements(form.kind()) : List.of());
        if (form.matter() != null) {
            // The form shows what colleagues log in the same matter meanwhile.
            model.addAttribute(
                    "watched",
                    "&kind=" + form.kind() + "&matter=" + form.matter().matter());
        }
        ServiceProblem problem = form.problem();
        model.addAttribute("allFaults", form.allFaults());
        model.addAttribute("refusal", problem);
        model.addAttribute(
                "together", problem == null ? List.of() : JointRetraction.offer(form, problem, archive, clock));
        return "desk/form";
    }

    private static Map<String, String> names(CommandForm form) {
        return form.parties().stream()
                .collect(java.util.stream.Collectors.toMap(
                        NegotiationView.Party::party, NegotiationView.Party::name, (one, other) -> one));
    }

    private static Map<String, String> titles(CommandForm form) {
        return form.matters().stream()
                .collect(java.util.stream.Collectors.toMap(
                        NegotiationView.Matter::reference, NegotiationView.Matter::title, (one, other) -> one));
    }

    private static String commandOrOpening(@Nullable String command) {
        return command == null ? "OpenNegotiation" : command;
    }
}

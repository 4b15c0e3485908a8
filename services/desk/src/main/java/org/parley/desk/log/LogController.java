package org.parley.desk.log;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.api.Archive;
import org.parley.desk.api.Forecast;
import org.parley.desk.api.Ledger;
import org.parley.desk.api.Moment;
import org.parley.desk.api.NegotiationState;
import org.parley.desk.api.Problem;
import org.parley.desk.api.Refused;
import org.parley.desk.api.Unreachable;
import org.parley.desk.page.Detail;
import org.parley.desk.page.Here;
import org.parley.desk.page.Words;
import org.parley.desk.session.Typed;
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
class LogController {
    private static final int PRECONDITION_FAILED = 412;

    private final Archive archive;
    private final Ledger ledger;
    private final FormDesk forms;
    private final Words words;

    LogController(Archive archive, Ledger ledger, FormDesk forms, Words words) {
        this.archive = archive;
        this.ledger = ledger;
        this.forms = forms;
        this.words = words;
    }

    @GetMapping("/n/{n}/log")
    String choose(@PathVariable String n, Model model) {
        NegotiationState state = archive.state(n, Moment.NOW);
        model.addAttribute("state", state);
        model.addAttribute("choice", Choice.of(state));
        return "desk/choose";
    }

    @GetMapping({"/n/{n}/log/{command}", "/new"})
    String form(
            @PathVariable(required = false) @Nullable String n,
            @PathVariable(required = false) @Nullable String command,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            Model model) {
        Map<String, List<String>> savedInput = Typed.take(request);
        Values values = new Values(savedInput.isEmpty() ? parameters : savedInput);
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
        LogForm form;
        try {
            form = forms.form(n, commandOrOpening(command), new Values(parameters));
        } catch (Unreachable failure) {
            return unreachable(forms.blind(commandOrOpening(command), new Values(parameters)), response, model);
        }
        try {
            return switch (act) {
                case "preview" -> preview(n, form, model);
                case "confirm" -> confirm(n, form, response, model);
                default ->
                    act.startsWith("more.")
                            ? withMoreRows(form, act.substring("more.".length()), model)
                            : formPage(form, model);
            };
        } catch (Refused refusal) {
            response.setStatus(refusal.problem().status());
            return formPage(form.refused(refusal.problem()), model);
        } catch (Unreachable failure) {
            return unreachable(form, response, model);
        }
    }

    private String unreachable(LogForm form, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
        model.addAttribute("unreachable", true);
        return formPage(form, model);
    }

    private String preview(@Nullable String n, LogForm form, Model model) {
        forms.requireNew(form);
        try {
            return previewPage(form, forms.command(n, form), model);
        } catch (Refused refusal) {
            return renewed(n, form, refusal, model);
        }
    }

    private String previewPage(LogForm form, ObjectNode json, Model model) {
        Forecast forecast = ledger.attempt(json);
        Detail detail = new Detail(words, names(form));
        model.addAttribute("form", form);
        model.addAttribute("forecast", forecast);
        model.addAttribute("stateChange", StateChange.of(forecast, detail, words));
        return "desk/preview";
    }

    /**
     * Continues with a form that was changed after it was recorded, in another tab or after Back: it is a new
     * development with a new id. The editor sees a preview before it is recorded.
     */
    private String renewed(@Nullable String n, LogForm form, Refused refusal, Model model) {
        String before = form.developmentId();
        if (!refusal.problem().isIdTaken(before)) {
            throw refusal;
        }
        forms.renew(form);
        model.addAttribute("recordedBefore", before);
        return previewPage(form, forms.command(n, form), model);
    }

    private String confirm(@Nullable String n, LogForm form, HttpServletResponse response, Model model) {
        forms.requireNew(form);
        Values values = form.values();
        ObjectNode json = forms.command(n, form);
        try {
            String id = ledger.record(json, values.has("version") ? Long.valueOf(values.get("version")) : null);
            String negotiation = json.path("negotiation").asString();
            return "redirect:" + Here.of(negotiation).to("entries/" + id, "recorded", true);
        } catch (Refused refusal) {
            if (refusal.problem().status() != PRECONDITION_FAILED) {
                return renewed(n, form, refusal, model);
            }
            // The matter has changed since the preview: show a new preview.
            response.setStatus(PRECONDITION_FAILED);
            model.addAttribute("overtaken", true);
            return previewPage(form, json, model);
        }
    }

    private String withMoreRows(LogForm form, String rows, Model model) {
        int rowCount = rows.equals("source")
                ? form.sourceRows().size()
                : form.actorRows(rows).size();
        form.values().put("rows." + rows, Integer.toString(rowCount + 1));
        return formPage(form, model);
    }

    private String formPage(LogForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("how", DateInput.HOW);
        model.addAttribute("replacements", form.isCorrection() ? FormDesk.replacements(form.kind()) : List.of());
        if (form.matter() != null) {
            // The form shows what colleagues log in the same matter meanwhile.
            model.addAttribute(
                    "watched",
                    "&kind=" + form.kind() + "&matter=" + form.matter().matter());
        }
        Problem problem = form.problem();
        model.addAttribute("allFaults", form.allFaults());
        model.addAttribute("refusal", problem);
        return "desk/form";
    }

    private static Map<String, String> names(LogForm form) {
        return form.parties().stream()
                .collect(java.util.stream.Collectors.toMap(
                        NegotiationState.Party::party, NegotiationState.Party::name, (one, other) -> one));
    }

    private static String commandOrOpening(@Nullable String command) {
        return command == null ? "OpenNegotiation" : command;
    }
}

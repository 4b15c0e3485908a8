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

/** Logs a development: choose what happened, fill the form in, look at what it would do, confirm. */
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
        Map<String, List<String>> kept = Typed.take(request);
        Values values = new Values(kept.isEmpty() ? parameters : kept);
        model.addAttribute("kept", !kept.isEmpty());
        return shown(forms.form(n, named(command), values), model);
    }

    @PostMapping({"/n/{n}/log/{command}", "/new"})
    String act(
            @PathVariable(required = false) @Nullable String n,
            @PathVariable(required = false) @Nullable String command,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "preview") String act,
            HttpServletResponse response,
            Model model) {
        // Kept by this browser alone: whoever goes back finds the form or the preview again.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        LogForm form;
        try {
            form = forms.form(n, named(command), new Values(parameters));
        } catch (Unreachable failure) {
            return unreachable(forms.blind(named(command), new Values(parameters)), response, model);
        }
        try {
            return switch (act) {
                case "preview" -> preview(n, form, model);
                case "confirm" -> confirm(n, form, response, model);
                default ->
                    act.startsWith("more.") ? more(form, act.substring("more.".length()), model) : shown(form, model);
            };
        } catch (Refused refusal) {
            response.setStatus(refusal.problem().status());
            return shown(form.refused(refusal.problem()), model);
        } catch (Unreachable failure) {
            return unreachable(form, response, model);
        }
    }

    private String unreachable(LogForm form, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
        model.addAttribute("unreachable", true);
        return shown(form, model);
    }

    private String preview(@Nullable String n, LogForm form, Model model) {
        forms.requireNew(form);
        try {
            return previewed(form, forms.command(n, form), model);
        } catch (Refused refusal) {
            return renewed(n, form, refusal, model);
        }
    }

    private String previewed(LogForm form, ObjectNode json, Model model) {
        Forecast forecast = ledger.attempt(json);
        Detail detail = new Detail(words, names(form));
        model.addAttribute("form", form);
        model.addAttribute("forecast", forecast);
        model.addAttribute("stateChange", StateChange.of(forecast, detail, words));
        return "desk/preview";
    }

    /**
     * Goes on with what was changed after it was recorded, in another tab or after going back: it is another development
     * now, and gets an id for itself. Nothing is recorded before the editor has seen that.
     */
    private String renewed(@Nullable String n, LogForm form, Refused refusal, Model model) {
        String before = form.developmentId();
        if (!refusal.problem().isIdTaken(before)) {
            throw refusal;
        }
        forms.renew(form);
        model.addAttribute("recordedBefore", before);
        return previewed(form, forms.command(n, form), model);
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
            // Somebody else logged something in the same matter since the preview: look again.
            response.setStatus(PRECONDITION_FAILED);
            model.addAttribute("overtaken", true);
            return previewed(form, json, model);
        }
    }

    private String more(LogForm form, String rows, Model model) {
        int shown = rows.equals("source")
                ? form.sourceRows().size()
                : form.actorRows(rows).size();
        form.values().put("rows." + rows, Integer.toString(shown + 1));
        return shown(form, model);
    }

    private String shown(LogForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("how", DateInput.HOW);
        model.addAttribute("replacements", form.isCorrection() ? FormDesk.replacements(form.kind()) : List.of());
        if (form.matter() != null) {
            // What colleagues log in this very matter meanwhile is told on the form.
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

    private static String named(@Nullable String command) {
        return command == null ? "OpenNegotiation" : command;
    }
}

package org.parley.desk.log;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.ServiceUnavailableException;
import org.parley.desk.form.CommandForm;
import org.parley.desk.form.CommandFormService;
import org.parley.desk.form.DateInput;
import org.parley.desk.form.FormPage;
import org.parley.desk.form.FormSubmission;
import org.parley.desk.form.FormValues;
import org.parley.desk.page.PageMessages;
import org.parley.desk.proposal.Proposal;
import org.parley.desk.proposal.Proposer;
import org.parley.desk.proposal.RecentNames;
import org.parley.desk.session.SavedInput;
import org.parley.desk.written.WebAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logs a development from one box: what happened, the form proposed from it, its preview, and Record on one page. */
@Controller
class LogController {
    private static final String WHAT = "what";
    private static final String NEW = "-";

    private final ArchiveClient archive;
    private final RecentNames names;
    private final CommandFormService forms;
    private final FormPage page;
    private final FormSubmission submission;
    private final PageMessages words;
    private final Clock clock;

    LogController(
            ArchiveClient archive,
            RecentNames names,
            CommandFormService forms,
            FormPage page,
            FormSubmission submission,
            PageMessages words,
            Clock clock) {
        this.archive = archive;
        this.names = names;
        this.forms = forms;
        this.page = page;
        this.submission = submission;
        this.words = words;
        this.clock = clock;
    }

    /** The empty box, or the form proposed for a text in the address. */
    @GetMapping("/n/{n}/log")
    String box(
            @PathVariable String n,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            Model model) {
        Map<String, List<String>> saved = SavedInput.take(request);
        FormValues values = new FormValues(saved.isEmpty() ? parameters : saved);
        String awaited = parameters.getFirst(CommandFormService.AWAITED);
        NegotiationView state = archive.state(n, BitemporalPoint.NOW, awaited);
        model.addAttribute("kept", !saved.isEmpty());
        if (values.has(WHAT)) {
            // What the address says comes before a draft.
            model.addAttribute("fromAddress", true);
        }
        return saved.isEmpty() || !values.has(CommandFormService.ID)
                ? proposed(n, state, values, model)
                : page.attempt(n, chosen(state, values, model), model);
    }

    @PostMapping("/n/{n}/log")
    String submit(
            @PathVariable String n,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "propose") String act,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FormValues values = new FormValues(parameters);
        NegotiationView state;
        try {
            state = archive.state(n, BitemporalPoint.NOW);
        } catch (ServiceUnavailableException failure) {
            if (!values.has(BoxInput.COMMAND)) {
                throw failure;
            }
            model.addAttribute("box", LogBox.unread(values.get(WHAT)));
            return page.unreachable(forms.formWithoutArchive(values.get(BoxInput.COMMAND), values), response, model);
        }
        if (act.equals("propose") || !values.has(BoxInput.COMMAND)) {
            return proposed(n, state, values, model);
        }
        if (act.startsWith("about.")) {
            values.put(BoxInput.ABOUT, about(act.substring("about.".length()), values.get(WHAT)));
        }
        return submission.submit(
                n, chosen(state, values, model), act.startsWith("about.") ? "edit" : act, request, response, model);
    }

    /** The form that the text proposes; the empty box when there is no text, or nothing known in it. */
    private String proposed(String n, NegotiationView state, FormValues values, Model model) {
        Proposal proposal = proposal(state, values);
        if (proposal == null || proposal.first().isEmpty() && proposal.address() == null) {
            model.addAttribute("box", proposal == null ? LogBox.EMPTY : LogBox.of(proposal, values.get(WHAT)));
            return empty(state, model);
        }
        FormValues filled = BoxInput.start(proposal, state, values);
        if (!filled.has(BoxInput.COMMAND)) {
            model.addAttribute("box", LogBox.of(proposal, values.get(WHAT)));
            return empty(state, model);
        }
        CommandForm form = forms.form(state, filled.get(BoxInput.COMMAND), filled);
        if (values.has(CommandFormService.ID)) {
            form.values().put(CommandFormService.ID, values.get(CommandFormService.ID));
        }
        new ProposedInput(proposal, form, publisher(n, proposal)).fill();
        model.addAttribute("box", LogBox.of(proposal, form, state));
        return page.attempt(n, form, model);
    }

    private String empty(NegotiationView state, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("choice", CommandChoice.of(state, words));
        return "desk/log";
    }

    /** The form with the command and the matter that the editor chose. */
    private CommandForm chosen(NegotiationView state, FormValues values, Model model) {
        Proposal proposal = proposal(state, values);
        BoxInput.resolve(proposal, state, values);
        CommandForm form = forms.form(state, values.get(BoxInput.COMMAND), values);
        model.addAttribute(
                "box",
                proposal == null
                        ? LogBox.unread(values.get(WHAT)).with(form, state)
                        : LogBox.of(proposal, form, state));
        return form;
    }

    private String publisher(String negotiation, Proposal proposal) {
        WebAddress address = proposal.address();
        return address == null ? "" : names.of(negotiation).publisher(address);
    }

    /** The matter of a button: its address, or for a new one the beginning of the sentence as its title. */
    private static String about(String chosen, String what) {
        return chosen.equals(NEW) ? ProposedInput.title(WebAddress.without(what)) : chosen;
    }

    private @Nullable Proposal proposal(NegotiationView state, FormValues values) {
        return values.has(WHAT)
                ? new Proposer(state, names.of(state.negotiation()).persons())
                        .propose(values.get(WHAT), ZonedDateTime.now(clock.withZone(DateInput.zone(values))))
                : null;
    }
}

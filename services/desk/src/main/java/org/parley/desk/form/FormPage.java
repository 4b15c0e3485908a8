package org.parley.desk.form;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.LedgerClient;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.page.PageMessages;
import org.parley.desk.written.WebAddress;
import org.parley.desk.written.WrittenDate;
import org.parley.desk.written.ZoneChoice;
import org.springframework.ui.Model;
import tools.jackson.databind.node.ObjectNode;

/** The page of a form with its preview beside it. */
public final class FormPage {
    private static final String VIEW = "desk/form";

    private final ArchiveClient archive;
    private final LedgerClient ledger;
    private final CommandFormService forms;
    private final PageMessages words;
    private final Clock clock;

    FormPage(ArchiveClient archive, LedgerClient ledger, CommandFormService forms, PageMessages words, Clock clock) {
        this.archive = archive;
        this.ledger = ledger;
        this.forms = forms;
        this.words = words;
        this.clock = clock;
    }

    /** The form without a preview. */
    public String form(CommandForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("how", DateInput.HOW);
        model.addAttribute("zones", ZoneChoice.of(DateInput.zone(form.values()), clock.instant()));
        model.addAttribute("dates", dates(form));
        model.addAttribute("addresses", addresses(form));
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
        return VIEW;
    }

    /**
     * The form with what it would record beside it.
     *
     * @throws ServiceRefusedException when the ledger refuses it
     */
    String preview(CommandForm form, ObjectNode command, Model model) {
        model.addAttribute("see", FormPreview.of(form, command, ledger.dryRun(command), words, clock));
        return form(form, model);
    }

    /** The form with its preview, or with what is still missing. */
    public String attempt(@Nullable String negotiation, CommandForm form, Model model) {
        try {
            forms.requireNew(form);
            return preview(form, forms.command(negotiation, form), model);
        } catch (ServiceRefusedException refusal) {
            CommandForm refused = form.refused(refusal.problem());
            model.addAttribute("missing", refused.allFaults());
            model.addAttribute("missingMessage", refusal.problem().message());
            return form(form, model);
        }
    }

    /** The form after a refusal, with the reasons at its fields. */
    String refused(CommandForm form, ServiceProblem problem, HttpServletResponse response, Model model) {
        response.setStatus(problem.status());
        return form(form.refused(problem), model);
    }

    /** The form while a service does not respond; it keeps its input. */
    public String unreachable(CommandForm form, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
        model.addAttribute("unreachable", true);
        return form(form, model);
    }

    /** What the written dates of a form mean, by field. */
    private Map<String, WrittenDate> dates(CommandForm form) {
        Map<String, WrittenDate> dates = new LinkedHashMap<>();
        form.values().all().keySet().stream()
                .filter(name -> name.endsWith(".written") && form.values().has(name))
                .map(name -> name.substring(0, name.length() - ".written".length()))
                .forEach(name -> dates.put(name, DateInput.reading(form.values(), name, clock)));
        return dates;
    }

    /** The addresses of sources that are long or follow readers about, by their input. */
    private static Map<String, WebAddress> addresses(CommandForm form) {
        Map<String, WebAddress> addresses = new LinkedHashMap<>();
        form.values().all().keySet().stream()
                .filter(name -> name.startsWith("source.")
                        && name.endsWith(".url")
                        && form.values().has(name))
                .forEach(name -> addresses.put(name, WebAddress.of(form.values().get(name))));
        return addresses;
    }
}

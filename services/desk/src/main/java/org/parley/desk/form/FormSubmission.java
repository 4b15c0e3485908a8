package org.parley.desk.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.LedgerClient;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.ServiceUnavailableException;
import org.parley.desk.page.PageLinks;
import org.parley.desk.session.LocalPaths;
import org.parley.desk.session.SavedInput;
import org.parley.desk.written.WebAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import tools.jackson.databind.node.ObjectNode;

/** What the buttons of a form do: see a preview, record, add rows, and small helps with an input. */
public final class FormSubmission {
    private static final int PRECONDITION_FAILED = 412;

    /** The input with the name of the content that the preview showed. */
    private static final String PREVIEWED = "previewed";

    /** The input with the path to return to after a party is admitted. */
    private static final String BACK = "back";

    private final ArchiveClient archive;
    private final LedgerClient ledger;
    private final CommandFormService forms;
    private final FormPage page;

    FormSubmission(ArchiveClient archive, LedgerClient ledger, CommandFormService forms, FormPage page) {
        this.archive = archive;
        this.ledger = ledger;
        this.forms = forms;
        this.page = page;
    }

    /**
     * Answers a submitted form.
     *
     * @param act the value of the button; {@code live} for a preview while the editor types
     */
    public String submit(
            @Nullable String n,
            CommandForm form,
            String act,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        // Cached by this browser only, so that the Back button shows the form or preview again.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        try {
            return switch (act) {
                case "preview" -> preview(n, form, model);
                case "live", "edit" -> page.attempt(n, form, model);
                case "confirm" -> confirm(n, form, response, model);
                case "together" -> together(n, form);
                case "restore" -> restore(n, form, response, model);
                default -> helped(n, form, act, request, model);
            };
        } catch (ServiceRefusedException refusal) {
            return page.refused(form, refusal.problem(), response, model);
        } catch (ServiceUnavailableException failure) {
            return page.unreachable(form, response, model);
        }
    }

    /** The form after a button that adds a row, chooses a meaning, cleans an address, or admits a party. */
    private String helped(@Nullable String n, CommandForm form, String act, HttpServletRequest request, Model model) {
        String[] parts = act.split("\\.", 2);
        String rest = parts.length == 2 ? parts[1] : "";
        FormValues values = form.values();
        switch (parts[0]) {
            case "more" -> {
                int count = rest.equals("source")
                        ? form.sourceRows().size()
                        : form.actorRows(rest).size();
                values.put("rows." + rest, Integer.toString(count + 1));
            }
            case "date" -> {
                int equals = rest.indexOf('=');
                if (equals > 0) {
                    DateInput.write(values, rest.substring(0, equals), rest.substring(equals + 1));
                }
            }
            case "clean" -> values.put(rest, WebAddress.of(values.get(rest)).clean());
            case "admit" -> {
                SavedInput.save(request, request.getRequestURI(), values.all());
                return "redirect:"
                        + PageLinks.of(n == null ? "" : n)
                                .now("log/AdmitParty", "name", values.get(rest), BACK, request.getRequestURI());
            }
            default -> {}
        }
        return page.attempt(n, form, model);
    }

    /** The form of a draft that the browser kept; 410 if its development was recorded since. */
    private String restore(@Nullable String n, CommandForm form, HttpServletResponse response, Model model) {
        if (archive.hasDevelopment(form.developmentId())) {
            response.setStatus(HttpServletResponse.SC_GONE);
        }
        return page.attempt(n, form, model);
    }

    private String preview(@Nullable String n, CommandForm form, Model model) {
        forms.requireNew(form);
        try {
            return page.preview(form, forms.command(n, form), model);
        } catch (ServiceRefusedException refusal) {
            return renewed(n, form, refusal, model);
        }
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
        return page.preview(form, forms.command(n, form), model);
    }

    /** Records what the preview showed; a form that was changed since is shown with its new preview instead. */
    private String confirm(@Nullable String n, CommandForm form, HttpServletResponse response, Model model) {
        forms.requireNew(form);
        FormValues values = form.values();
        ObjectNode json = forms.command(n, form);
        if (!values.get(PREVIEWED).equals(FormPreview.content(json))) {
            model.addAttribute("changed", true);
            return preview(n, form, model);
        }
        String version = values.get(CommandFormController.PREVIEWED_VERSION);
        try {
            String id = ledger.record(json, version.matches("\\d{1,18}") ? Long.valueOf(version) : null);
            return "redirect:" + recorded(json.path("negotiation").asString(), id, values);
        } catch (ServiceRefusedException refusal) {
            if (refusal.problem().status() != PRECONDITION_FAILED) {
                return renewed(n, form, refusal, model);
            }
            // The matter has changed since the preview: show a new preview.
            response.setStatus(PRECONDITION_FAILED);
            model.addAttribute("overtaken", true);
            return page.preview(form, json, model);
        }
    }

    /** The page of what was recorded, or the form from which a party was admitted. */
    private static String recorded(String negotiation, String id, FormValues values) {
        String back = values.get(BACK);
        return LocalPaths.isOwn(back)
                ? PageLinks.address(back, Map.of(CommandFormService.AWAITED, id))
                : PageLinks.of(negotiation).to("entries/" + id, "recorded", true);
    }

    /** Retracts a development together with those that would fall with it. */
    private String together(@Nullable String n, CommandForm form) {
        ObjectNode json = forms.command(n, form);
        ledger.together(JointRetraction.commands(form, json));
        return "redirect:"
                + PageLinks.of(json.path("negotiation").asString())
                        .to("entries/" + form.developmentId(), "recorded", true);
    }
}

package org.parley.desk.operations;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.LedgerClient;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.RefusalFlash;
import org.parley.desk.session.SessionValidationFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operations pages of a chief: state of the projections, rebuilds, stopped negotiations, and accounts. */
@Controller
class OperationsController {
    private static final String ACCOUNTS = "redirect:/chief/accounts";
    private static final String PROJECTIONS = "redirect:/chief/projections";

    private final ArchiveClient archive;
    private final LedgerClient ledger;
    private final PageMessages words;

    OperationsController(ArchiveClient archive, LedgerClient ledger, PageMessages words) {
        this.archive = archive;
        this.ledger = ledger;
        this.words = words;
    }

    @GetMapping("/chief/projections")
    String projections(Model model) {
        List<ProjectionView> projections =
                archive.projections().valueStream().map(ProjectionView::of).toList();
        model.addAttribute("projections", projections);
        model.addAttribute("busy", projections.stream().anyMatch(ProjectionView::isBusy));
        model.addAttribute("health", ComponentHealth.of(ledger, archive));
        return "desk/projections";
    }

    @PostMapping("/chief/projections/{name}/rebuild")
    String rebuild(@PathVariable String name, @RequestParam(defaultValue = "false") boolean accept) {
        archive.rebuild(name, accept);
        return PROJECTIONS;
    }

    @PostMapping("/chief/projections/{name}/cancel")
    String cancel(@PathVariable String name) {
        archive.cancelRebuild(name);
        return PROJECTIONS;
    }

    @PostMapping("/chief/projections/{name}/drop")
    String drop(@PathVariable String name, @RequestParam long build) {
        archive.dropBuild(name, build);
        return PROJECTIONS;
    }

    @PostMapping("/chief/projections/{name}/retry")
    String retry(@PathVariable String name, @RequestParam String negotiation) {
        archive.retry(name, negotiation);
        return PROJECTIONS;
    }

    @GetMapping("/chief/accounts")
    String accounts(Model model) {
        model.addAttribute(
                "accounts", ledger.accounts().valueStream().map(AccountView::of).toList());
        return "desk/accounts";
    }

    @PostMapping("/chief/accounts")
    String create(
            @RequestParam String name,
            @RequestParam String role,
            @RequestParam String password,
            RedirectAttributes redirect) {
        return runAndReport(
                ACCOUNTS, redirect, "accounts.created", name, () -> ledger.createAccount(name, role, password));
    }

    @PostMapping("/chief/accounts/{name}/enabled")
    String enable(@PathVariable String name, @RequestParam boolean enabled, RedirectAttributes redirect) {
        String messageKey = enabled ? "accounts.opened" : "accounts.closed";
        return runAndReport(ACCOUNTS, redirect, messageKey, name, () -> ledger.setEnabled(name, enabled));
    }

    @PostMapping("/chief/accounts/{name}/password")
    String password(
            @PathVariable String name,
            @RequestParam String password,
            @RequestParam(defaultValue = "false") boolean revokeTokens,
            RedirectAttributes redirect) {
        return runAndReport(
                ACCOUNTS,
                redirect,
                "accounts.password",
                name,
                () -> ledger.changePassword(name, null, password, revokeTokens));
    }

    @GetMapping("/account")
    String own() {
        return "desk/account";
    }

    @PostMapping("/account")
    String ownPassword(
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam(defaultValue = "false") boolean revokeTokens,
            HttpSession session,
            RedirectAttributes redirect) {
        String name = ParleyPrincipal.current().name();
        return runAndReport("redirect:/account", redirect, "account.password", name, () -> {
            ledger.changePassword(name, current, password, revokeTokens);
            SessionValidationFilter.renew(session);
        });
    }

    private String runAndReport(
            String back, RedirectAttributes redirect, String messageKey, String name, Runnable action) {
        try {
            action.run();
            redirect.addFlashAttribute("done", words.of(messageKey, name));
        } catch (ServiceRefusedException refusal) {
            RefusalFlash.add(refusal, redirect);
            redirect.addFlashAttribute("name", name);
        }
        return back;
    }
}

package org.parley.desk.token;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.identity.Scope;
import org.parley.desk.client.LedgerClient;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.RefusalFlash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists, creates and revokes the user's API tokens. A chief sees the tokens of all accounts. */
@Controller
class TokenController {
    private static final String TOKENS = "redirect:/account/tokens";

    /** The validity of a token in days, by the value of the form. */
    private static final Map<String, Integer> DAYS = Map.of("month", 30, "quarter", 90, "year", 365);

    private final LedgerClient ledger;
    private final PageMessages words;

    TokenController(LedgerClient ledger, PageMessages words) {
        this.ledger = ledger;
        this.words = words;
    }

    @GetMapping("/account/tokens")
    String tokens(Model model) {
        ParleyPrincipal person = ParleyPrincipal.current();
        model.addAttribute(
                "tokens", ledger.tokens().valueStream().map(TokenView::of).toList());
        model.addAttribute("canMake", person.hasAccount());
        model.addAttribute("scopes", scopes(person));
        return "desk/tokens";
    }

    @PostMapping("/account/tokens")
    String make(
            @RequestParam String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam String lasts,
            RedirectAttributes redirect) {
        try {
            Integer days = DAYS.get(lasts);
            String secret = ledger.createToken(name, scopes, days == null ? null : today().plusDays(days));
            redirect.addFlashAttribute("done", words.of("tokens.made", name));
            redirect.addFlashAttribute("secret", secret);
        } catch (ServiceRefusedException refusal) {
            RefusalFlash.add(refusal, redirect);
            redirect.addFlashAttribute("name", name);
        }
        return TOKENS;
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revoke(@PathVariable String id, @RequestParam String name, RedirectAttributes redirect) {
        try {
            ledger.revokeToken(id);
            redirect.addFlashAttribute("done", words.of("tokens.revoked", name));
        } catch (ServiceRefusedException refusal) {
            RefusalFlash.add(refusal, redirect);
        }
        return TOKENS;
    }

    /** The scopes that this user's tokens may have. */
    private static List<String> scopes(ParleyPrincipal person) {
        return java.util.stream.Stream.of(Scope.values())
                .filter(scope -> scope != Scope.RECORD || person.hasRole(Role.EDITOR))
                .filter(scope -> scope != Scope.OPERATE || person.hasRole(Role.CHIEF))
                .map(Scope::value)
                .toList();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}

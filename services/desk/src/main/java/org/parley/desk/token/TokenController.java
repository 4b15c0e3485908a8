package org.parley.desk.token;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.parley.access.Role;
import org.parley.access.Scope;
import org.parley.access.SignedIn;
import org.parley.desk.api.Ledger;
import org.parley.desk.api.Problem;
import org.parley.desk.api.Refused;
import org.parley.desk.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own tokens for programs: makes, lists and revokes them. A chief sees everybody's. */
@Controller
class TokenController {
    private static final String TOKENS = "redirect:/account/tokens";

    /** How long a token may be good for; the words of the form, and days. */
    private static final Map<String, Integer> DAYS = Map.of("month", 30, "quarter", 90, "year", 365);

    private final Ledger ledger;
    private final Words words;

    TokenController(Ledger ledger, Words words) {
        this.ledger = ledger;
        this.words = words;
    }

    @GetMapping("/account/tokens")
    String tokens(Model model) {
        SignedIn person = SignedIn.current();
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
            RedirectAttributes told) {
        try {
            Integer days = DAYS.get(lasts);
            String secret = ledger.makeToken(name, scopes, days == null ? null : today().plusDays(days));
            told.addFlashAttribute("done", words.of("tokens.made", name));
            told.addFlashAttribute("secret", secret);
        } catch (Refused refusal) {
            refused(refusal, told);
            told.addFlashAttribute("name", name);
        }
        return TOKENS;
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revoke(@PathVariable String id, @RequestParam String name, RedirectAttributes told) {
        try {
            ledger.revokeToken(id);
            told.addFlashAttribute("done", words.of("tokens.revoked", name));
        } catch (Refused refusal) {
            refused(refusal, told);
        }
        return TOKENS;
    }

    /** What this person's tokens may be for. */
    private static List<String> scopes(SignedIn person) {
        return java.util.stream.Stream.of(Scope.values())
                .filter(scope -> scope != Scope.RECORD || person.may(Role.EDITOR))
                .filter(scope -> scope != Scope.OPERATE || person.may(Role.CHIEF))
                .map(Scope::word)
                .toList();
    }

    private static void refused(Refused refusal, RedirectAttributes told) {
        Problem problem = refusal.problem();
        told.addFlashAttribute("refusal", problem.words());
        told.addFlashAttribute(
                "faults",
                problem.faults().stream()
                        .map(fault -> fault.pointer().replaceFirst("^/", "") + ": " + fault.detail())
                        .toList());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}

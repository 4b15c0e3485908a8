package org.parley.desk.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.oidc.OidcSignIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The sign-in page, which is also shown when a page requires another role. */
@Controller
class SignInController {
    /** The target for forwarded requests; a POST to {@code /sign-in} itself would be taken for a sign-in. */
    static final String FORM = "/sign-in/form";

    private final OidcSignIn oidc;

    SignInController(OidcSignIn oidc) {
        this.oidc = oidc;
    }

    @RequestMapping({"/sign-in", FORM})
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object needs = request.getAttribute(PageAccessDeniedHandler.REQUIRED_ROLE);
        if (needs != null
                || request.getAttribute(SignInEntryPoint.SAVED_INPUT) != null && response.getStatus() == 200) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
        model.addAttribute("needs", needs);
        model.addAttribute(
                "who", ParleyPrincipal.findCurrent().map(ParleyPrincipal::name).orElse(""));
        model.addAttribute("failure", request.getAttribute(SignInFailureHandler.FAILURE));
        model.addAttribute("detail", request.getAttribute(SignInFailureHandler.DETAIL));
        model.addAttribute("local", oidc.isPasswordSignInEnabled());
        model.addAttribute("typed", request.getAttribute(SignInEntryPoint.SAVED_INPUT));
        model.addAttribute("out", request.getParameter("out") != null);
        String to = request.getParameter("to");
        model.addAttribute("to", to != null && LocalPaths.isOwn(to) ? to : "");
        if (oidc.isOffered()) {
            model.addAttribute("provider", oidc.providerName());
            model.addAttribute("start", OidcLogin.START);
            if (request.getAttribute(SignInEntryPoint.SAVED_INPUT) instanceof SavedInput typed) {
                SignInSuccessHandler.savePendingInput(request.getSession(), typed);
            }
        }
        model.addAttribute("name", Objects.requireNonNullElse(request.getParameter("name"), ""));
        return "desk/sign-in";
    }
}

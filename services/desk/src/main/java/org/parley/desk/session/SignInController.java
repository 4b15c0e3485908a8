package org.parley.desk.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.parley.access.Oidc;
import org.parley.access.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The sign-in page, which is also shown when a page requires another role. */
@Controller
class SignInController {
    /** The target for forwarded requests; a POST to {@code /sign-in} itself would be taken for a sign-in. */
    static final String FORM = "/sign-in/form";

    private final Oidc oidc;

    SignInController(Oidc oidc) {
        this.oidc = oidc;
    }

    @RequestMapping({"/sign-in", FORM})
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object needs = request.getAttribute(PageRefused.NEEDS);
        if (needs != null || request.getAttribute(ToSignIn.TYPED) != null && response.getStatus() == 200) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
        model.addAttribute("needs", needs);
        model.addAttribute("who", SignedIn.ifAny().map(SignedIn::name).orElse(""));
        model.addAttribute("failure", request.getAttribute(SignInFailed.FAILURE));
        model.addAttribute("detail", request.getAttribute(SignInFailed.DETAIL));
        model.addAttribute("local", oidc.isLocalToo());
        model.addAttribute("typed", request.getAttribute(ToSignIn.TYPED));
        model.addAttribute("out", request.getParameter("out") != null);
        String to = request.getParameter("to");
        model.addAttribute("to", to != null && Paths.isOwn(to) ? to : "");
        if (oidc.isOffered()) {
            model.addAttribute("provider", oidc.provider());
            model.addAttribute("start", SignInWithProvider.START);
            if (request.getAttribute(ToSignIn.TYPED) instanceof Typed typed) {
                AfterSignIn.keepWaiting(request.getSession(), typed);
            }
        }
        model.addAttribute("name", Objects.requireNonNullElse(request.getParameter("name"), ""));
        return "desk/sign-in";
    }
}

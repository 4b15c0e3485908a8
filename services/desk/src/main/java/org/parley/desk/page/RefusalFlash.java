package org.parley.desk.page;

import org.parley.desk.client.ServiceRefusedException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands a refusal on to the page that a form redirects to. */
public final class RefusalFlash {
    private RefusalFlash() {}

    /** Adds the reason and the faults of a refusal as flash attributes. */
    public static void add(ServiceRefusedException refusal, RedirectAttributes redirect) {
        redirect.addFlashAttribute("refusal", refusal.problem().message());
        redirect.addFlashAttribute("faults", refusal.problem().faultLines());
    }
}

package org.parley.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.access.Role;
import org.parley.access.SignedIn;
import org.parley.desk.api.Archive;
import org.parley.desk.api.Calendar;
import org.parley.desk.api.Moment;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;

/** What every page knows: who looks, in which language, at which negotiation, and at which moment. */
@ControllerAdvice("org.parley.desk")
class PageModel {
    private static final Set<String> NOT_OF_THE_VIEW = Set.of("asOf", "knownAt", "lang", "after", "before", "recorded");

    private final Archive archive;
    private final Words words;

    PageModel(Archive archive, Words words) {
        this.archive = archive;
        this.words = words;
    }

    @ModelAttribute
    void common(
            HttpServletRequest request,
            Model model,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        frame(request, model);
        String negotiation = negotiation(request);
        if (negotiation != null) {
            Moment moment = Moment.of(asOf, knownAt);
            model.addAttribute("here", new Here(negotiation, moment, asked(request)));
            model.addAttribute("moment", moment);
            if (request.getMethod().equals("GET")) {
                Calendar calendar = archive.calendar(negotiation);
                model.addAttribute("time", TimeBar.of(calendar, moment));
                model.addAttribute("through", calendar.through());
            }
        }
    }

    /** What the frame around every page needs, also around one that tells of an error. */
    void frame(HttpServletRequest request, Model model) {
        SignedIn person = SignedIn.ifAny().orElse(null);
        model.addAttribute("path", request.getRequestURI());
        model.addAttribute("inOtherLanguage", inOtherLanguage(request));
        model.addAttribute("signInHere", signInHere(request));
        model.addAttribute("words", words);
        model.addAttribute("language", LocaleContextHolder.getLocale().getLanguage());
        model.addAttribute("otherLanguage", other(LocaleContextHolder.getLocale()));
        model.addAttribute("person", person);
        model.addAttribute("isEditor", person != null && person.may(Role.EDITOR));
        model.addAttribute("isChief", person != null && person.may(Role.CHIEF));
    }

    /** What a page is asked beside the moment. What a place in a list is, differs from moment to moment. */
    private static Map<String, List<String>> asked(HttpServletRequest request) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().forEach((name, values) -> {
                if (!NOT_OF_THE_VIEW.contains(name)) {
                    asked.put(name, List.of(values));
                }
            });
        }
        return asked;
    }

    /** Signing in leads back here. */
    private static String signInHere(HttpServletRequest request) {
        String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
        String page = request.getRequestURI() + (query == null ? "" : "?" + query);
        return Here.address("/sign-in", Map.of("to", page.startsWith("/sign-") ? "" : page));
    }

    /** The same page with all that it was asked, in the other language; what was sent by a form is not asked again. */
    private static String inOtherLanguage(HttpServletRequest request) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        }
        parameters.put("lang", other(LocaleContextHolder.getLocale()));
        return Here.address("", parameters);
    }

    private static String other(Locale locale) {
        return locale.getLanguage().equals("es") ? "en" : "es";
    }

    private static @Nullable String negotiation(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("n") instanceof String negotiation
                ? negotiation
                : null;
    }
}

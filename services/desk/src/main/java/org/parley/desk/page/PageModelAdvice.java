package org.parley.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.TrailCalendar;
import org.parley.desk.written.DateParameter;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;

/** Adds the model attributes that every page needs: user, language, negotiation and bitemporal point. */
@ControllerAdvice("org.parley.desk")
class PageModelAdvice {
    private static final Set<String> NOT_REPEATED = Set.of("asOf", "knownAt", "lang", "after", "before", "recorded");

    private final ArchiveClient archive;
    private final PageMessages words;
    private final Clock clock;

    PageModelAdvice(ArchiveClient archive, PageMessages words, Clock clock) {
        this.archive = archive;
        this.words = words;
        this.clock = clock;
    }

    @ModelAttribute
    void addPageAttributes(
            HttpServletRequest request,
            Model model,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        addLayoutAttributes(request, model);
        String negotiation = negotiation(request);
        if (negotiation != null) {
            BitemporalPoint moment = BitemporalPoint.of(
                    DateParameter.read("asOf", asOf, clock), DateParameter.read("knownAt", knownAt, clock));
            model.addAttribute("here", new PageLinks(negotiation, moment, otherParameters(request)));
            model.addAttribute("moment", moment);
            model.addAttribute("permalink", permalink(request, moment));
            if (request.getMethod().equals("GET")) {
                TrailCalendar calendar = archive.calendar(negotiation);
                model.addAttribute("time", TimeBar.of(calendar, moment));
                model.addAttribute("through", calendar.through());
            }
        }
    }

    /** Adds what the layout needs, also for error pages. */
    void addLayoutAttributes(HttpServletRequest request, Model model) {
        ParleyPrincipal person = ParleyPrincipal.findCurrent().orElse(null);
        model.addAttribute("path", request.getRequestURI());
        model.addAttribute("address", address(request));
        model.addAttribute("site", site(request));
        model.addAttribute("now", clock.instant());
        model.addAttribute("inOtherLanguage", inOtherLanguage(request));
        model.addAttribute("signInHere", signInHere(request));
        model.addAttribute("words", words);
        model.addAttribute("language", LocaleContextHolder.getLocale().getLanguage());
        model.addAttribute("otherLanguage", other(LocaleContextHolder.getLocale()));
        model.addAttribute("person", person);
        model.addAttribute("isEditor", person != null && person.hasRole(Role.EDITOR));
        model.addAttribute("isChief", person != null && person.hasRole(Role.CHIEF));
    }

    /**
     * The query parameters other than the bitemporal point. A cursor is dropped, because it is not valid at another
     * point.
     */
    private static Map<String, List<String>> otherParameters(HttpServletRequest request) {
        Map<String, List<String>> otherParameters = new LinkedHashMap<>();
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().forEach((name, values) -> {
                if (!NOT_REPEATED.contains(name)) {
                    otherParameters.put(name, List.of(values));
                }
            });
        }
        return otherParameters;
    }

    /** The page's address with both times spelled out, so that it shows the same for good. */
    private String permalink(HttpServletRequest request, BitemporalPoint moment) {
        String now = clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
        Map<String, Object> parameters = new LinkedHashMap<>(otherParameters(request));
        parameters.put("asOf", moment.asOf() == null ? now : moment.asOf());
        parameters.put("knownAt", moment.knownAt() == null ? now : moment.knownAt());
        return PageLinks.address(request.getRequestURI(), parameters);
    }

    /** The page's whole address, for a reader of its print. */
    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURL() + (query == null ? "" : "?" + query);
    }

    /** The address of this desk, without a path: {@code https://parley.example.org}. */
    private static String site(HttpServletRequest request) {
        String address = request.getRequestURL().toString();
        return address.substring(0, address.length() - request.getRequestURI().length());
    }

    /** The sign-in page, which leads back to this page. */
    private static String signInHere(HttpServletRequest request) {
        String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
        String page = request.getRequestURI() + (query == null ? "" : "?" + query);
        return PageLinks.address("/sign-in", Map.of("to", page.startsWith("/sign-") ? "" : page));
    }

    /** The same page with its query parameters in the other language; the fields of a form are not repeated. */
    private static String inOtherLanguage(HttpServletRequest request) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        }
        parameters.put("lang", other(LocaleContextHolder.getLocale()));
        return PageLinks.address("", parameters);
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

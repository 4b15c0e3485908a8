package org.parley.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.ServiceUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;

/** Shows exceptions of page controllers as an error page. */
@ControllerAdvice("org.parley.desk")
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PageExceptionHandler.class);

    /** The address of a negotiation's first page. */
    private static final String NEGOTIATION = "/n/{n}";

    private final PageMessages words;
    private final PageModelAdvice page;

    PageExceptionHandler(PageMessages words, PageModelAdvice page) {
        this.words = words;
        this.page = page;
    }

    @ExceptionHandler
    Object refused(
            ServiceRefusedException refusal, HttpServletRequest request, HttpServletResponse response, Model model) {
        ServiceProblem problem = refusal.problem();
        model.addAttribute("detail", words.inWords(detail(problem, request)));
        model.addAttribute("faults", problem.faults());
        return errorPage(problem.status(), request, response, model);
    }

    /** A reader of pages has no use for the API's advice on what else to ask; only a moment in the past needs its words. */
    private String detail(ServiceProblem problem, HttpServletRequest request) {
        boolean mistyped = problem.status() == HttpStatus.NOT_FOUND.value()
                && request.getParameter("asOf") == null
                && request.getParameter("knownAt") == null;
        if (!mistyped) {
            return problem.message();
        }
        String page = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return NEGOTIATION.equals(page)
                ? words.of("problem.noNegotiation", negotiation(request))
                : words.of("problem.nothing");
    }

    private static Object negotiation(HttpServletRequest request) {
        Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return Objects.requireNonNull(variables.get("n"));
    }

    @ExceptionHandler
    Object unreachable(
            ServiceUnavailableException failure,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        LOG.warn("a service is unavailable", failure);
        model.addAttribute("detail", words.of("problem.unreachable"));
        return errorPage(HttpStatus.BAD_GATEWAY.value(), request, response, model);
    }

    /** A query parameter that cannot be converted, such as {@code from=yesterday}. */
    @ExceptionHandler({TypeMismatchException.class, ServletRequestBindingException.class, BindException.class})
    Object malformed(Exception failure, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("detail", words.of("problem.malformed"));
        return errorPage(HttpStatus.BAD_REQUEST.value(), request, response, model);
    }

    private Object errorPage(int status, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (response.isCommitted()) {
            return ErrorPageController.NOTHING;
        }
        response.setStatus(status);
        page.addLayoutAttributes(request, model);
        model.addAttribute("status", status);
        model.addAttribute("again", again(status, request));
        model.addAttribute("heading", words.orElse("problem." + status, words.of("problem.other")));
        return "desk/problem";
    }

    /** The same page, where it may be there in a moment; null where asking again would not help. */
    private static @Nullable String again(int status, HttpServletRequest request) {
        String query = request.getQueryString();
        return status >= HttpStatus.INTERNAL_SERVER_ERROR.value()
                        && request.getMethod().equals("GET")
                ? request.getRequestURI() + (query == null ? "" : "?" + query)
                : null;
    }
}

package org.parley.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** Shows exceptions of page controllers as an error page. */
@ControllerAdvice("org.parley.desk")
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PageExceptionHandler.class);

    private final PageMessages words;
    private final PageModelAdvice page;

    PageExceptionHandler(PageMessages words, PageModelAdvice page) {
        this.words = words;
        this.page = page;
    }

    @ExceptionHandler
    String refused(
            ServiceRefusedException refusal, HttpServletRequest request, HttpServletResponse response, Model model) {
        ServiceProblem problem = refusal.problem();
        model.addAttribute("detail", problem.message());
        model.addAttribute("faults", problem.faults());
        return errorPage(problem.status(), request, response, model);
    }

    @ExceptionHandler
    String unreachable(
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
    String malformed(Exception failure, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("detail", words.of("problem.malformed"));
        return errorPage(HttpStatus.BAD_REQUEST.value(), request, response, model);
    }

    private String errorPage(int status, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(status);
        page.addLayoutAttributes(request, model);
        model.addAttribute("status", status);
        model.addAttribute("heading", words.orElse("problem." + status, words.of("problem.other")));
        return "desk/problem";
    }
}

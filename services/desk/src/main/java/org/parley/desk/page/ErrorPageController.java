package org.parley.desk.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.access.problem.ProblemResponse;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Answers paths without a page, and server errors, as a page if the client accepts HTML. */
@Controller
class ErrorPageController {
    private static final int NOT_FOUND = 404;

    /** No page is written into an answer that has begun, such as the stream of a browser that left. */
    static final View NOTHING = (model, request, response) -> {};

    private final PageMessages words;

    ErrorPageController(PageMessages words) {
        this.words = words;
    }

    @RequestMapping({"/n/**", "/new/**", "/chief/**", "/account/**"})
    String notFound() {
        throw new ServiceRefusedException(ServiceProblem.of(NOT_FOUND, words.of("problem.nothing")));
    }

    /** Errors of the servlet container: a page for a browser, a problem document under the API. */
    @RequestMapping(path = "${server.error.path:${error.path:/error}}", produces = MediaType.TEXT_HTML_VALUE)
    Object error(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (response.isCommitted()) {
            return NOTHING;
        }
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : NOT_FOUND;
        String requestUri = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (requestUri.startsWith("/api/") || requestUri.startsWith("/feeds/")) {
            ProblemDetail problem = ProblemResponse.of(status).of(request);
            return ResponseEntity.status(problem.getStatus())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        response.setStatus(status);
        model.addAttribute("status", status);
        model.addAttribute("heading", words.orElse("problem." + status, words.of("problem.other")));
        model.addAttribute("detail", words.of(status >= 500 ? "problem.unexpected" : "problem.nothing"));
        return "desk/problem";
    }
}

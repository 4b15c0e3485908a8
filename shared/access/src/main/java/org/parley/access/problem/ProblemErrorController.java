package org.parley.access.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers errors that nothing else handled as a problem, without internal details. */
@RestController
public class ProblemErrorController implements ErrorController {
    @RequestMapping("${server.error.path:${error.path:/error}}")
    ProblemResponse error(HttpServletRequest request, HttpServletResponse response) {
        // A request that was refused before Spring Security's filters has no security headers yet.
        SecurityHeaders.write(response);
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return ProblemResponse.of(code instanceof Integer number ? number : HttpStatus.NOT_FOUND.value());
    }
}

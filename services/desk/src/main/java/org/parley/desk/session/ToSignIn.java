package org.parley.desk.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends whoever must sign in to the page for it, and back again afterwards; what a form held goes along. */
final class ToSignIn implements AuthenticationEntryPoint {
    static final String TYPED = "typed";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        send(request, response);
    }

    static void send(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null) {
            // htmx follows no redirect of a part of a page: the whole page goes.
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            response.sendRedirect("/sign-in?to=" + URLEncoder.encode(address(request), StandardCharsets.UTF_8));
        } else {
            boolean signingIn = request.getRequestURI().equals("/sign-in");
            request.setAttribute(TYPED, signingIn ? Typed.along(request) : Typed.of(request));
            request.getRequestDispatcher(SignInController.FORM).forward(request, response);
        }
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}

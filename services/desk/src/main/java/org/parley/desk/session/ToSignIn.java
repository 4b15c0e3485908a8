package org.parley.desk.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
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
            // News that comes by itself must not take anybody away from what they are typing.
            if (!request.getRequestURI().endsWith("/news")) {
                response.setHeader("HX-Redirect", signIn(shownPage(request, "HX-Current-URL")));
            }
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            response.sendRedirect(signIn(address(request)));
        } else if (!request.getRequestURI().equals("/sign-in") && !Typed.isForm(request.getRequestURI())) {
            response.sendRedirect(signIn(shownPage(request, HttpHeaders.REFERER)));
        } else {
            boolean signingIn = request.getRequestURI().equals("/sign-in");
            request.setAttribute(TYPED, signingIn ? Typed.along(request) : Typed.of(request));
            request.getRequestDispatcher(SignInController.FORM).forward(request, response);
        }
    }

    private static String signIn(String to) {
        return "/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    /** The page that a header says the request came from. */
    private static String shownPage(HttpServletRequest request, String header) {
        try {
            URI page = URI.create(Objects.requireNonNullElse(request.getHeader(header), "/"));
            String path = Objects.requireNonNullElse(page.getRawPath(), "/");
            return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}

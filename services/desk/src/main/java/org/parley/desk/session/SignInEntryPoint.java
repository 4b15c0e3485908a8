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

/** Sends unauthenticated requests to the sign-in page, with the page to return to and the input of the form. */
final class SignInEntryPoint implements AuthenticationEntryPoint {
    static final String SAVED_INPUT = "typed";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        send(request, response);
    }

    static void send(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null) {
            if (!isBesideForm(request)) {
                response.setHeader("HX-Redirect", signIn(pageFromHeader(request, "HX-Current-URL")));
            }
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            response.sendRedirect(signIn(address(request)));
        } else if (!request.getRequestURI().equals("/sign-in") && !SavedInput.isForm(request.getRequestURI())) {
            response.sendRedirect(signIn(pageFromHeader(request, HttpHeaders.REFERER)));
        } else {
            boolean signingIn = request.getRequestURI().equals("/sign-in");
            request.setAttribute(SAVED_INPUT, signingIn ? SavedInput.fromSignInPage(request) : SavedInput.of(request));
            request.getRequestDispatcher(SignInController.FORM).forward(request, response);
        }
    }

    /**
     * Whether the request runs in the background while a form is filled in: for news, or for the form's live preview. It
     * must not navigate away from the form, whose input would be lost; when the form is sent, its input is kept.
     */
    private static boolean isBesideForm(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/news")
                || (request.getMethod().equals("POST") && SavedInput.isForm(request.getRequestURI()));
    }

    private static String signIn(String to) {
        return "/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    /** The page that a header names as the origin of the request. */
    private static String pageFromHeader(HttpServletRequest request, String header) {
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

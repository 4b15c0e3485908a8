package org.parley.desk.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Redirects a form whose file is too large to its page, which shows the limit. The server does not read such a form,
 * not even its CSRF token, so without this filter it would look like an expired session.
 */
final class UploadLimitFilter extends OncePerRequestFilter {
    private static final String TOO_LARGE = "tooLarge";

    /** A little more than the largest file, for the other fields of the form. */
    private static final long FORM_MAX = 17L * 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return !request.getMethod().equals("POST") || !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > FORM_MAX || !isReadable(request)) {
            response.sendRedirect(request.getRequestURI() + "?" + TOO_LARGE);
        } else {
            next.doFilter(request, response);
        }
    }

    /** Tomcat throws various runtime exceptions when a part is too large. */
    private static boolean isReadable(HttpServletRequest request) {
        try {
            return request.getParameterMap() != null;
        } catch (RuntimeException e) {
            return false;
        }
    }
}

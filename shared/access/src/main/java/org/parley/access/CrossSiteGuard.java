package org.parley.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses writes that another site makes a browser send. There are no cookies to protect, but a browser that was once
 * asked for the password by HTTP Basic adds it to every request, also to those it is tricked into. Browsers say where a
 * request comes from ({@code Sec-Fetch-Site}, older ones {@code Origin}); programs send neither and pass.
 */
final class CrossSiteGuard extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || isOwn(request)) {
            next.doFilter(request, response);
        } else {
            new ProblemJson(
                            HttpStatus.FORBIDDEN,
                            "A page of another site sent this through your browser. Write from Parley's own pages or from a"
                                    + " program.")
                    .write(request, response);
        }
    }

    private static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || isHost(origin, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean isHost(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

package org.parley.telemetry;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches the requests of a scraper: those for the metrics that carry the token. It needs no account, so that metrics are
 * told while the database is away.
 */
final class MetricsToken implements RequestMatcher {
    static final String PATH = "/actuator/prometheus";
    static final int CHARACTERS_MIN = 16;

    private static final String BEARER = "Bearer ";

    private final byte @Nullable [] token;

    MetricsToken(@Nullable String token) {
        String given = token == null ? "" : token.strip();
        if (!given.isEmpty() && given.length() < CHARACTERS_MIN) {
            throw new IllegalArgumentException("parley.telemetry.metrics-token has " + given.length()
                    + " characters; it takes at least " + CHARACTERS_MIN);
        }
        this.token = given.isEmpty() ? null : given.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token != null
                && authorization != null
                && authorization.startsWith(BEARER)
                && request.getMethod().equals("GET")
                && request.getRequestURI().equals(request.getContextPath() + PATH)
                && MessageDigest.isEqual(
                        token, authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}

package org.parley.telemetry;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches scrapes of the metrics with the configured token. A scrape needs no account, so that metrics are available
 * while the database is not.
 */
final class MetricsTokenMatcher implements RequestMatcher {
    static final String PATH = "/actuator/prometheus";
    static final int CHARACTERS_MIN = 16;

    private static final String BEARER = "Bearer ";

    private final byte @Nullable [] token;

    MetricsTokenMatcher(@Nullable String token) {
        String configured = token == null ? "" : token.strip();
        if (!configured.isEmpty() && configured.length() < CHARACTERS_MIN) {
            throw new IllegalArgumentException("parley.telemetry.metrics-token has " + configured.length()
                    + " characters; it needs at least " + CHARACTERS_MIN);
        }
        this.token = configured.isEmpty() ? null : configured.getBytes(StandardCharsets.UTF_8);
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

package org.parley.access.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * The security headers of every response, for responses before Spring Security's filters, which set the same headers.
 */
public final class SecurityHeaders {

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-XSS-Protection", "0",
            "X-Frame-Options", "DENY",
            "Cache-Control", "no-cache, no-store, max-age=0, must-revalidate",
            "Pragma", "no-cache",
            "Expires", "0");

    private SecurityHeaders() {}

    public static void write(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }
}

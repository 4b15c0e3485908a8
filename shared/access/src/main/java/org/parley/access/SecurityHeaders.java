package org.parley.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** The headers of every answer, for those that are given before Spring Security, which writes the same, is reached. */
final class SecurityHeaders {

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-XSS-Protection", "0",
            "X-Frame-Options", "DENY",
            "Cache-Control", "no-cache, no-store, max-age=0, must-revalidate",
            "Pragma", "no-cache",
            "Expires", "0");

    private SecurityHeaders() {}

    static void write(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }
}

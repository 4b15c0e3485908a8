package org.parley.desk.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Writes the content security policy: only scripts, styles and connections of this origin, nothing inline, no frames,
 * forms only to this origin. The identity provider's origin is allowed for forms, because browsers apply {@code
 * form-action} to the redirect after sign-out too.
 */
final class ContentSecurityPolicyWriter implements HeaderWriter {
    private static final String BEFORE = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'";
    private static final String AFTER = "; base-uri 'none'; frame-ancestors 'none'";

    private final Supplier<@Nullable String> originOfSignOut;

    ContentSecurityPolicyWriter(Supplier<@Nullable String> originOfSignOut) {
        this.originOfSignOut = originOfSignOut;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        String origin = originOfSignOut.get();
        response.setHeader("Content-Security-Policy", BEFORE + (origin == null ? "" : " " + origin) + AFTER);
    }
}

package org.parley.desk.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Scripts, styles and connections of our own only; nothing inline, nothing framed, no form sent elsewhere. The form that
 * signs out may end at the provider, since browsers hold a form's redirects to this policy too.
 */
final class ContentPolicy implements HeaderWriter {
    private static final String BEFORE = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'";
    private static final String AFTER = "; base-uri 'none'; frame-ancestors 'none'";

    private final Supplier<@Nullable String> originOfSignOut;

    ContentPolicy(Supplier<@Nullable String> originOfSignOut) {
        this.originOfSignOut = originOfSignOut;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        String origin = originOfSignOut.get();
        response.setHeader("Content-Security-Policy", BEFORE + (origin == null ? "" : " " + origin) + AFTER);
    }
}

package org.parley.access.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Marks the answer to a request as fixed: the same URL always has the same answer, so a cache may keep it without
 * asking again. A mark has no effect on an error response.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8246">RFC 8246, HTTP Immutable Responses</a>
 */
public final class FixedAnswer {
    private static final String ATTRIBUTE = FixedAnswer.class.getName();

    private FixedAnswer() {}

    /** Marks the answer to a request. */
    public static void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    /** Marks the answer to the current request; has no effect outside a request. */
    public static void mark() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            mark(current.getRequest());
        }
    }

    static boolean isMarked(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}

package org.parley.access.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The content from which the entity tag of an answer is computed, if it is not the whole body: a body that repeats the
 * instant of the request differs every time, and still says nothing new.
 */
public final class TaggedContent {
    private static final String ATTRIBUTE = TaggedContent.class.getName();

    private TaggedContent() {}

    /** Sets the content for the current request; has no effect outside a request. */
    public static void set(byte[] content) {
        RequestAttributes current = RequestContextHolder.getRequestAttributes();
        if (current != null) {
            current.setAttribute(ATTRIBUTE, content, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** The content that was set; null if the body itself counts. */
    static byte @Nullable [] of(HttpServletRequest request) {
        return (byte[]) request.getAttribute(ATTRIBUTE);
    }
}

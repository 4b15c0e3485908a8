package org.parley.archive.query;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.access.http.FixedAnswer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets caches keep the answers of {@link FixedOnceKnown} queries whose {@code knownAt} lies before the last entry. */
final class KnownAtInterceptor implements HandlerInterceptor {
    private final LastRecordedReader trails;
    private final Clock clock;

    KnownAtInterceptor(LastRecordedReader trails, Clock clock) {
        this.trails = trails;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(FixedOnceKnown.class)) {
            Instant knownAt = InstantParameter.parse("/knownAt", request.getParameter("knownAt"), new ArrayList<>());
            String negotiation = negotiation(request);
            if (knownAt != null && knownAt.isBefore(clock.instant()) && negotiation != null && !isTolerant(request)) {
                trails.lastRecordedAt(negotiation)
                        .filter(knownAt::isBefore)
                        .ifPresent(later -> FixedAnswer.mark(request));
            }
        }
        return true;
    }

    /** A search for similar words finds those of the whole trail. */
    private static boolean isTolerant(HttpServletRequest request) {
        return request.getParameter("similar") != null;
    }

    private static @Nullable String negotiation(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? (String) variables.get("negotiation")
                : null;
    }
}

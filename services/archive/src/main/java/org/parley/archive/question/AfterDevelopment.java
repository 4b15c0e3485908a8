package org.parley.archive.question;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * {@code ?after-development={id}} on any question: it is answered when the development is in every read model, so that
 * whoever logged it sees it.
 */
final class AfterDevelopment implements HandlerInterceptor {
    static final String PARAMETER = "after-development";

    /** How long a question waits at most. */
    static final Duration WAIT_MAX = Duration.ofSeconds(5);

    /** How many questions may wait at a time, so that they never take all threads. */
    static final int WAITING_MAX = 64;

    private final Arrivals arrivals;
    private final Semaphore places = new Semaphore(WAITING_MAX);

    AfterDevelopment(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        String given = request.getParameter(PARAMETER);
        if (given != null && !given.isBlank() && isQuestion(request, handler)) {
            await(DevelopmentIds.require("/" + PARAMETER, given.strip()));
        }
        return true;
    }

    private void await(UUID development) throws InterruptedException {
        if (!places.tryAcquire()) {
            throw Problem.notYet("Too many questions wait for a development already. Ask again in a second.");
        }
        try {
            if (!arrivals.await(development, WAIT_MAX)) {
                throw Problem.notYet(
                        "Development " + development + " has not arrived within " + WAIT_MAX.toSeconds()
                                + " seconds. If it was recorded, ask again; GET /api/projections tells how far the archive is.");
            }
        } finally {
            places.release();
        }
    }

    private static boolean isQuestion(HttpServletRequest request, Object handler) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && canBeAskedOf(method);
    }

    /** Whether a method answers a question. */
    static boolean canBeAskedOf(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.parley.archive")
                && method.hasMethodAnnotation(GetMapping.class);
    }
}

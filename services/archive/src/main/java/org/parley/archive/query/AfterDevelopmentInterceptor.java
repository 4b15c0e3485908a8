package org.parley.archive.query;

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
 * The parameter {@code after-development} of every query: the response waits until the development is in every read
 * model, so that a client reads its own writes.
 */
final class AfterDevelopmentInterceptor implements HandlerInterceptor {
    static final String PARAMETER = "after-development";

    /** The longest wait of a query. */
    static final Duration WAIT_MAX = Duration.ofSeconds(5);

    /** The maximum number of queries that wait at a time, so that they never occupy all threads. */
    static final int WAITING_MAX = 64;

    private final DevelopmentAwaiter arrivals;
    private final Semaphore permits = new Semaphore(WAITING_MAX);

    AfterDevelopmentInterceptor(DevelopmentAwaiter arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        String given = request.getParameter(PARAMETER);
        if (given != null && !given.isBlank() && isQuery(request, handler)) {
            await(DevelopmentIds.require("/" + PARAMETER, given.strip()));
        }
        return true;
    }

    private void await(UUID development) throws InterruptedException {
        if (!permits.tryAcquire()) {
            throw QueryProblemException.unavailable(
                    "Too many queries are waiting for a development. Try again in a second.",
                    "Hay demasiadas consultas a la espera de una entrada. Inténtelo de nuevo dentro de un segundo.");
        }
        try {
            if (!arrivals.await(development, WAIT_MAX)) {
                throw QueryProblemException.unavailable(
                        "Development " + development + " did not arrive within " + WAIT_MAX.toSeconds()
                                + " seconds. If it was recorded, try again; GET /api/projections shows the lag of"
                                + " the archive.",
                        "La entrada " + development + " no llegó en " + WAIT_MAX.toSeconds()
                                + " segundos. Si se registró, inténtelo de nuevo; GET /api/projections muestra el"
                                + " retraso del archivo.");
            }
        } finally {
            permits.release();
        }
    }

    private static boolean isQuery(HttpServletRequest request, Object handler) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && isQueryMethod(method);
    }

    /** Whether a controller method answers a query. */
    static boolean isQueryMethod(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.parley.archive")
                && method.hasMethodAnnotation(GetMapping.class);
    }
}

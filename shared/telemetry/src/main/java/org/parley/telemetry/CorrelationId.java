package org.parley.telemetry;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The correlation id of the current thread. It joins a request, its log lines in every service, and the events that it
 * causes.
 */
public final class CorrelationId {
    /** The header of requests, of requests to other services, and of responses. */
    public static final String HEADER = "X-Correlation-Id";

    /** The key in the logging context (MDC). */
    public static final String MDC_KEY = "correlationId";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private CorrelationId() {}

    /** Whether a text is a valid id: 1 to 100 ASCII letters, digits and the characters {@code . _ : -}. */
    public static boolean isValid(@Nullable String id) {
        return id != null && VALID.matcher(id).matches();
    }

    /** The id of the current thread; empty outside a request. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(MDC_KEY));
    }

    /** A new id in the format of a trace id (32 hexadecimal digits). */
    static String generate() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Wraps a task for another thread, so that it runs with the id of the current thread. */
    public static Runnable withCurrentId(Runnable task) {
        Optional<String> id = current();
        return () -> {
            if (id.isEmpty()) {
                task.run();
                return;
            }
            try (MDC.MDCCloseable logged = MDC.putCloseable(MDC_KEY, id.get())) {
                task.run();
            }
        };
    }
}

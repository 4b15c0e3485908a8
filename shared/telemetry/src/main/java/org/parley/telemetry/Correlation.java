package org.parley.telemetry;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The correlation id: what a request, its log lines in every service, and the events it brought about belong together by.
 * Of the thread that is at work.
 */
public final class Correlation {
    /** The header that brings it, carries it on, and returns it. */
    public static final String HEADER = "X-Correlation-Id";

    /** Its name in the logs. */
    public static final String LOGGED_AS = "correlationId";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private Correlation() {}

    /** Whether it is one: up to 100 letters, digits and the characters {@code . _ : -}. */
    public static boolean isValid(@Nullable String id) {
        return id != null && VALID.matcher(id).matches();
    }

    /** The id of what this thread works on; empty outside a request. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(LOGGED_AS));
    }

    /** A new one, in the form of a trace id (32 hexadecimal digits). */
    static String made() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The work, done elsewhere under the id of the thread that hands it on. */
    public static Runnable carried(Runnable work) {
        Optional<String> id = current();
        return () -> {
            if (id.isEmpty()) {
                work.run();
                return;
            }
            try (MDC.MDCCloseable logged = MDC.putCloseable(LOGGED_AS, id.get())) {
                work.run();
            }
        };
    }
}

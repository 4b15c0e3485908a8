package org.parley.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with the trace of a command where its event comes by. An event carries no trace, since what it carries is signed
 * for; its correlation id is the trace's id where the client gave none of its own. Which span of the trace recorded it is
 * not known any more, so what happens to it hangs from a span that nobody has seen.
 */
public final class EventTraces {
    /** Does nothing, at no cost. */
    public static final EventTraces OFF = new EventTraces(null, Clock.systemUTC());

    /** An event older than this is replayed, not news: whoever waits for its trace is gone. */
    private static final Duration NEWS = Duration.ofMinutes(10);

    private static final int SPAN_ID_LENGTH = 16;

    private final @Nullable Tracer tracer;
    private final Clock clock;

    EventTraces(@Nullable Tracer tracer, Clock clock) {
        this.tracer = tracer;
        this.clock = clock;
    }

    /** Whether there are any. */
    public boolean isOn() {
        return tracer != null;
    }

    /**
     * Begins a span in the trace that an event belongs to, to be ended by the caller; one that is not recorded where there
     * is no trace.
     *
     * @param correlationId the event's
     * @param recordedAt when the event was recorded
     */
    public Span begin(String what, SpanKind kind, String correlationId, Instant recordedAt) {
        if (tracer == null
                || !TraceId.isValid(correlationId)
                || recordedAt.isBefore(clock.instant().minus(NEWS))) {
            return Span.getInvalid();
        }
        SpanContext command = SpanContext.createFromRemoteParent(
                correlationId,
                correlationId.substring(SPAN_ID_LENGTH),
                TraceFlags.getSampled(),
                TraceState.getDefault());
        return tracer.spanBuilder(what)
                .setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(command)))
                .startSpan();
    }

    /**
     * A span as a {@code traceparent}; null when it is not recorded.
     *
     * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
     */
    public static @Nullable String parent(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }
}

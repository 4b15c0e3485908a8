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
 * Continues the trace of a command when its event is processed. An event has no trace context, since all its content is
 * sealed; its correlation id is the trace id unless the client sent its own. The span that recorded the event is not
 * known, so new spans have a parent that does not exist in the trace.
 */
public final class EventTracing {
    /** Records nothing. */
    public static final EventTracing DISABLED = new EventTracing(null, Clock.systemUTC());

    /** An older event is being replayed, so its trace is complete. */
    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    private static final int SPAN_ID_LENGTH = 16;

    private final @Nullable Tracer tracer;
    private final Clock clock;

    EventTracing(@Nullable Tracer tracer, Clock clock) {
        this.tracer = tracer;
        this.clock = clock;
    }

    /** Whether tracing is on. */
    public boolean isEnabled() {
        return tracer != null;
    }

    /**
     * Starts a span in the trace of an event. The caller ends it. It is not recorded if the event has no trace.
     *
     * @param name the span's name
     * @param correlationId the correlation id of the event
     * @param recordedAt when the event was recorded
     */
    public Span startSpan(String name, SpanKind kind, String correlationId, Instant recordedAt) {
        if (tracer == null
                || !TraceId.isValid(correlationId)
                || recordedAt.isBefore(clock.instant().minus(MAX_AGE))) {
            return Span.getInvalid();
        }
        SpanContext command = SpanContext.createFromRemoteParent(
                correlationId,
                correlationId.substring(SPAN_ID_LENGTH),
                TraceFlags.getSampled(),
                TraceState.getDefault());
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(command)))
                .startSpan();
    }

    /**
     * The {@code traceparent} header for a span; null if the span is not recorded.
     *
     * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
     */
    public static @Nullable String traceparent(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }
}

package org.parley.archive.projections;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.parley.contract.PublishedEvent;
import org.parley.projection.Projection;
import org.parley.projection.ReceivedEvent;
import org.parley.telemetry.EventTracing;

/** Adds a span to the trace of each command whose event is applied. */
record TracedProjection(Projection projection, EventTracing traces) implements Projection {
    /** The maximum number of events of a batch with a span. */
    private static final int SPANS_MAX = 200;

    @Override
    public String name() {
        return projection.name();
    }

    @Override
    public int version() {
        return projection.version();
    }

    @Override
    public String tables() {
        return projection.tables();
    }

    @Override
    public String indexes() {
        return projection.indexes();
    }

    @Override
    public void project(Connection connection, List<ReceivedEvent> events) throws SQLException {
        List<Span> spans = events.stream()
                .limit(SPANS_MAX)
                .map(received -> begin(received.event()))
                .toList();
        try {
            projection.project(connection, events);
        } catch (SQLException | RuntimeException e) {
            spans.forEach(span -> span.setStatus(StatusCode.ERROR));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    @Override
    public void onReread(Connection connection, List<ReceivedEvent> events) throws SQLException {
        projection.onReread(connection, events);
    }

    @Override
    public Set<String> offsetColumns() {
        return projection.offsetColumns();
    }

    private Span begin(PublishedEvent event) {
        return traces.startSpan("project " + name(), SpanKind.CONSUMER, event.correlationId(), event.recordedAt())
                .setAttribute("parley.event", event.developmentId().toString())
                .setAttribute("parley.position", event.position());
    }
}

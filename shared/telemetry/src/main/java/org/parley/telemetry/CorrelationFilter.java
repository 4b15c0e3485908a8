package org.parley.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets the correlation id of every request: the one in its header, otherwise its trace id, otherwise a new one. The id
 * is in every log line and in the response. An invalid id is ignored.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
final class CorrelationFilter extends OncePerRequestFilter {
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String NO_TRACE = "0".repeat(32);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request);
        Span.current().setAttribute("parley.correlation_id", id);
        response.setHeader(CorrelationId.HEADER, id);
        try (MDC.MDCCloseable logged = MDC.putCloseable(CorrelationId.MDC_KEY, id)) {
            chain.doFilter(request, response);
        }
    }

    private String id(HttpServletRequest request) {
        String sent = request.getHeader(CorrelationId.HEADER);
        return sent != null && CorrelationId.isValid(sent)
                ? sent
                : currentTrace().or(() -> parent(request)).orElseGet(CorrelationId::generate);
    }

    /** The trace id of the current span; empty while tracing is off. */
    private static Optional<String> currentTrace() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid() ? Optional.of(context.getTraceId()) : Optional.empty();
    }

    private static Optional<String> parent(HttpServletRequest request) {
        String parent = request.getHeader("traceparent");
        Matcher parts = TRACE_PARENT.matcher(parent == null ? "" : parent);
        return parts.matches() && !parts.group(1).equals(NO_TRACE) ? Optional.of(parts.group(1)) : Optional.empty();
    }
}

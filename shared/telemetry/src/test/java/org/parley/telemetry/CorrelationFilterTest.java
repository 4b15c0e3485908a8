package org.parley.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CorrelationFilterTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    /** The id in the response; checks that the thread has it during the request only. */
    private String responseId() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        AtomicReference<Optional<String>> within = new AtomicReference<>(Optional.empty());
        FilterChain chain = (filtered, answer) -> within.set(CorrelationId.current());
        new CorrelationFilter().doFilter(request, response, chain);
        String id = response.getHeader(CorrelationId.HEADER);
        assertThat(within.get()).hasValue(id);
        assertThat(CorrelationId.current()).isEmpty();
        return id == null ? "" : id;
    }

    @Test
    void keepsIdOfRequest() throws Exception {
        request.addHeader(CorrelationId.HEADER, "import:7");
        request.addHeader("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        assertThat(responseId()).isEqualTo("import:7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "a\"b", "x\u2028y"})
    void ignoresInvalidId(String sent) throws Exception {
        request.addHeader(CorrelationId.HEADER, sent);
        assertThat(responseId()).matches("[0-9a-f]{32}");
    }

    @Test
    void usesTraceId() throws Exception {
        request.addHeader("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        assertThat(responseId()).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-4bf92f35-00f067aa0ba902b7-01", "x"
            })
    void ignoresInvalidTraceParent(String parent) throws Exception {
        request.addHeader("traceparent", parent);
        assertThat(responseId()).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
    }
}

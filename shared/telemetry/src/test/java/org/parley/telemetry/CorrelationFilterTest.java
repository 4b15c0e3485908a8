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

    /** The id that the answer names; within the request it is the thread's, afterwards no more. */
    private String answered() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        AtomicReference<Optional<String>> within = new AtomicReference<>(Optional.empty());
        FilterChain chain = (asked, answer) -> within.set(Correlation.current());
        new CorrelationFilter().doFilter(request, response, chain);
        String id = response.getHeader(Correlation.HEADER);
        assertThat(within.get()).hasValue(id);
        assertThat(Correlation.current()).isEmpty();
        return id == null ? "" : id;
    }

    @Test
    void whatIsBroughtIsKept() throws Exception {
        request.addHeader(Correlation.HEADER, "import:7");
        request.addHeader("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        assertThat(answered()).isEqualTo("import:7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "a\"b", "x\u2028y"})
    void whatIsNoIdIsNotBelieved(String brought) throws Exception {
        request.addHeader(Correlation.HEADER, brought);
        assertThat(answered()).matches("[0-9a-f]{32}");
    }

    @Test
    void withoutOneItIsTheTraces() throws Exception {
        request.addHeader("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        assertThat(answered()).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-4bf92f35-00f067aa0ba902b7-01", "x"
            })
    void noTraceIsNone(String parent) throws Exception {
        request.addHeader("traceparent", parent);
        assertThat(answered()).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
    }
}

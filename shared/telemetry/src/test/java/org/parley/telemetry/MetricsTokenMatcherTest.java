package org.parley.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class MetricsTokenMatcherTest {
    private static final String TOKEN = "a token for the metrics";

    @ParameterizedTest
    @CsvSource({
        "GET,/actuator/prometheus,Bearer a token for the metrics,true",
        "GET,/actuator/prometheus,Bearer another,false",
        "GET,/actuator/prometheus,Basic a token for the metrics,false",
        "POST,/actuator/prometheus,Bearer a token for the metrics,false",
        "GET,/actuator/metrics,Bearer a token for the metrics,false",
        "GET,/actuator/prometheus/x,Bearer a token for the metrics,false"
    })
    void matchesScrapeWithTokenOnly(String method, String path, String authorization, boolean expected) {
        assertThat(new MetricsTokenMatcher(TOKEN).matches(request(method, path, authorization)))
                .isEqualTo(expected);
    }

    @Test
    void matchesNothingWithoutConfiguredToken() {
        MockHttpServletRequest request = request("GET", MetricsTokenMatcher.PATH, "Bearer ");
        assertThat(new MetricsTokenMatcher("").matches(request)).isFalse();
        assertThat(new MetricsTokenMatcher(null).matches(request)).isFalse();
    }

    @Test
    void refusesShortToken() {
        assertThatThrownBy(() -> new MetricsTokenMatcher("short"))
                .hasMessageContaining("at least 16")
                .hasMessageNotContaining("short");
    }

    private static MockHttpServletRequest request(String method, String path, String authorization) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.addHeader("Authorization", authorization);
        return request;
    }
}

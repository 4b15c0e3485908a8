package org.parley.access.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemResponseTest {
    private static final ProblemResponse FULL = new ProblemResponse(HttpStatus.SERVICE_UNAVAILABLE, "Try later.")
            .titled("No room")
            .with("target", new UUID(0, 7))
            .with("absent", null)
            .with("allowed", List.of())
            .with("errors", List.of(new InputError("/by", "is unknown")))
            .retryAfter(Duration.ofSeconds(10));

    @Test
    void withinAnotherResponseItHasNoInstance() {
        assertThat(FULL.toTree().toString())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"No room\",\"status\":503,\"detail\":\"Try later.\","
                        + "\"target\":\"00000000-0000-0000-0000-000000000007\",\"allowed\":[],"
                        + "\"errors\":[{\"pointer\":\"/by\",\"detail\":\"is unknown\"}]}");
    }

    @Test
    void writesBodyAndHeaders() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        FULL.write(new MockHttpServletRequest("POST", "/api/commands"), response);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(response.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("10");
        assertThat(response.getContentAsString())
                .startsWith("{\"type\":\"about:blank\",\"title\":\"No room\",\"status\":503,\"detail\":\"Try later.\","
                        + "\"instance\":\"/api/commands\",\"target\"");
    }

    @Test
    void anExceptionCarriesTheSameProblem() {
        ProblemException thrown = new ProblemException(FULL);

        assertThat(thrown.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(thrown.getBody()).isEqualTo(FULL.getBody());
        assertThat(thrown.getHeaders()).isEqualTo(FULL.getHeaders());
        assertThat(thrown.getStackTrace()).isEmpty();
    }

    @Test
    void ofAStatusAloneItSaysTheReason() {
        assertThat(ProblemResponse.of(405).detail()).isEqualTo("The request was refused: Method Not Allowed.");
        assertThat(ProblemResponse.of(500).detail()).isEqualTo(ProblemResponse.INTERNAL_ERROR_DETAIL);
        assertThat(ProblemResponse.of(999).status()).isEqualTo(HttpStatus.NOT_FOUND);
    }
}

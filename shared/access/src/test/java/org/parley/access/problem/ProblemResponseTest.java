package org.parley.access.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemResponseTest {
    private static final ProblemResponse FULL = new ProblemResponse(
                    HttpStatus.SERVICE_UNAVAILABLE, "Try later.", "Inténtelo más tarde.")
            .titled("No room", "No hay sitio")
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es             | es | No hay sitio | Inténtelo más tarde.",
                "es-AR, en;q=.5 | es | No hay sitio | Inténtelo más tarde.",
                "tr, es;q=0.3   | es | No hay sitio | Inténtelo más tarde.",
                "en, es         | en | No room      | Try later.",
                "tr             | en | No room      | Try later.",
                "*              | en | No room      | Try later.",
            })
    void speaksTheLanguageThatTheRequestPrefers(String accepted, String language, String title, String detail)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/commands");
        request.addHeader(HttpHeaders.ACCEPT_LANGUAGE, accepted);
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);

        FULL.write(request, response);

        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("\"title\":\"" + title + "\"", "\"detail\":\"" + detail + "\"");
        assertThat(response.getHeader(HttpHeaders.CONTENT_LANGUAGE)).isEqualTo(language);
        assertThat(response.getHeaders(HttpHeaders.VARY))
                .containsExactly(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
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
        assertThat(ProblemResponse.of(405).detail().english())
                .isEqualTo("The request was refused: Method Not Allowed.");
        assertThat(ProblemResponse.of(500).detail()).isEqualTo(ProblemResponse.INTERNAL_ERROR_DETAIL);
        assertThat(ProblemResponse.of(999).status()).isEqualTo(HttpStatus.NOT_FOUND);
    }
}

package org.parley.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LoopbackRequestTest {

    static MockHttpServletRequest request(String address, String host) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.setServerName(host);
        request.addHeader("Host", host);
        return request;
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost, true",
        "127.0.0.53, 127.0.0.1, true",
        "0:0:0:0:0:0:0:1, [::1], true",
        "0:0:0:0:0:0:0:1, LOCALHOST, true",
        "127.0.0.1, parley.localhost, true",
        "127.0.0.1, example.org, false",
        "127.0.0.1, localhost.example.org, false",
        "10.0.0.7, localhost, false",
        "127.0.0.1.example.org, localhost, false",
        "127.example.org, localhost, false",
    })
    void checksAddressAndHost(String address, String host, boolean expected) {
        assertThat(LoopbackRequest.isLocal(request(address, host))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "X-Forwarded-For",
                "x-forwarded-proto",
                "X-Forwarded-Host",
                "X-Real-IP",
                "Via",
                "CF-Connecting-IP",
                "cf-ray",
                "True-Client-IP"
            })
    void rejectsProxyHeaders(String header) {
        MockHttpServletRequest request = request("127.0.0.1", "localhost");
        request.addHeader(header, "127.0.0.1");

        assertThat(LoopbackRequest.isLocal(request)).isFalse();
    }

    @Test
    void rejectsMissingHost() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("127.0.0.1");
        request.setServerName("localhost");

        assertThat(LoopbackRequest.isLocal(request)).isFalse();
    }

    @Test
    void rejectsHttp10OfDefaultProxy() {
        MockHttpServletRequest request = request("127.0.0.1", "localhost");
        request.setProtocol("HTTP/1.0");

        assertThat(LoopbackRequest.isLocal(request)).isFalse();
    }

    @Test
    void rejectsAddressForwardedByTomcat() {
        MockHttpServletRequest request = request("127.0.0.1", "localhost");
        request.setAttribute("org.apache.tomcat.request.forwarded", true);

        assertThat(LoopbackRequest.isLocal(request)).isFalse();
    }
}

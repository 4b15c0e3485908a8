package org.parley.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20:01:0d:b8:00:01:00:02/64",
        "2001:db8:1:2::9, 20:01:0d:b8:00:01:00:02/64",
        "2001:db8:1:3::9, 20:01:0d:b8:00:01:00:03/64",
        "fe80:0:0:0:1:2:3:4%eth0, fe:80:00:00:00:00:00:00/64",
        "0:0:0:0:0:0:0:1, 00:00:00:00:00:00:00:00/64",
        "unknown, unknown",
        "192.0.2.7:4711, 192.0.2.7:4711",
        "1:2:3, 1:2:3",
    })
    void normalizesIpv6ToNetwork(String remote, String expected) {
        assertThat(ClientAddress.normalize(remote)).isEqualTo(expected);
    }

    @Test
    void truncatesLongText() {
        assertThat(ClientAddress.normalize("a:".repeat(5_000))).hasSize(64);
    }
}

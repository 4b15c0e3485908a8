package org.parley.access.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.access.TestService;

class PublicReadingTest {

    @ParameterizedTest
    @CsvSource({"local, LOCAL", "true, LOCAL", "off, OFF", "false, OFF", "OFF, OFF"})
    void parsesCurrentAndOlderValues(String setting, PublicReading expected) {
        assertThat(PublicReading.of(setting)).isEqualTo(expected);
    }

    @Test
    void failsStartWithUnknownValue() {
        assertThatThrownBy(() -> TestService.start("parley.access.public-reading=everyone"))
                .rootCause()
                .hasMessage("parley.access.public-reading=everyone is not supported: there is no public version of the"
                        + " trail. Use local or off.");
        assertThatThrownBy(() -> PublicReading.of("staff"))
                .hasMessage("parley.access.public-reading is 'staff'; use local or off.");
    }
}

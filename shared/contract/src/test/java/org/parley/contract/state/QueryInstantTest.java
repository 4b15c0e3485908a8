package org.parley.contract.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.domain.time.InvalidDateException;

/** An instant in a query: an EDTF date means its end. */
class QueryInstantTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-08                                | 2025-08-01T00:00:00Z   | 2025-08-31T23:59:59.999999999Z
            2025-09-02T03:30Z                      | 2025-09-02T03:30:00Z   | 2025-09-02T03:30:00Z
            2025-09-02T03:30:00.5Z                 | 2025-09-02T03:30:00.5Z | 2025-09-02T03:30:00.5Z
            2025-09-02T03:30Z/2025-09-02T12:00Z    | 2025-09-02T03:30:00Z   | 2025-09-02T12:00:00Z
            2025-09-02/2025-09-03                  | 2025-09-02T00:00:00Z   | 2025-09-03T23:59:59.999999999Z
            """)
    void readsDatesAndInstants(String text, Instant start, Instant end) {
        assertThat(QueryInstant.parseStart(text)).isEqualTo(start);
        assertThat(QueryInstant.parse(text)).isEqualTo(end);
    }

    @Test
    void rejectsFractionsWithinAnInterval() {
        assertThatThrownBy(() -> QueryInstant.parse("2025-09-02T03:30:00.5Z/2025-09-02T12:00Z"))
                .isInstanceOf(InvalidDateException.class);
    }
}

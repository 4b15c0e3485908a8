package org.parley.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateInputTest {
    private static final Clock LATE = Clock.fixed(Instant.parse("2025-08-15T22:30:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-08-15",
                "2025-02",
                "2022",
                "2025-08-18~",
                "2025-08-18?",
                "2025-08~",
                "2025?",
                "2025-08-20/2025-08-26",
                "2025-02/2025-08-17",
                "2025-08-18T13:00-04:00",
                "2025-08-18T13:00:30+00:00",
                "2025-09-02T03:30Z/2025-09-02T23:59:59Z"
            })
    void dateRoundTripsThroughTheInputs(String edtf) {
        FormValues values = new FormValues();
        DateInput.write(values, "occurred", edtf);
        assertThat(DateInput.read(values, "occurred", LATE)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @CsvSource({
        "today, Europe/Kyiv, 2025-08-16",
        "yesterday, Europe/Kyiv, 2025-08-15",
        "today, America/New_York, 2025-08-15",
        "today, '', 2025-08-15",
        "today, Nowhere/At_All, 2025-08-15"
    })
    void todayIsInTheEditorsTimeZone(String how, String zone, String day) {
        FormValues values = new FormValues(Map.of("occurred.how", List.of(how), "zone", List.of(zone)));
        assertThat(DateInput.read(values, "occurred", LATE)).isEqualTo(day);
    }

    @Test
    void emptyInputsAreNoDate() {
        for (String how : DateInput.HOW) {
            if (!how.equals("today") && !how.equals("yesterday")) {
                FormValues values = new FormValues(Map.of("occurred.how", List.of(how)));
                assertThat(DateInput.read(values, "occurred", LATE)).as(how).isNull();
            }
        }
    }

    @Test
    void invalidDateIsReturnedUnchanged() {
        FormValues values =
                new FormValues(Map.of("occurred.how", List.of("month"), "occurred.month", List.of("August")));
        assertThat(DateInput.read(values, "occurred", LATE)).isEqualTo("August");
    }
}

package org.parley.desk.written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.access.problem.InputError;
import org.parley.desk.client.ServiceRefusedException;
import org.springframework.context.i18n.LocaleContextHolder;

class DateParameterTest {
    /** A Saturday. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-08-23T10:00:00Z"), ZoneOffset.UTC);

    @BeforeEach
    void inEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void resetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "15/08/2025, 2025-08-15",
        "yesterday, 2025-08-22",
        "ayer, 2025-08-22",
        "Friday, 2025-08-22",
        "mid-August, 2025-08-11/2025-08-20",
        "' 2025-08 ', 2025-08",
        "0044, 0044",
        "2025-08-18T13:00-04:00, 2025-08-18T13:00-04:00",
        "2025-08-18T13:00:01.123456Z, 2025-08-18T13:00:01.123456Z"
    })
    void takesADateAsPeopleWriteIt(String written, String edtf) {
        assertThat(DateParameter.read("asOf", written, CLOCK)).isEqualTo(edtf);
    }

    @Test
    void nothingIsNoDate() {
        assertThat(DateParameter.read("asOf", null, CLOCK)).isNull();
        assertThat(DateParameter.read("asOf", "  ", CLOCK)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "2025-02-30", "8/2025/9"})
    void refusesWhatIsNoDateAndSaysHowToWriteOne(String written) {
        assertThatThrownBy(() -> DateParameter.read("knownAt", written, CLOCK))
                .isInstanceOfSatisfying(ServiceRefusedException.class, refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(400);
                    assertThat(refusal.problem().faults())
                            .extracting(InputError::pointer)
                            .containsExactly("/knownAt");
                    assertThat(refusal.problem().faults().getFirst().detail()).contains("14 August 2025");
                });
    }

    @Test
    void asksWhichOfTwoMeaningsIsMeant() {
        assertThatThrownBy(() -> DateParameter.read("asOf", "03/04/2025", CLOCK))
                .isInstanceOfSatisfying(ServiceRefusedException.class, refusal -> assertThat(
                                refusal.problem().faults().getFirst().detail())
                        .isEqualTo("03/04/2025 means 2025-04-03 or 2025-03-04: write one of them."));
    }
}

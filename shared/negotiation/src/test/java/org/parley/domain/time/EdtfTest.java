package org.parley.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.language.Language;
import org.parley.domain.scenario.Scenario;

class EdtfTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-08-15                | 2025-08-15T00:00:00Z | 2025-08-15T23:59:59.999999999Z
            2025-02                   | 2025-02-01T00:00:00Z | 2025-02-28T23:59:59.999999999Z
            2024-02                   | 2024-02-01T00:00:00Z | 2024-02-29T23:59:59.999999999Z
            2024-02-29                | 2024-02-29T00:00:00Z | 2024-02-29T23:59:59.999999999Z
            2025-12                   | 2025-12-01T00:00:00Z | 2025-12-31T23:59:59.999999999Z
            2022                      | 2022-01-01T00:00:00Z | 2022-12-31T23:59:59.999999999Z
            1994-12-05                | 1994-12-05T00:00:00Z | 1994-12-05T23:59:59.999999999Z
            2025-08-18T13:00-04:00    | 2025-08-18T17:00:00Z | 2025-08-18T17:00:00Z
            2025-08-18T13:00Z         | 2025-08-18T13:00:00Z | 2025-08-18T13:00:00Z
            2025-08-18T13:00:59Z      | 2025-08-18T13:00:59Z | 2025-08-18T13:00:59Z
            2025-08-18T00:30+05:45    | 2025-08-17T18:45:00Z | 2025-08-17T18:45:00Z
            2025-08-18T23:59:59-11:00 | 2025-08-19T10:59:59Z | 2025-08-19T10:59:59Z
            2025-08-18~               | 2025-08-18T00:00:00Z | 2025-08-18T23:59:59.999999999Z
            2025-08-18?               | 2025-08-18T00:00:00Z | 2025-08-18T23:59:59.999999999Z
            2025-08?                  | 2025-08-01T00:00:00Z | 2025-08-31T23:59:59.999999999Z
            2025-08~                  | 2025-08-01T00:00:00Z | 2025-08-31T23:59:59.999999999Z
            2022~                     | 2022-01-01T00:00:00Z | 2022-12-31T23:59:59.999999999Z
            2022?                     | 2022-01-01T00:00:00Z | 2022-12-31T23:59:59.999999999Z
            2025-08-20/2025-08-26     | 2025-08-20T00:00:00Z | 2025-08-26T23:59:59.999999999Z
            2025-08-20/2025-08-20     | 2025-08-20T00:00:00Z | 2025-08-20T23:59:59.999999999Z
            2025-08/2025-09           | 2025-08-01T00:00:00Z | 2025-09-30T23:59:59.999999999Z
            2024/2025                 | 2024-01-01T00:00:00Z | 2025-12-31T23:59:59.999999999Z
            2025-08-20/2025-09        | 2025-08-20T00:00:00Z | 2025-09-30T23:59:59.999999999Z
            2025-09-02T03:30Z/2025-09-02T23:59:59Z      | 2025-09-02T03:30:00Z | 2025-09-02T23:59:59Z
            2025-09-02T03:30Z/2025-09-02T03:30:00Z      | 2025-09-02T03:30:00Z | 2025-09-02T03:30:00Z
            2025-09-02T23:00-04:00/2025-09-03T03:30Z    | 2025-09-03T03:00:00Z | 2025-09-03T03:30:00Z
            """)
    void parsesTheProfile(String text, Instant start, Instant end) {
        Edtf date = Edtf.parse(text);

        assertThat(date.start()).isEqualTo(start);
        assertThat(date.end()).isEqualTo(end);
        assertThat(date.text()).isEqualTo(text).hasToString(date.toString());
        assertThat(date.hasTime()).isEqualTo(text.contains("T"));
        assertThat(Edtf.parse(text)).isEqualTo(date).hasSameHashCodeAs(date);
    }

    static Stream<String> noDates() {
        return Stream.of(
                ("|2025-02-29|2025-02-30|2025-04-31|2025-13|2025-13-01|2025-00|2025-00-10|2025-08-00|2025-08-32"
                                // qualified otherwise, open, empty, backwards or of more than two
                                + "|2025-08-15%|2025-08~?|~2025-08|2025?-08|2025-08-15??|~|?|2025-08-15T13:00Z~"
                                + "|../2025|2025/..|2025/|/2025|/|2025-08-15/2025-08-01|2025/2024|2025-08-15/2025-08|2025-08/2025-08-15"
                                + "|2025/2026/2027|2025-08-01~/2025-08-15|2025-08-01/2025-08-15?|2025-02-30/2025-03-01"
                                + "|2025-08-01T10:00Z/2025-08-01|2025-08-01/2025-08-01T10:00Z|2025-08-01T10:00Z/2025-08-01T09:59Z"
                                + "|2025-08-01T10:00Z/2025-08-01T12:00+03:00|2025-08-01T10:00Z/|2025-08-01T10:00Z/2025-08-01T11:00Z?"
                                + "|2025-08-01T10:00Z/2025-08-01T11:00Z/2025-08-01T12:00Z|2025-08-01T10:00Z/2025-08-01T11:00"
                                // seasons, sets, unspecified digits, long years
                                + "|2025-21|2025-24|{2025,2026}|[2025..2026]|202X|2025-XX|2025-08-XX|Y17000|12025"
                                + "|12025-08-15|+2025-08-15|-2025-08-15|25-08-15|202|20250815|2025-8-15|2025-08-5|2025-W33"
                                // times without offset, with fractions, out of range, in lower case
                                + "|2025-08-15T13:00|2025-08-15T13:00:00|2025-08-15T13Z|2025-08-15T13:00+04"
                                + "|2025-08-15T13:00+0400|2025-08-15T13:00:00.5Z|2025-08-15T13:00:00,5Z|2025-08-15T24:00Z"
                                + "|2025-08-15T25:00Z|2025-08-15T13:60Z|2025-08-15T13:00:60Z|2025-08-15T13:00+19:00"
                                + "|2025-08-15T13:00+04:60|2025-02-30T13:00Z|2025-08-15t13:00Z|2025-08-15T13:00z"
                                + "|2025-08-15 13:00Z|2025-08T13:00Z|2025-08-15T13:00Z[Europe/Paris]|T13:00Z"
                                // white space and other alphabets
                                + "| 2025|2025 |2025-08-15\n|\t2025-08-15|2025 -08|2025-08-15/ 2025-08-16|\u00a02025"
                                + "|2025\u201308\u201315|\u0662\u0660\u0662\u0665-08-15|\uff12\uff10\uff12\uff15|2025-08-1\u0665"
                                + "|2025\u221508|today|15 August 2025|08/15/2025|15.08.2025")
                        .split("\\|"));
    }

    @ParameterizedTest
    @MethodSource("noDates")
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> Edtf.parse(text))
                .isInstanceOf(InvalidDateException.class)
                .hasMessageContaining("'" + text + "' is not a date Parley takes: write 2025-08-15");
    }

    @Test
    void refusesALongTextWithAShortMessage() {
        for (String text : new String[] {"2".repeat(1_000_000), "2025/".repeat(200_000), "2025-08-15".repeat(9_999)}) {
            assertThatThrownBy(() -> Edtf.parse(text))
                    .isInstanceOf(InvalidDateException.class)
                    .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(500));
        }
    }

    @Test
    void failsOnlyWithInvalidDate() {
        String letters = "0123456789-/~?TZ:+. ";
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("2025-08-15T10:00Z/2025-09-31".substring(random.nextInt(28)));
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(text.length() + 1);
                text.insert(at, letters.charAt(random.nextInt(letters.length())));
            }
            Throwable thrown = catchThrowable(() -> {
                Edtf date = Edtf.parse(text.toString());
                assertThat(date.start()).isBeforeOrEqualTo(date.end());
                assertThat(DateText.withPreposition(date)).isNotBlank();
            });
            if (thrown != null) {
                assertThat(thrown).as("seed " + seed + ": " + text).isInstanceOf(InvalidDateException.class);
            }
        }
    }

    /** A day may be logged as soon as it has begun anywhere on Earth, which is in UTC+14. */
    @ParameterizedTest
    @CsvSource({
        "2025-08-15,              2025-08-14T10:00:00Z, 2025-08-14T09:59:59Z",
        "2025-08-15~,             2025-08-14T10:00:00Z, 2025-08-14T09:59:59Z",
        "2025-09,                 2025-08-31T10:00:00Z, 2025-08-31T09:59:59Z",
        "2026,                    2025-12-31T10:00:00Z, 2025-12-31T09:59:59Z",
        "2025-08-15/2025-12-24,   2025-08-14T10:00:00Z, 2025-08-14T09:59:59Z",
        "2025-08-15T02:00+14:00,  2025-08-14T12:00:00Z, 2025-08-13T21:59:59Z",
        "2025-08-15T02:00Z/2025-08-15T09:00Z, 2025-08-15T02:00:00Z, 2025-08-15T01:59:59Z",
    })
    void onlyADateThatHasBegunSomewhereIsAccepted(String date, String begun, String notYet) {
        Scenario.startingAt(begun).when(ceasefireProposed(date)).thenRecorded();

        Invalid refusal =
                Scenario.startingAt(notYet).when(ceasefireProposed(date)).thenRefused(Invalid.class);
        assertThat(refusal.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/occurred");
            assertThat(fault.detail()).contains(date, "future", "ScheduleMeeting");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-08-15             | on 15 August 2025                               | 15 August 2025
            2025-02                | in February 2025                                | February 2025
            2022                   | in 2022                                         | 2022
            2025-08-18~            | about 18 August 2025                            | about 18 August 2025
            2025-08?               | perhaps in August 2025                          | perhaps August 2025
            2025-08-20/2025-08-26  | between 20 and 26 August 2025                   | a date between 20 and 26 August 2025
            2025-08-20/2025-09-01  | between 20 August and 1 September 2025          | a date between 20 August and 1 September 2025
            2024-12-30/2025-01-02  | between 30 December 2024 and 2 January 2025     | a date between 30 December 2024 and 2 January 2025
            2025-03/2025-05        | between March and May 2025                      | a date between March and May 2025
            2025/2026              | between 2025 and 2026                           | a date between 2025 and 2026
            2025-02/2025-08-17     | between February 2025 and 17 August 2025        | a date between February 2025 and 17 August 2025
            2025-08-18T13:00-04:00 | on 18 August 2025 at 13:00 (UTC-04:00)          | 18 August 2025 at 13:00 (UTC-04:00)
            2025-09-02T03:30Z/2025-09-02T23:59:59Z | on 2 September 2025 between 03:30 and 23:59 (UTC+00:00) | 2 September 2025 between 03:30 and 23:59 (UTC+00:00)
            2025-09-02T23:00Z/2025-09-03T01:00Z | between 2 September 2025 at 23:00 (UTC+00:00) and 3 September 2025 at 01:00 (UTC+00:00) | a time between 2 September 2025 at 23:00 (UTC+00:00) and 3 September 2025 at 01:00 (UTC+00:00)
            """)
    void isRenderedInEnglishInEveryLocale(String date, String when, String name) {
        assertThat(DateText.withPreposition(Edtf.parse(date))).isEqualTo(when);
        assertThat(DateText.withoutPreposition(Edtf.parse(date))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-08-15             | el 15 de agosto de 2025              | el 15 de agosto de 2025
            2025-02                | en febrero de 2025                   | febrero de 2025
            2022                   | en 2022                              | 2022
            2025-08-18~            | hacia el 18 de agosto de 2025        | aproximadamente el 18 de agosto de 2025
            2025-08?               | quizá en agosto de 2025              | agosto de 2025 (fecha incierta)
            2025-08-15?            | quizá el 15 de agosto de 2025        | el 15 de agosto de 2025 (fecha incierta)
            2025-08-20/2025-08-26  | entre el 20 y el 26 de agosto de 2025 | una fecha entre el 20 y el 26 de agosto de 2025
            2025-08-20/2025-09-01  | entre el 20 de agosto y el 1 de septiembre de 2025 | una fecha entre el 20 de agosto y el 1 de septiembre de 2025
            2024-12-30/2025-01-02  | entre el 30 de diciembre de 2024 y el 2 de enero de 2025 | una fecha entre el 30 de diciembre de 2024 y el 2 de enero de 2025
            2025-02/2025-03        | entre febrero y marzo de 2025        | una fecha entre febrero y marzo de 2025
            2024/2025              | entre 2024 y 2025                    | una fecha entre 2024 y 2025
            2025-08-18T13:00-04:00 | el 18 de agosto de 2025 a las 13:00 (UTC-04:00) | el 18 de agosto de 2025 a las 13:00 (UTC-04:00)
            2025-08-18T01:30Z      | el 18 de agosto de 2025 a la 01:30 (UTC+00:00) | el 18 de agosto de 2025 a la 01:30 (UTC+00:00)
            2025-09-02T03:30Z/2025-09-02T23:59:59Z | el 2 de septiembre de 2025 entre las 03:30 y las 23:59 (UTC+00:00) | el 2 de septiembre de 2025 entre las 03:30 y las 23:59 (UTC+00:00)
            2025-09-02T23:00Z/2025-09-03T01:00Z | entre el 2 de septiembre de 2025 a las 23:00 (UTC+00:00) y el 3 de septiembre de 2025 a la 01:00 (UTC+00:00) | un momento entre el 2 de septiembre de 2025 a las 23:00 (UTC+00:00) y el 3 de septiembre de 2025 a la 01:00 (UTC+00:00)
            """)
    void isRenderedInSpanishInEveryLocale(String date, String when, String name) {
        assertThat(DateText.withPreposition(Edtf.parse(date), Language.SPANISH)).isEqualTo(when);
        assertThat(DateText.withoutPreposition(Edtf.parse(date), Language.SPANISH))
                .isEqualTo(name);
    }
}

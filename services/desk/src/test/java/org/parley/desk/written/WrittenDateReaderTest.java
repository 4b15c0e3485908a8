package org.parley.desk.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateReaderTest {
    /** A Friday. */
    private static final WrittenDateReader READER =
            new WrittenDateReader(ZonedDateTime.parse("2026-06-05T18:40+02:00[Europe/Madrid]"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-08-15 | 2025-08-15",
                "2025-08-20/2025-08-26 | 2025-08-20/2025-08-26",
                "2025-08~ | 2025-08~",
                "today | 2026-06-05",
                "Hoy | 2026-06-05",
                "yesterday | 2026-06-04",
                "ayer | 2026-06-04",
                "anteayer | 2026-06-03",
                "mañana | 2026-06-06",
                "Friday | 2026-06-05",
                "last Friday | 2026-05-29",
                "el viernes | 2026-06-05",
                "el viernes pasado | 2026-05-29",
                "on Monday | 2026-06-01",
                "el próximo martes | 2026-06-09",
                "miércoles | 2026-06-03",
                "three days ago | 2026-06-02",
                "hace dos semanas | 2026-05-22",
                "15/08/2025 | 2025-08-15",
                "8/15/2025 | 2025-08-15",
                "15.8.2025 | 2025-08-15",
                "2025/8/15 | 2025-08-15",
                "15 August | 2025-08-15",
                "15 de junio | 2026-06-15",
                "15 de agosto de 2025 | 2025-08-15",
                "August 15, 2025 | 2025-08-15",
                "the 3rd of June | 2026-06-03",
                "1 Sept 2025 | 2025-09-01",
                "August | 2025-08",
                "agosto de 2024 | 2024-08",
                "last month | 2026-05",
                "mid-August | 2025-08-11/2025-08-20",
                "mediados de agosto | 2025-08-11/2025-08-20",
                "a finales de mayo de 2026 | 2026-05-21/2026-05-31",
                "early May | 2026-05-01/2026-05-10",
                "last week | 2026-05-25/2026-05-31",
                "about 15 August | 2025-08-15~",
                "hacia el 15 de agosto | 2025-08-15~",
                "perhaps yesterday | 2026-06-04?",
                "15 to 18 August | 2025-08-15/2025-08-18",
                "del 15 al 18 de agosto | 2025-08-15/2025-08-18",
                "between 28 May and 2 June | 2026-05-28/2026-06-02",
                "15-18 August 2025 | 2025-08-15/2025-08-18",
                "yesterday at 18:00 | 2026-06-04T18:00+02:00",
                "ayer a las 18:00 | 2026-06-04T18:00+02:00",
                "15 January 2026, 9 pm | 2026-01-15T21:00+01:00",
                "today 14:30 UTC | 2026-06-05T14:30+00:00",
                "16:31 | 2026-06-05T16:31+02:00",
            })
    void dateHasOneMeaning(String text, String edtf) {
        assertThat(READER.read(text).meanings()).containsExactly(edtf);
    }

    @ParameterizedTest
    @CsvSource({"03/04/2026, 2026-04-03, 2026-03-04", "5/6, 2026-06-05, 2026-05-06"})
    void figuresMayHaveTwoMeanings(String text, String dayFirst, String monthFirst) {
        WrittenDate date = READER.read(text);
        assertThat(date.meanings()).containsExactly(dayFirst, monthFirst);
        assertThat(date.isAmbiguous()).isTrue();
        assertThat(date.edtf()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "31/02/2026", "the 40th of May", "25:00", "Marchand", "20 points", "18 to 15 August"
            })
    void otherTextIsNoDate(String text) {
        assertThat(READER.read(text).meanings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Putin refused the ceasefire on Friday, talks come first | on Friday | 2026-06-05",
                "Ayer Rusia rechazó la tregua | Ayer | 2026-06-04",
                "Trump meets Putin on August 15 in Alaska | on August 15 | 2025-08-15",
                "Se reunieron en Ginebra el 23 de noviembre de 2025. | el 23 de noviembre de 2025 | 2025-11-23",
                "They met from 21 to 23 May in Miami | from 21 to 23 May | 2026-05-21/2026-05-23",
            })
    void dateIsFoundInASentence(String sentence, String text, String edtf) {
        WrittenDate date = READER.find(sentence).orElseThrow();
        assertThat(date.text()).isEqualTo(text);
        assertThat(date.edtf()).isEqualTo(edtf);
        assertThat(sentence.substring(date.start(), date.end())).isEqualTo(text);
    }

    @Test
    void numbersAndVerbsInASentenceAreNoDates() {
        for (String sentence : List.of(
                "26 nations may send troops",
                "The 28 points of 2025",
                "Putin says there is no point in a meeting",
                "A 30-day ceasefire")) {
            assertThat(READER.find(sentence)).as(sentence).isEmpty();
        }
    }
}

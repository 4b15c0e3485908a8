package org.parley.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateCellTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-01",
                "2026-09",
                "2026",
                "2026-09-01~",
                "2026-09?",
                "2026-09-01/2026-09-03",
                "2026-09-01T14:00Z",
                "2026-09-01T14:00Z/2026-09-01T18:30+02:00"
            })
    void acceptsEdtf(String cell) {
        assertThat(DateCell.read(cell)).isEqualTo(CellValue.text(cell));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-9-1|2026-09-01",
                "2026/09/01|2026-09-01",
                "2026.9.1|2026-09-01",
                "20260901|2026-09-01",
                "25/09/2026|2026-09-25",
                "09/25/2026|2026-09-25",
                "09.09.2026|2026-09-09",
                "1 Sep 2026|2026-09-01",
                "1. September 2026|2026-09-01",
                "1st of September 2026|2026-09-01",
                "1-Sept-2026|2026-09-01",
                "Sep. 1, 2026|2026-09-01",
                "September 1st, 2026|2026-09-01",
                "1 de septiembre de 2026|2026-09-01",
                "1 AGO 2026|2026-08-01",
                "September 2026|2026-09",
                "enero de 2026|2026-01",
                "2026-09-01 14:00Z|2026-09-01T14:00Z",
                "2026-09-01T14:00:00.000Z|2026-09-01T14:00:00Z",
                "2026-09-01 9:05 UTC|2026-09-01T09:05Z",
                "2026-09-01T14:00+0200|2026-09-01T14:00+02:00",
                "2026-09-01T14:00 −04|2026-09-01T14:00-04:00",
                "2026-09-01 14:00Z / 2026-09-01 18:30 UTC|2026-09-01T14:00Z/2026-09-01T18:30Z"
            })
    void interpretsUnambiguousDates(String cell, String as) {
        assertThat(DateCell.read(cell)).isEqualTo(CellValue.interpreted(as));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03/04/2025|the date 2025-04-03 or 2025-03-04?",
                "3.4.2025|the date 2025-04-03 or 2025-03-04?",
                "9/1/26|the date 2026-01-09 or 2026-09-01?",
                "25/9/26|the date 2026-09-25 or 2025-09-26?",
                "31/12/99|Write 2099-12-31 if",
                "1-Sep-26|Write 2026-09-01 if",
                "2026-09-01 14:00|lacks a time zone",
                "2026-09-01 00:00:00|Write the day 2026-09-01",
                "2026-09-01T14:00 EDT|not as “EDT”",
                "2026-09-01T14:00:00.123Z|Write 2026-09-01T14:00:00Z.",
                "45901|Write 2025-09-01 if",
                "0025-09-01|Write 2025-09-01 if",
                "0926-09-01|year 926. A year before 1000",
                "2026-09-31|no such day",
                "2026-13-01|no such day",
                "31/02/2026|no such day",
                "30 Feb 2026|no such day",
                "2026-09-01T25:00Z|no such day or time",
                "2026-21|2026-03/2026-05",
                "late September 2026|is not a date",
                "yesterday|is not a date",
                "1 Foo 2026|is not a date",
                "2026-09-03/2026-09-01|is not a date"
            })
    void refusesAmbiguousDates(String cell, String question) {
        assertThat(DateCell.read(cell)).isInstanceOfSatisfying(CellValue.Unclear.class, value -> assertThat(value.why())
                .asString()
                .contains(question));
    }
}

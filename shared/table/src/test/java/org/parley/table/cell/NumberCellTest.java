package org.parley.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCellTest {
    @ParameterizedTest
    @CsvSource({"0,0", "1000,1000", "1250.5,1250.5", "1250.500,1250.500", "0.125,0.125", "1.5,1.5", "1.50,1.50"})
    void acceptsPlainNumbers(String cell, String number) {
        assertThat(NumberCell.read(cell)).isInstanceOfSatisfying(CellValue.Literal.class, value -> assertThat(
                        value.json().decimalValue())
                .isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 000|1000",
                "1 250.5|1250.5",
                "1 250.125|1250.125",
                "1 250,5|1250.5",
                "1'000'000|1000000",
                "1’000|1000",
                "1\u202F000|1000",
                "1,000,000|1000000",
                "1.000.000|1000000",
                "1,000.5|1000.5",
                "1.000,50|1000.50",
                "0,5|0.5",
                "0,125|0.125",
                "12,5|12.5",
                "1250,125|1250.125",
                ".5|0.5",
                "+5|5",
                "007|7"
            })
    void interpretsUnambiguousNumbers(String cell, String as) {
        assertThat(NumberCell.read(cell)).isInstanceOfSatisfying(CellValue.Interpreted.class, value -> {
            assertThat(value.as()).isEqualTo(as);
            assertThat(value.json().decimalValue()).isEqualByComparingTo(as);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.000|the number 1 or 1000?",
                "1,000|the number 1 or 1000?",
                "2.500|the number 2.5 or 2500?",
                "12,345|the number 12.345 or 12345?",
                "1E3|such as 1000",
                "2.5e+6|such as 2500000",
                "5 to 10|a range",
                "5-10|a range",
                "1 a 2|a range",
                "5–10|a range"
            })
    void refusesAmbiguousNumbers(String cell, String question) {
        assertThat(NumberCell.read(cell))
                .isInstanceOfSatisfying(
                        CellValue.Unclear.class,
                        value -> assertThat(value.why()).asString().contains(question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "some",
                "5 vessels",
                "-3",
                "5%",
                "½",
                "1,00,000",
                "1.000.00",
                "1 00",
                "1e999",
                "0x10",
                "NaN",
                "1_000",
                "1.",
                "٥"
            })
    void refusesOtherText(String cell) {
        assertThat(NumberCell.read(cell))
                .isInstanceOfSatisfying(
                        CellValue.Unclear.class,
                        value -> assertThat(value.why()).asString().contains("is not a number"));
    }
}

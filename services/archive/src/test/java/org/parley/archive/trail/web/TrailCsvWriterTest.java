package org.parley.archive.trail.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailCsvWriterTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "'=1+1", "''@x"})
    void formulasAreEscaped(String text) {
        assertThat(TrailCsvWriter.cell(text)).isEqualTo("'" + text);
        assertThat(value(TrailCsvWriter.cell(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "'quoted'", "1-2", " =1", "", "'"})
    void otherCellsAreUnchanged(String text) {
        assertThat(TrailCsvWriter.cell(text)).isEqualTo(text);
        assertThat(value(text)).isEqualTo(text);
    }

    @Test
    void everyColumnIsDocumented() throws IOException {
        String page = Files.readString(Path.of("../../docs/analysts/trail-csv.md"));
        assertThat(page.lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(3, line.indexOf('`', 3))))
                .containsExactlyElementsOf(TrailCsvWriter.COLUMNS);
    }

    @Test
    void joinedValuesCanBeSplit() {
        assertThat(TrailCsvWriter.cell(List.of("a;b", "c\\d", "", "=e"))).isEqualTo("a\\;b;c\\\\d;;'=e");
        Random random = new Random(12);
        for (int i = 0; i < 1_000; i++) {
            List<String> values = new ArrayList<>();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                StringBuilder value = new StringBuilder();
                for (int length = random.nextInt(5); length > 0; length--) {
                    value.append(";\\'=\"a,\n".charAt(random.nextInt(8)));
                }
                values.add(value.toString());
            }
            assertThat(split(TrailCsvWriter.cell(values))).isEqualTo(values);
        }
    }

    /** Splits a cell with several values as documented. */
    private static List<String> split(String cell) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) == '\\') {
                value.append(cell.charAt(++i));
            } else if (cell.charAt(i) == ';') {
                values.add(value(value.toString()));
                value.setLength(0);
            } else {
                value.append(cell.charAt(i));
            }
        }
        values.add(value(value.toString()));
        return values;
    }

    /** Restores a value as documented. */
    private static String value(String told) {
        return told.matches("(?s)'+[=+\\-@\\t\\r\\n＝＋－＠].*") ? told.substring(1) : told;
    }
}

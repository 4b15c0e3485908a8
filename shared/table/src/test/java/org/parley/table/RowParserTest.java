package org.parley.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowParserTest {
    private static List<RawRow> cut(String text, char separator, int columns) {
        RowParser cutter = new RowParser(text, 1, separator, false, columns);
        List<RawRow> rows = new ArrayList<>();
        while (cutter.hasNext()) {
            rows.add(cutter.next());
        }
        return rows;
    }

    private static List<String> cells(String row) {
        List<RawRow> rows = cut(row, ',', 3);
        assertThat(rows).hasSize(1).first().extracting(RawRow::fault).isNull();
        return rows.getFirst().cells();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsWhatACsvLibraryWrites(String separator) throws IOException {
        Random random = new Random(7);
        String letters = "ab \"\n" + separator + ",;'é";
        for (int table = 0; table < 300; table++) {
            List<List<String>> rows = new ArrayList<>();
            StringWriter written = new StringWriter();
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(separator)
                    .setRecordSeparator(table % 2 == 0 ? "\r\n" : "\n")
                    .setQuoteMode(org.apache.commons.csv.QuoteMode.ALL)
                    .get();
            try (CSVPrinter printer = new CSVPrinter(written, format)) {
                for (int row = 0; row < 4; row++) {
                    List<String> cells = new ArrayList<>();
                    for (int column = 0; column < 3; column++) {
                        StringBuilder cell = new StringBuilder();
                        for (int i = random.nextInt(8); i > 0; i--) {
                            cell.append(letters.charAt(random.nextInt(letters.length())));
                        }
                        cells.add(cell.toString().strip());
                    }
                    rows.add(cells);
                    printer.printRecord(cells);
                }
            }
            RowParser cutter = new RowParser(written.toString(), 1, separator.charAt(0), true, 0);
            for (List<String> row : rows) {
                RawRow read = cutter.next();
                assertThat(read.cells()).as(written.toString()).isEqualTo(row);
                assertThat(read.fault()).isNull();
            }
            assertThat(cutter.hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "\"Red line\" says minister,b,c|\"Red line\" says minister",
                "Minister: \"Red line\",b,c|Minister: \"Red line\"",
                "\"Minister: \"\"Red line\"\", again\",b,c|Minister: \"Red line\", again",
                "  \" spaces \"  ,b,c|spaces",
                "5\" pipes,b,c|5\" pipes",
                "\"\",b,c|''",
                "\"\"\"\",b,c|\""
            })
    void onlyMarksAroundAWholeCellBelongToTheTable(String row, String first) {
        assertThat(cells(row)).containsExactly(first, "b", "c");
    }

    @Test
    void keepsUnnecessaryMarksOfCopiedCells() {
        RawRow row = cut("\"Red line\"\t\"Yes, but\"\t\"one\ntwo\"\t\"he \"\"said\"\"\"", '\t', 4)
                .getFirst();

        assertThat(row.cells()).containsExactly("\"Red line\"", "Yes, but", "one\ntwo", "he \"said\"");
        // This cell is ambiguous, so it gets a note.
        assertThat(row.unquoted()).containsOnlyKeys(1).containsValue("\"Yes, but\"");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "a,\"Red, line\" says,c|A quotation mark within a cell makes the end",
                "a,\"Red line,c|A cell begins with a quotation mark that is never closed.",
                "a,\"Red line,c\\nd,say \"no\",f\\ng,h said \"yes\",i|A quotation mark within a cell makes the end",
                "a,\"Red line,c\\nd,e,f\\ng,they said no\",i|the next one stands in line 3"
            })
    void ambiguousRowHasAFaultAndOtherRowsAreRead(String text, String fault) {
        List<RawRow> rows = cut(text.replace("\\n", "\n") + "\nx,y,z\n", ',', 3);

        assertThat(rows.getFirst().fault()).asString().contains(fault);
        assertThat(rows.getLast().cells()).containsExactly("x", "y", "z");
        assertThat(rows.getLast().fault()).isNull();
        assertThat(rows).hasSize((int) text.replace("\\n", "\n").lines().count() + 1);
    }

    @Test
    void rowHasItsLines() {
        List<RawRow> rows = cut("a,b\r\n\"one\r\ntwo\",c\r\n\r\nd,e\rf,g\n", ',', 2);

        assertThat(rows).extracting(RawRow::line).containsExactly(1L, 2L, 4L, 5L, 6L);
        assertThat(rows).extracting(RawRow::lastLine).containsExactly(1L, 3L, 4L, 5L, 6L);
        assertThat(rows.get(2).isBlank()).isTrue();
    }

    @Test
    void scansUnclosedMarksOnlyOnce() {
        String text = "a,\"b\n".repeat(100_000);

        assertThat(cut(text, ',', 2)).hasSize(100_000).allSatisfy(row -> assertThat(row.fault())
                .isNotNull());
    }
}

package org.parley.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.table.cell.Vocabulary;
import org.parley.table.message.ImportMessage;
import tools.jackson.databind.node.ObjectNode;

/** Typical files of newsrooms and their interpretation. */
class ImportedFilesTest {
    private static ImportFile read(String name) {
        try (InputStream file = Objects.requireNonNull(ImportedFilesTest.class.getResourceAsStream(name), name)) {
            return reader().read(file.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportReader reader() {
        return new ImportReader(
                "talks",
                new Vocabulary()
                        .party("USA", "United States")
                        .party("RUS", "Russia")
                        .party("TUR", "Türkiye")
                        .party("UKR", "Ukraine"));
    }

    private static List<String> notes(ImportFile file) {
        return file.notes().stream().map(ImportMessage::toString).toList();
    }

    private static List<String> faults(ImportRow row) {
        return row.faults().stream().map(fault -> fault.text(Locale.ENGLISH)).toList();
    }

    private static List<String> messages(ImportRow row) {
        return Stream.concat(
                        faults(row).stream(),
                        row.notes().stream().map(note -> note.column() + ": " + note.cell() + " = " + note.as()))
                .toList();
    }

    private static ImportRow only(ImportFile file) {
        assertThat(file.refusals()).isEmpty();
        assertThat(file.rows()).hasSize(1);
        return file.rows().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1252.csv|enc-1252|2|Encoding: Windows-1252. Check these words: über, Öl, Zölle, sekundäre.",
                "sep-line.csv|enc-sep|3|A table with 11 columns, separated by semicolons.",
                "title-line.csv|enc-tl|3|Line 1 stands above the headings and is left out: “Table 1: warnings”.",
                "capitals-in-headings.csv|enc-caps|2|Encoding: UTF-8."
            })
    void readsTheSameCommandFromEveryFormat(String name, String matter, long line, String note) {
        ImportFile file = read(name);
        ImportRow row = only(file);
        ObjectNode command = row.command();

        assertThat(notes(file)).contains(note);
        assertThat(row.line()).isEqualTo(line);
        assertThat(messages(row)).isEmpty();
        assertThat(command.remove("developmentId").asString()).hasSize(36);
        assertThat(command).hasToString("""
                {"command":"ThreatenConsequences","matter":"%s","title":"Warnung über Öl","occurred":"2026-09-01",\
                "by":[{"party":"USA"}],"against":[{"party":"RUS"}],"condition":"keine Waffenruhe bis Freitag",\
                "consequences":"Zölle – “sekundäre” Sanktionen","evidence":{"grade":"B2",\
                "sources":[{"publisher":"Süddeutsche","title":"Drohung mit Zöllen"}]},"negotiation":"talks"}""".formatted(matter));
    }

    @Test
    void ignoresATrailingEmptyColumn() {
        ImportRow row = only(read("trailing-empty-column.csv"));

        assertThat(messages(row)).isEmpty();
        assertThat(row.command().path("substance").asString()).isEqualTo("s");
    }

    @Test
    void headlineKeepsItsQuotationMarks() {
        ImportFile file = read("headline-in-quotes.tsv");

        assertThat(file.rows()).hasSize(2).allSatisfy(row -> assertThat(messages(row))
                .isEmpty());
        assertThat(file.rows().get(1).command().at("/evidence/sources/0/title").asString())
                .isEqualTo("\"Red line\" says minister");
    }

    @Test
    void unclosedParenthesisDropsNoParty() {
        assertThat(messages(only(read("open-bracket.csv"))))
                .containsExactly("by: “USA (A. Person; UKR (B. Person)” cannot be read as parties. Write each with a"
                        + " person in brackets behind it and semicolons between them: USA (Anna Aland); RUS.");
    }

    @Test
    void refusesAmbiguousNumbers() {
        ImportFile file = read("numbers.csv");

        assertThat(file.rows())
                .extracting(ImportedFilesTest::messages)
                .containsExactly(
                        List.of("quantity: Is 1,000 the number 1 or 1000? Write one of these."),
                        List.of("quantity: Is 1.000 the number 1 or 1000? Write one of these."),
                        List.of("quantity: 1 000 = 1000"),
                        List.of("quantity: 1\u00A0000 = 1000"),
                        List.of("quantity: 1.000,5 = 1000.5"),
                        List.of("quantity: “5 to 10” is a range; this field takes one number. Write one, and give"
                                + " the range in a text or the note."),
                        List.of(
                                "quantity: The spreadsheet shortened this number to 1E3. Write it in full, such as 1000."),
                        List.of("quantity: 0,5 = 0.5"));
        assertThat(file.rows().get(4).command().path("quantity").decimalValue()).isEqualByComparingTo("1000.5");
    }

    @Test
    void refusesAmbiguousDates() {
        ImportFile file = read("dates.csv");

        assertThat(file.rows())
                .extracting(ImportedFilesTest::messages)
                .containsExactly(
                        List.of("occurred: Is 01/09/2026 the date 2026-09-01 or 2026-01-09? Write one of these."),
                        List.of("occurred: Is 9/1/26 the date 2026-01-09 or 2026-09-01? Write one of these."),
                        List.of("occurred: 2026-9-1 = 2026-09-01"),
                        List.of("occurred: 1 Sep 2026 = 2026-09-01"),
                        List.of(
                                "occurred: 2026-09-01 14:00 lacks a time zone. Write the day 2026-09-01, or the time with"
                                        + " its zone: 2026-09-01T14:00Z for UTC, 2026-09-01T14:00-04:00 for New York in summer."),
                        List.of(
                                "occurred: 2026-09-01T14:00 lacks a time zone. Write the day 2026-09-01, or the time with"
                                        + " its zone: 2026-09-01T14:00Z for UTC, 2026-09-01T14:00-04:00 for New York in summer."),
                        List.of("occurred: 45901 is how a spreadsheet counts days. Write 2025-09-01 if that is meant."),
                        List.of(
                                "occurred: 0025-09-01 lies in the year 25. Write 2025-09-01 if that is meant; a year before"
                                        + " 1000 is given on the page, not in a table."),
                        List.of("occurred: 2026-09-01T14:00:00.000Z = 2026-09-01T14:00:00Z"),
                        List.of("occurred: There is no such day or time: 2026-09-31."),
                        List.of(
                                "occurred: Time zones are written in hours from UTC, not as “EDT”: 2026-09-01T14:00Z for"
                                        + " UTC, 2026-09-01T14:00-04:00 for New York in summer."),
                        List.of(),
                        List.of("occurred: “late September 2026” is not a date. Write 2026-09-01, 2026-09, 2026-09-01~"
                                + " (about) or 2026-09-20/2026-09-30 (once within)."),
                        List.of("occurred: 2026-21 is a season. Write its months, such as 2026-03/2026-05."));
    }

    @Test
    void interpretsUnambiguousValues() {
        ImportFile file = read("values-as-people-write-them.csv");

        assertThat(notes(file)).contains("Empty rows left out: 1.");
        assertThat(file.rows())
                .extracting(ImportedFilesTest::messages)
                .containsExactly(
                        List.of("by: United States = USA", "of: Russia = RUS"),
                        List.of("by: usa = USA", "of: rus = RUS"),
                        List.of("by: USA, TUR = USA; TUR"),
                        List.of("matter: “ml 6” is not a short name. Write ml-6 if that is meant."),
                        List.of("matter: “Ml-7” is not a short name. Write ml-7 if that is meant.", "grade: b2 = B2"),
                        List.of("command: makedemand = MakeDemand"),
                        // The ledger reports the faults of these two.
                        List.of(),
                        List.of());
        assertThat(file.rows().get(2).command().path("by")).hasSize(2);
        assertThat(file.rows().get(5).line()).isEqualTo(8);
    }

    @Test
    void rowIdIsStable() {
        List<ImportRow> once = read("five-rows.csv").rows();
        List<ImportRow> again = read("five-rows.csv").rows();

        assertThat(once).hasSize(5).allSatisfy(row -> assertThat(messages(row)).isEmpty());
        assertThat(again)
                .extracting(ImportRow::developmentId)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        once.stream().map(ImportRow::developmentId).toList());
        // Every version must derive the same id, so that later versions recognize rows imported by earlier ones.
        assertThat(once.getFirst().developmentId()).isEqualTo("927d2dd1-261d-58f1-a216-03784ee51344");
    }
}

package org.parley.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Json;
import org.parley.table.cell.Vocabulary;
import org.parley.table.message.CellNote;
import org.parley.table.message.ImportMessage;
import tools.jackson.databind.node.ObjectNode;

class ImportReaderTest {
    private static ImportFile read(String text) {
        return new ImportReader("talks", new Vocabulary()).read(text);
    }

    private static List<String> refusals(String text) {
        ImportFile file = read(text);
        assertThat(file.rows()).isEmpty();
        return file.refusals().stream().map(ImportMessage::toString).toList();
    }

    private static List<String> notes(String text) {
        return read(text).notes().stream().map(ImportMessage::toString).toList();
    }

    private static List<String> faults(ImportRow row) {
        return row.faults().stream().map(fault -> fault.text(Locale.ENGLISH)).toList();
    }

    private static ObjectNode command(String table) {
        ImportFile file = read(table);
        assertThat(file.refusals()).isEmpty();
        assertThat(file.rows()).hasSize(1);
        assertThat(faults(file.rows().getFirst())).isEmpty();
        ObjectNode command = file.rows().getFirst().command();
        assertThat(command.remove("developmentId").asString()).hasSize(36);
        return command;
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void acceptsEverySeparator(String separator) {
        String table = """
                \uFEFFcommand~matter~title~occurred~by~consentOf~publisher~source title~publisher 2~source title 2~grade
                ProposeCeasefire~easter~"Truce, or ""truce\"\""~2026-04-01~AAA (Anna Aland)~"AAA; BBB"~Reuters~Report~AFP~Other~B2
                """.replace("~", separator);
        assertThat(command(table)).isEqualTo(Json.MAPPER.readTree("""
                {"command": "ProposeCeasefire", "matter": "easter", "title": "Truce, or \\"truce\\"",
                 "occurred": "2026-04-01", "by": [{"party": "AAA", "person": "Anna Aland"}],
                 "consentOf": [{"party": "AAA"}, {"party": "BBB"}],
                 "evidence": {"grade": "B2", "sources": [{"publisher": "Reuters", "title": "Report"},
                                                         {"publisher": "AFP", "title": "Other"}]},
                 "negotiation": "talks"}"""));
    }

    @Test
    void readsCellsByTheFieldsOfTheCommand() {
        assertThat(command("""
                command,matter,by,means,quantity,unit
                OfferContribution,backstop,USA,aircraft,1 250.5,pieces
                """)).isEqualTo(Json.MAPPER.readTree("""
                {"command": "OfferContribution", "matter": "backstop", "by": [{"party": "USA"}], "means": "aircraft",
                 "quantity": 1250.5, "unit": "pieces", "negotiation": "talks"}"""));
        assertThat(command("""
                command,matter,by,ruledOut
                ObjectToGuarantee,backstop,USA,TRUE
                """).path("ruledOut").asBoolean()).isTrue();
        assertThat(command("""
                command,matter,summary,touches
                RecordOutcome,summit,No result,ceasefire/truce; demand/first
                """).path("touches")).hasSize(2);
        assertThat(command("""
                command,matter,gives,complete
                CarryOutExchange,prisoners,USA: 1 250 prisoners of war; AAA: at least 3 children; AAA: remains,yes
                """)).isEqualTo(Json.MAPPER.readTree("""
                {"command": "CarryOutExchange", "matter": "prisoners", "complete": true, "negotiation": "talks",
                 "gives": [{"party": "USA", "what": "prisoners of war", "quantity": 1250},
                           {"party": "AAA", "what": "children", "quantity": 3, "atLeast": true},
                           {"party": "AAA", "what": "remains"}]}"""));
        // The party of AdmitParty is a code, not a list of actors.
        assertThat(command("""
                command,party,name,partyKind
                AdmitParty,AAA,Aland,State
                """)).isEqualTo(Json.MAPPER.readTree("""
                {"command": "AdmitParty", "party": "AAA", "name": "Aland", "partyKind": "STATE", "negotiation": "talks"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"390 prisoners", "USA:", "USA: 1.000 prisoners", "Nobody at all: 3 prisoners"})
    void refusesAHandoverThatIsNotClear(String cell) {
        ImportFile file = read("command,matter,gives\nCarryOutExchange,prisoners," + cell + "\n");

        assertThat(faults(file.rows().getFirst())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "sí, true",
        "2026-11-29, '\"2026-11-29\"'",
        "29 November 2026, '\"2026-11-29\"'",
        "2026-11-29T18:00Z, '\"2026-11-29T18:00Z\"'",
    })
    void embargoIsTrueOrItsEnd(String cell, String json) {
        assertThat(command("command,party,embargo\nAdmitParty,TUR," + cell + "\n")
                        .path("embargo"))
                .isEqualTo(Json.MAPPER.readTree(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "false", "soon"})
    void refusesOtherEmbargoes(String cell) {
        ImportRow row = read("command,party,name,partyKind,embargo\nAdmitParty,TUR,Türkiye,STATE," + cell + "\n")
                .rows()
                .getFirst();
        assertThat(faults(row)).singleElement().asString().contains("embargo", cell, "leave the cell empty for none");
    }

    @Test
    void sourceAndGradeCanBeFieldsOfTheCommand() {
        assertThat(command("""
                command,target,publisher,source title
                AddSource,01990000-0000-7000-8000-000000000001,AFP,Report
                """).at("/source/publisher").asString()).isEqualTo("AFP");
        assertThat(command("""
                command,target,grade
                GradeDevelopment,01990000-0000-7000-8000-000000000001,A1
                """).path("grade").asString()).isEqualTo("A1");
    }

    @Test
    void refusesTwoSourcesForACommandWithOne() {
        ImportFile file = read("""
                command,target,publisher,source title,publisher 2,source title 2
                AddSource,01990000-0000-7000-8000-000000000001,AFP,Report,Reuters,Other
                """);
        assertThat(faults(file.rows().getFirst()))
                .contains("publisher 2: AddSource takes one source. Give the others in separate rows.");
    }

    @Test
    void emptyCellOmitsTheField() {
        assertThat(command("command,matter,reason\nRejectCeasefire,truce,\n").has("reason"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CeasefireRejected,RejectCeasefire",
        "Ceasefire rejected,RejectCeasefire",
        "reject ceasefire,RejectCeasefire",
        "REJECTCEASEFIRE,RejectCeasefire"
    })
    void acceptsTheNameOfTheEvent(String label, String command) {
        assertThat(command("Command,Matter\n" + label + ",truce\n")
                        .path("command")
                        .asString())
                .isEqualTo(command);
    }

    @Test
    void reportsAnUnknownCommandOnce() {
        List<ImportRow> rows = read("command,matter,by\nRejectCeasefir,truce,AAA\nFoo,truce,AAA\n,truce,AAA\n")
                .rows();
        assertThat(rows)
                .extracting(ImportReaderTest::faults)
                .containsExactly(
                        List.of(
                                "command: There is no command “RejectCeasefir”. Write RejectCeasefire if that is meant."),
                        List.of("command: There is no command “Foo”. The page “Log a development” lists them all."),
                        List.of("command: The row has no command."));
    }

    @Test
    void refusesCommandsWithNestedFields() {
        assertThat(faults(read("command,target,reason\nCorrectDevelopment,01990000-0000-7000-8000-000000000001,x\n")
                        .rows()
                        .getFirst()))
                .containsExactly(
                        "command: CorrectDevelopment does not fit into a table. Give it on the page of the entry,"
                                + " or as JSON.");
    }

    @Test
    void reportsAFieldThatTheCommandLacks() {
        List<ImportRow> rows = read("""
                command,matter,reason,substance
                RejectCeasefire,truce,,
                RejectCeasefire,truce,no,this
                """).rows();
        assertThat(faults(rows.get(0))).isEmpty();
        assertThat(faults(rows.get(1)))
                .contains("substance: RejectCeasefire has no such field. Empty this cell, or choose another command.");
    }

    @Test
    void reportsEveryFaultOfARowOnce() {
        ImportRow row = read("""
                Command,Matter,When,occurred,By,terms,publisher,source title,grade
                ProposeCeasefire,truce,,03/04/2025,AAA,x,AFP,,Z9
                """).rows().getFirst();
        assertThat(faults(row))
                .containsExactly(
                        "occurred: Is 03/04/2025 the date 2025-04-03 or 2025-03-04? Write one of these.",
                        "grade: “Z9” is not a grade. Write a letter A to F for the source and a digit 1 to 6 for what it"
                                + " says, such as B2.",
                        "consentOf: is required");
    }

    @Test
    void refusesARowWithMoreCellsThanColumns() {
        List<ImportRow> rows = read("command,matter,reason\nRejectCeasefire,truce,no, thanks\n")
                .rows();
        assertThat(faults(rows.getFirst()))
                .singleElement()
                .asString()
                .contains("the first without a column is “thanks”");
        // An extra empty cell is ignored.
        assertThat(command("command,matter,reason\nRejectCeasefire,truce,no,\n")
                        .path("reason")
                        .asString())
                .isEqualTo("no");
    }

    @Test
    void refusesACellWithoutHeading() {
        List<ImportRow> rows = read("command,matter,\nRejectCeasefire,truce,aside\nRejectCeasefire,truce,\n")
                .rows();
        assertThat(faults(rows.get(0)))
                .contains(
                        "C: The column has no heading, but this cell holds “aside”. Give the column a heading, or empty"
                                + " the cell.");
        assertThat(faults(rows.get(1))).isEmpty();
    }

    @Test
    void refusesDuplicateColumns() {
        assertThat(refusals("command,matter,Publisher,publisher\nRejectCeasefire,truce,AFP,Reuters\n"))
                .containsExactly(
                        "Two columns are called “publisher” (C and D). If the second is of another source, call it"
                                + " “publisher 2”; otherwise keep one of them.");
        assertThat(refusals("command,matter,reason,Reason\nRejectCeasefire,truce,a,b\n"))
                .containsExactly("Two columns are called “Reason” (C and D). Keep one of them.");
        assertThat(refusals("command,command,matter\nRejectCeasefire,AcceptCeasefire,truce\n"))
                .hasSize(1);
        // An empty column is ignored, whichever it is.
        String first = "command,matter,reason,reason\nRejectCeasefire,truce,a,\n";
        String second = "command,matter,reason,reason\nRejectCeasefire,truce,,b\n";
        assertThat(command(first).path("reason").asString()).isEqualTo("a");
        assertThat(command(second).path("reason").asString()).isEqualTo("b");
        assertThat(notes(second)).contains("Column C (“reason”) is empty and left out.");
    }

    @Test
    void reportsAnUnknownColumnOnce() {
        assertThat(refusals("""
                command,matter,reson,remarks
                RejectCeasefire,truce,a,x
                RejectCeasefire,truce,b,y
                """))
                .containsExactly(
                        "Column C is called “reson”, but no command has such a field. Do you mean “reason”? Rename"
                                + " it, or delete it from the table.",
                        "Column D is called “remarks”, but no command has such a field. Rename it, or delete"
                                + " it from the table.");
        assertThat(notes("command,matter,remarks\nRejectCeasefire,truce,\n"))
                .contains("Column C (“remarks”) is empty and left out.");
    }

    @Test
    void knowsThePartiesThatTheFileAdmits() {
        List<ImportRow> rows = read("""
                command,party,name,partyKind,matter,by,reason
                AdmitParty,AAA,Aland,STATE,,,
                RejectCeasefire,,,,truce,Aland,no
                """).rows();
        assertThat(rows.get(1).command().at("/by/0/party").asString()).isEqualTo("AAA");
        assertThat(rows.get(1).notes()).containsExactly(new CellNote("by", "Aland", "AAA"));
    }

    @Test
    void multilineTextIsOneRow() {
        List<ImportRow> rows = read("""
                command,matter,reason
                RejectCeasefire,truce,"one
                two"
                RejectCeasefire,truce,three
                """).rows();
        assertThat(rows).extracting(ImportRow::line).containsExactly(2L, 4L);
        assertThat(rows.getFirst().command().path("reason").asString()).isEqualTo("one\ntwo");
    }

    @Test
    void refusesASplitRow() {
        List<ImportRow> rows = read("""
                command\tmatter\treason
                RejectCeasefire\ttruce\tone
                two and three
                RejectCeasefire\tother\tthree
                """).rows();
        assertThat(faults(rows.get(0))).singleElement().asString().contains("seems to continue in line 3");
        assertThat(faults(rows.get(1))).singleElement().asString().contains("the rest of line 2");
        assertThat(faults(rows.get(2))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"S\uFFFDd", "#N/A", "########", "#REF!"})
    void refusesValuesThatTheSpreadsheetLost(String cell) {
        assertThat(faults(read("command,matter,reason\nRejectCeasefire,truce," + cell + "\n")
                        .rows()
                        .getFirst()))
                .first()
                .asString()
                .startsWith("reason: ")
                .contains(cell);
    }

    @Test
    void reportsDuplicateRows() {
        List<ImportRow> rows = read("""
                command,matter,reason
                RejectCeasefire,truce,no
                RejectCeasefire,truce,"no"
                RejectCeasefire,truce,never
                """).rows();
        assertThat(rows).extracting(ImportRow::sameAs).containsExactly(null, 2L, null);
        assertThat(rows).extracting(ImportRow::developmentId).doesNotHaveDuplicates();
    }

    @Test
    void idDependsOnTheContentOnly() {
        String one = "command,matter,reason\nRejectCeasefire,truce,no\n";
        String other = "sep=;\r\nTitle\r\n\r\nREASON;Matter;Command\r\nno;truce;ceasefire rejected\r\n";
        String json = "{\"reason\":\"no\",\"matter\":\"truce\",\"command\":\"RejectCeasefire\"}";

        assertThat(List.of(other, json))
                .allSatisfy(text -> assertThat(read(text).rows().getFirst().developmentId())
                        .isEqualTo(read(one).rows().getFirst().developmentId()));
        assertThat(new ImportReader("others", new Vocabulary())
                        .read(one)
                        .rows()
                        .getFirst()
                        .developmentId())
                .isNotEqualTo(read(one).rows().getFirst().developmentId());
    }

    @Test
    void readsNdjsonAndReportsMalformedLines() {
        List<ImportRow> rows = read("""
                {"command":"ProposeCeasefire","developmentId":"x","negotiation":"others"}

                [1]
                {oops
                {"by":"AAA","by":"BBB"}
                """).rows();
        assertThat(rows).extracting(ImportRow::line).containsExactly(1L, 3L, 4L, 5L);
        assertThat(rows)
                .extracting(ImportReaderTest::faults)
                .containsExactly(
                        List.of(),
                        List.of("A line holds one JSON object, and this holds something else."),
                        List.of("This line is not JSON from its character 2 on."),
                        List.of("The field “by” is given twice."));
        assertThat(rows.getFirst().developmentId()).isEqualTo("x");
        assertThat(rows.getFirst().negotiation()).isEqualTo("others");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"command\":\"A\"},\n{\"command\":\"B\"}]", "{\n  \"command\": \"A\"\n}"})
    void refusesMultilineJson(String json) {
        assertThat(refusals(json))
                .containsExactly("This is JSON over several lines. Write each command on a separate line, without a"
                        + " list around them.");
    }

    @Test
    void namesTheMissingColumn() {
        assertThat(refusals("date,who\n2026,AAA\n"))
                .singleElement()
                .asString()
                .startsWith("No line has a column “command”.")
                .endsWith("It begins with: date,who");
        assertThat(refusals("")).hasSize(1);
        assertThat(refusals("command,matter\n")).containsExactly("There is nothing to import.");
    }

    @Test
    void reportsExceededLimits() {
        assertThat(refusals("command,matter\n" + "RejectCeasefire,truce\n".repeat(10_001)))
                .containsExactly("The file has 10001 rows; at most 10000 are allowed. Split it and import the parts"
                        + " one after the other.");
        assertThat(refusals("{\"command\":\"A\"}\n".repeat(10_001))).hasSize(1);
        assertThat(refusals("command," + "a,".repeat(300) + "\n"))
                .singleElement()
                .asString()
                .contains("302 columns");
        assertThat(new ImportReader("talks", new Vocabulary())
                        .read(new byte[ImportReader.BYTES_MAX + 1], StandardCharsets.UTF_8)
                        .refusals())
                .containsExactly(ImportReader.tooLarge());
    }
}

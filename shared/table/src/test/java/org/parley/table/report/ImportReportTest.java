package org.parley.table.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.table.ImportReader;
import org.parley.table.ImportRow;
import org.parley.table.cell.Vocabulary;
import org.parley.table.report.RowRelation.KnownEntry;

/** The report of a row by the ledger's response. */
class ImportReportTest {
    private static final String OTHER = "01990000-0000-7000-8000-000000000001";

    private final List<ImportRow> rows =
            new ImportReader("talks", new Vocabulary()).read("""
                    command,matter,occurred,by,terms,consentOf,publisher,source title
                    ProposeCeasefire,truce,2026-04-01,AAA,x,BBB,AFP,Report
                    AcceptCeasefire,truce,2026-04-02,BBB,,,AFP,Report
                    AcceptCeasefire,truce,2026-04-02,BBB,,,AFP,Report
                    """).rows();

    private RowReport report(int row, String answer) {
        String id = rows.get(row).developmentId();
        return RowReport.of(
                rows.get(row),
                Json.MAPPER.readTree(
                        answer.replace('\'', '"').replace("#own", id).replace("#other", OTHER)),
                ImportReport.lines(rows));
    }

    private List<RowReport> reports(String standing, RowReport... all) {
        return ImportReport.of(rows, List.of(all), ids -> Map.of(OTHER, new KnownEntry(12, standing)));
    }

    private static List<String> messages(RowReport report) {
        return Stream.concat(
                        report.faults().stream().map(fault -> fault.text(Locale.ENGLISH)),
                        report.related().stream()
                                .map(related -> related.message().toString()))
                .toList();
    }

    @Test
    void similarEntryNeedsConfirmationButSimilarRowDoesNot() {
        String answer = "{'status':200,'event':{'summary':'S.'},'warnings':[{'code':'SIMILAR','detail':'D',"
                + "'developmentId':'%s'},{'code':'LATE_ENTRY','detail':'Something later.','developmentId':'#other'},"
                + "{'code':'SHIFT','detail':'It would shift.','developmentId':'#own'}]}";

        RowReport likeEntry =
                reports("EFFECTIVE", report(1, answer.formatted("#other"))).getFirst();
        RowReport likeRow = reports(
                        "EFFECTIVE", report(1, answer.formatted(rows.getFirst().developmentId())))
                .getFirst();

        assertThat(likeEntry.verdict()).isEqualTo(RowVerdict.SIMILAR);
        assertThat(messages(likeEntry))
                .containsExactly(
                        "Something similar is already recorded as entry 12.", "Something later.", "It would shift.");
        assertThat(likeRow.verdict()).isEqualTo(RowVerdict.READY);
        assertThat(messages(likeRow)).contains("Similar to line 2.");
    }

    @Test
    void recordedRowNamesItsEntryAndStanding() {
        RowReport repeated = report(0, "{'status':200,'repeats':'#other','developmentId':'#other','position':12}");
        RowReport taken = report(0, "{'status':409,'problem':{'detail':'Taken.','conflictsWith':'#own'}}");

        assertThat(messages(reports("EFFECTIVE", repeated).getFirst()))
                .containsExactly("Already recorded as entry 12.");
        assertThat(messages(reports("RETRACTED", repeated).getFirst()))
                .containsExactly("Already recorded as entry 12, which was retracted later.");
        assertThat(messages(reports("CORRECTED", repeated).getFirst()))
                .containsExactly("Already recorded as entry 12, which was corrected later.");
        // An id that is derived from the content can belong only to the same content.
        assertThat(taken.verdict()).isEqualTo(RowVerdict.ALREADY_RECORDED);
    }

    @Test
    void duplicateRowNeedsConfirmation() {
        RowReport same = report(2, "{'status':200,'event':{'summary':'S.'},'warnings':[]}");

        assertThat(same.verdict()).isEqualTo(RowVerdict.SAME_ROW);
        assertThat(messages(same)).containsExactly("Says exactly the same as line 3.");
    }

    @Test
    void reportsEachFaultOnceWithItsColumn() {
        RowReport refused = report(1, """
                {'status':400,'problem':{'errors':[
                  {'pointer':'/evidence/sources/0/title','detail':'is required'},
                  {'pointer':'/evidence/sources/0/title','detail':'is required'},
                  {'pointer':'/by/0/party','detail':'BBB is not admitted'},
                  {'pointer':'/evidence/grade','detail':'is no grade'}]}}""");

        assertThat(refused.verdict()).isEqualTo(RowVerdict.REFUSED);
        assertThat(messages(refused))
                .containsExactly("source title: is required", "by: BBB is not admitted", "grade: is no grade");
    }

    @Test
    void namesTheRefusedRowThatARowDependsOn() {
        String unknown = "{'status':404,'problem':{'detail':'Nothing is recorded of it.'}}";
        RowReport first =
                report(0, "{'status':400,'problem':{'errors':[{'pointer':'/occurred','detail':'in the future'}]}}");

        assertThat(messages(reports("", first, report(1, unknown)).get(1)))
                .containsExactly(
                        "Nothing is recorded of it.",
                        "Line 2 of the same matter is refused; perhaps this row can be recorded once that one can.");
        // An earlier row whose command cannot begin the matter is not the cause.
        assertThat(messages(reports("", report(1, unknown), report(2, unknown)).get(1)))
                .containsExactly("Nothing is recorded of it.");
    }

    @Test
    void serverErrorIsNotARefusal() {
        for (String failure : List.of("{'status':503}", "{'status':500}", "{'status':401}")) {
            assertThat(RowReport.isJudged(Json.MAPPER.readTree(failure.replace('\'', '"'))))
                    .isFalse();
        }
        assertThat(RowReport.isJudged(Json.MAPPER.readTree("{\"status\":409}"))).isTrue();
    }
}

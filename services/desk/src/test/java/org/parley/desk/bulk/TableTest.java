package org.parley.desk.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Json;
import org.parley.desk.bulk.Table.Row;
import tools.jackson.databind.node.ObjectNode;

class TableTest {
    private static ObjectNode command(String table) {
        List<Row> rows = Table.read(table, "talks");
        assertThat(rows).hasSize(1);
        ObjectNode command = rows.get(0).command().deepCopy();
        assertThat(command.remove("developmentId").asString()).hasSize(36);
        return command;
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aTableOfAnySeparatorIsRead(String separator) {
        String table = """
                \uFEFFcommand|matter|title|occurred|by|consentOf|publisher|source title|publisher 2|source title 2|grade
                ProposeCeasefire|easter|"Truce, or ""truce\"\""|2026-04-01|AAA (Anna Aland)|"AAA; BBB"|Reuters|Report|AFP|Other|B2
                """.replace("|", separator);
        assertThat(command(table)).isEqualTo(Json.MAPPER.readTree("""
                {"command": "ProposeCeasefire", "matter": "easter", "title": "Truce, or \\"truce\\"",
                 "occurred": "2026-04-01", "by": [{"party": "AAA", "person": "Anna Aland"}],
                 "consentOf": [{"party": "AAA"}, {"party": "BBB"}],
                 "evidence": {"grade": "B2", "sources": [{"publisher": "Reuters", "title": "Report"},
                                                         {"publisher": "AFP", "title": "Other"}]},
                 "negotiation": "talks"}"""));
    }

    @Test
    void eachCellIsReadAsItsCommandTakesIt() {
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
        // A party that is admitted is a code, not a list of actors.
        assertThat(command("""
                command,party,name,partyKind
                AdmitParty,AAA,Aland,STATE
                """).path("party").asString()).isEqualTo("AAA");
    }

    @Test
    void aSourceOrGradeThatIsTheCommandsOwnGoesThere() {
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
    void anEmptyCellLeavesTheFieldOut() {
        assertThat(command("command,matter,reason\nRejectCeasefire,truce,\n").has("reason"))
                .isFalse();
    }

    @Test
    void aRowWithMoreCellsThanColumnsIsNotGuessedAt() {
        List<Row> rows = Table.read("command,matter,reason\nRejectCeasefire,truce,no, thanks\n", "talks");
        assertThat(rows).extracting(Row::fault).containsExactly("moreCellsThanColumns");
    }

    @Test
    void linesOfJsonAreReadAndBadOnesNamed() {
        List<Row> rows = Table.read(
                "{\"command\":\"ProposeCeasefire\",\"developmentId\":\"x\",\"negotiation\":\"others\"}\n\n[1]\n{oops\n",
                "talks");
        assertThat(rows).extracting(Row::line).containsExactly(1L, 3L, 4L);
        assertThat(rows).extracting(Row::fault).containsExactly("", "notJson", "notJson");
        assertThat(rows.get(0).command().path("developmentId").asString()).isEqualTo("x");
        assertThat(rows.get(0).command().path("negotiation").asString()).isEqualTo("others");
    }

    @Test
    void aTextOverSeveralLinesStaysOneRowAndRowsKnowTheirLine() {
        List<Row> rows = Table.read("""
                command,matter,reason
                RejectCeasefire,truce,"one
                two"
                RejectCeasefire,truce,three
                """, "talks");
        assertThat(rows).extracting(Row::line).containsExactly(3L, 4L);
        assertThat(rows.get(0).command().path("reason").asString()).isEqualTo("one\ntwo");
    }
}

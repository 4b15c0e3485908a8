package org.parley.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Json;

class PartyCellsTest {
    private final PartyCells cells = new PartyCells(new Vocabulary()
            .party("USA", "United States")
            .party("COD", "Congo")
            .party("COG", "Congo")
            .party("FRN", "Northern Front (Renewal)")
            .party("UPL", "the Uplands")
            .party("CIV", "Côte d’Ivoire"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "USA|[{'party':'USA'}]",
                "USA; UPL|[{'party':'USA'},{'party':'UPL'}]",
                "USA;UPL;|[{'party':'USA'},{'party':'UPL'}]",
                "USA (Anna Aland)|[{'party':'USA','person':'Anna Aland'}]",
                "USA (Anna Aland (envoy)); UPL (B; C)|[{'party':'USA','person':'Anna Aland (envoy)'},{'party':'UPL','person':'B; C'}]",
                "GBR|[{'party':'GBR'}]"
            })
    void acceptsCodes(String cell, String json) {
        assertThat(cells.actors(cell)).isEqualTo(new CellValue.Literal(Json.MAPPER.readTree(json.replace('\'', '"'))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "United States|USA",
                "united states (Anna Aland)|USA (Anna Aland)",
                "usa|USA",
                "USA, UPL|USA; UPL",
                "usa, the Uplands (B. Person)|USA; UPL (B. Person)",
                "'USA\nUPL'|USA; UPL",
                "Uplands|UPL",
                "Cote d'Ivoire|CIV",
                "Northern Front (Renewal)|FRN",
                "US\u200BA|USA"
            })
    void interpretsUnambiguousNames(String cell, String as) {
        assertThat(cells.actors(cell))
                .isInstanceOfSatisfying(CellValue.Interpreted.class, value -> assertThat(value.as())
                        .isEqualTo(as));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USA (A. Person; UKR (B. Person)|cannot be read as parties",
                "USA A. Person)|cannot be read as parties",
                "(B. Person)|cannot be read as parties",
                "USA ()|cannot be read as parties",
                "(USA)|cannot be read as parties",
                "USA (A) B|cannot be read as parties",
                "USA (A) (B)|cannot be read as parties",
                ";|cannot be read as parties",
                "Congo|may be COD (Congo), COG (Congo)",
                "Untied States|Write USA (United States) if that is meant",
                "USA and UPL|No party is called “USA and UPL”",
                "USA, Nowhere|No party is called “USA, Nowhere”"
            })
    void refusesAmbiguousNames(String cell, String question) {
        assertThat(cells.actors(cell)).isInstanceOfSatisfying(CellValue.Unclear.class, value -> assertThat(value.why())
                .asString()
                .contains(question));
    }

    @ParameterizedTest
    @ValueSource(strings = {"United States", "usa"})
    void interpretsASingleParty(String cell) {
        assertThat(cells.party(cell)).isEqualTo(CellValue.interpreted("USA"));
    }

    @Test
    void newPartyNeedsACode() {
        assertThat(PartyCells.newParty("usa")).isEqualTo(CellValue.interpreted("USA"));
        assertThat(PartyCells.newParty("United States"))
                .isInstanceOfSatisfying(
                        CellValue.Unclear.class,
                        value -> assertThat(value.why()).asString().contains("is not a code"));
    }
}

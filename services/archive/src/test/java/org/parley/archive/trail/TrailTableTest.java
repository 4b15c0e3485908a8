package org.parley.archive.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void noCellIsAFormula(String text) {
        assertThat(TrailTable.cell(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "'quoted'", "1-2", " =1", ""})
    void otherCellsStayAsTheyAre(String text) {
        assertThat(TrailTable.cell(text)).isEqualTo(text);
    }
}

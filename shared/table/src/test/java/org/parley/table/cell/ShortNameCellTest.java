package org.parley.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShortNameCellTest {
    private static final FieldTypes.FieldType MATTER = new FieldTypes.FieldType(CellType.SHORT_NAME, List.of());

    private final CellReader cells = new CellReader(new Vocabulary()
            .matter("The Alaska truce", "alaska")
            .matter("Local truce", "north")
            .matter("Local truce", "south"));

    private String advice(String cell) {
        return ((CellValue.Unclear) cells.read(MATTER, cell)).why().text(Locale.ENGLISH);
    }

    @Test
    void aTitleLeadsToTheShortNameOfItsMatter() {
        assertThat(advice("the alaska Truce"))
                .isEqualTo("“the alaska Truce” is the title of a matter. If that one is meant, write its short name:"
                        + " alaska.");
        assertThat(advice("Local truce")).endsWith("its short name: north, south.");
    }

    @Test
    void anotherTextIsAdvisedToBecomeAShortName() {
        assertThat(advice("Easter truce")).endsWith("Write easter-truce if that is meant.");
        assertThat(cells.read(MATTER, "alaska")).isEqualTo(CellValue.text("alaska"));
    }
}

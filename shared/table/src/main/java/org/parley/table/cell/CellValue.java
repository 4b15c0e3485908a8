package org.parley.table.cell;

import java.math.BigDecimal;
import org.parley.contract.Json;
import org.parley.table.message.ImportMessage;
import tools.jackson.databind.JsonNode;

/** The value of a cell, or why it has none. */
public sealed interface CellValue {
    /** The text of the cell is the value. */
    record Literal(JsonNode json) implements CellValue {}

    /** The cell has exactly one interpretation, which differs from its text; {@code as} shows it. */
    record Interpreted(JsonNode json, String as) implements CellValue {}

    /** The cell has several interpretations, or none. */
    record Unclear(ImportMessage why) implements CellValue {}

    static CellValue text(String text) {
        return new Literal(json(text));
    }

    static CellValue interpreted(String as) {
        return new Interpreted(json(as), as);
    }

    static CellValue interpreted(BigDecimal number) {
        return new Interpreted(json(number), number.toPlainString());
    }

    static CellValue unclear(String key, Object... arguments) {
        return new Unclear(ImportMessage.of(key, arguments));
    }

    static JsonNode json(String text) {
        return Json.MAPPER.getNodeFactory().stringNode(text);
    }

    static JsonNode json(BigDecimal number) {
        return Json.MAPPER.getNodeFactory().numberNode(number);
    }
}

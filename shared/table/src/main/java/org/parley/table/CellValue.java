package org.parley.table;

import java.math.BigDecimal;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** The value of a cell, or why it has none. */
public sealed interface CellValue {
    /** The text of the cell is the value. */
    record AsWritten(JsonNode json) implements CellValue {}

    /** The cell has exactly one interpretation, which differs from its text; {@code as} shows it. */
    record Understood(JsonNode json, String as) implements CellValue {}

    /** The cell has several interpretations, or none. */
    record Unclear(Message why) implements CellValue {}

    static CellValue text(String text) {
        return new AsWritten(json(text));
    }

    static CellValue understood(String as) {
        return new Understood(json(as), as);
    }

    static CellValue understood(BigDecimal number) {
        return new Understood(json(number), number.toPlainString());
    }

    static CellValue unclear(String key, Object... arguments) {
        return new Unclear(Message.of(key, arguments));
    }

    static JsonNode json(String text) {
        return Json.MAPPER.getNodeFactory().stringNode(text);
    }

    static JsonNode json(BigDecimal number) {
        return Json.MAPPER.getNodeFactory().numberNode(number);
    }
}

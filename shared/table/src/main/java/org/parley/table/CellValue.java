package org.parley.table;

import java.math.BigDecimal;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** What a cell means. */
public sealed interface CellValue {
    /** It means what is written. */
    record AsWritten(JsonNode json) implements CellValue {}

    /** It can mean one thing only, which is written otherwise; {@code as} shows it. */
    record Understood(JsonNode json, String as) implements CellValue {}

    /** It can mean several things, or none. */
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

package org.parley.archive.table.format;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes one JSON object per line, with every column, typed, and null for what is absent. */
final class NdjsonRowWriter implements RowWriter {
    private final Writer out;
    private final List<String> columns;

    NdjsonRowWriter(Writer out, List<String> columns) {
        this.out = out;
        this.columns = List.copyOf(columns);
    }

    @Override
    public void write(List<@Nullable Object> values) throws IOException {
        ObjectNode json = Json.MAPPER.createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
            put(json, columns.get(i), values.get(i));
        }
        out.write(Json.MAPPER.writeValueAsString(json));
        out.write('\n');
    }

    private static void put(ObjectNode json, String column, @Nullable Object value) {
        switch (value) {
            case null -> json.putNull(column);
            case Boolean truth -> json.put(column, truth);
            case Integer number -> json.put(column, number);
            case Long number -> json.put(column, number);
            case BigDecimal number -> json.put(column, number);
            case Collection<?> several -> {
                ArrayNode list = json.putArray(column);
                several.forEach(each -> list.add(each == null ? null : each.toString()));
            }
            default -> json.put(column, value.toString());
        }
    }
}

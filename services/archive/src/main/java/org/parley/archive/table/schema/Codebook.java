package org.parley.archive.table.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.contract.Json;
import org.parley.domain.coding.EventCodes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The codebook: every column of every table, and the standard codes of every event type, as JSON and as Markdown. */
public final class Codebook {
    private static final String TITLE = "Codebook";
    private static final List<String> CONVENTIONS = List.of(
            "Instants are in UTC, in ISO 8601 with six digits after the second. Dates of the world are in EDTF.",
            "CSV is RFC 4180 in UTF-8 with a header. What is absent is an empty cell; in NDJSON it is null.",
            "Several values of a cell are joined by ';'; in NDJSON they are a list. In texts, '\\' escapes a ';' or '\\':"
                    + " split at each ';' that is not escaped, then remove the escapes.",
            "In CSV an apostrophe precedes a text that a spreadsheet would interpret as a formula: one that starts with"
                    + " = + - @, one of their full-width forms, a tab or a line break, or with apostrophes and then such a"
                    + " sign. guard=false leaves it out: programs should ask for that.",
            "A party is called by its code, which never changes; names and roles are in the state.");

    private Codebook() {}

    /** The codebook as JSON. */
    public static ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("title", TITLE);
        ArrayNode conventions = json.putArray("conventions");
        CONVENTIONS.forEach(conventions::add);
        ArrayNode tables = json.putArray("tables");
        AnalysisTables.ALL.forEach(table -> tables.add(json(table)));
        ArrayNode types = json.putArray("eventTypes");
        AnalysisTables.eventTypes().forEach(type -> {
            ObjectNode one = types.addObject().put("type", type);
            one.put("plover", EventCodes.of(type).map(EventCodes::plover).orElse(null));
            one.put("ploverMode", EventCodes.of(type).map(EventCodes::mode).orElse(null));
            one.put("cameo", EventCodes.of(type).map(EventCodes::cameo).orElse(null));
        });
        return json;
    }

    private static ObjectNode json(AnalysisTable<?> table) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("name", table.name());
        json.put("title", table.title());
        json.put("description", table.description());
        ArrayNode key = json.putArray("primaryKey");
        table.primaryKey().forEach(key::add);
        ArrayNode columns = json.putArray("columns");
        for (AnalysisColumn<?> column : table.columns()) {
            ObjectNode one = columns.addObject();
            one.put("name", column.name());
            one.put("type", column.type().frictionless());
            one.put("description", column.description());
            one.put("required", column.required());
            one.put("several", column.type().isList());
            if (!column.values().isEmpty()) {
                ArrayNode values = one.putArray("values");
                column.values().forEach(values::add);
            }
            if (column.pattern() != null) {
                one.put("pattern", column.pattern());
            }
        }
        return json;
    }

    /** The codebook as Markdown. */
    public static String markdown() {
        StringBuilder text = new StringBuilder("# ").append(TITLE).append("\n\n");
        text.append("The columns of the tables for analysts, generated from the code that writes them. A running Parley"
                + " has the same\nat `/api/codebook`.\n\n");
        CONVENTIONS.forEach(convention -> text.append("- ").append(convention).append('\n'));
        AnalysisTables.ALL.forEach(table -> append(text, table));
        text.append("\n## Standard codes\n\n| type | PLOVER | mode | CAMEO |\n| --- | --- | --- | --- |\n");
        AnalysisTables.eventTypes()
                .forEach(type -> text.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                type,
                                EventCodes.of(type).map(EventCodes::plover).orElse(""),
                                EventCodes.of(type).map(EventCodes::mode).orElse(""),
                                EventCodes.of(type).map(EventCodes::cameo).orElse(""))));
        return text.toString();
    }

    private static void append(StringBuilder text, AnalysisTable<?> table) {
        text.append("\n## `%s`: %s\n\n%s\n".formatted(table.name(), lowerCase(table.title()), table.description()));
        if (!table.primaryKey().isEmpty()) {
            text.append("Key: %s.\n".formatted(names(table.primaryKey())));
        }
        if (table.refersTo() != null) {
            text.append("%s refer to `%s`.\n".formatted(names(table.foreignKey()), table.refersTo()));
        }
        text.append("\n| column | type | meaning |\n| --- | --- | --- |\n");
        for (AnalysisColumn<?> column : table.columns()) {
            text.append("| `%s` | %s%s | %s |\n"
                    .formatted(
                            column.name(),
                            column.type().words(),
                            column.required() ? "" : ", may be absent",
                            meaning(column)));
        }
    }

    private static String meaning(AnalysisColumn<?> column) {
        String values = column.values().isEmpty() ? "" : ": " + names(column.values());
        return (column.description() + values).replace("|", "\\|");
    }

    private static String names(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String lowerCase(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}

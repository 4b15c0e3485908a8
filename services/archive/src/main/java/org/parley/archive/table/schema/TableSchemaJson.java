package org.parley.archive.table.schema;

import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tables in CSV as Frictionless describes them, version 2: a Table Schema for each, and a Data Package of all.
 *
 * @see <a href="https://datapackage.org/standard/table-schema/">Table Schema</a>
 * @see <a href="https://datapackage.org/standard/data-package/">Data Package</a>
 */
public final class TableSchemaJson {
    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private TableSchemaJson() {}

    /** The Table Schema of a table. */
    public static ObjectNode of(AnalysisTable<?> table) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("$schema", PROFILES + "tableschema.json");
        ArrayNode fields = json.putArray("fields");
        table.columns().forEach(column -> fields.add(field(column)));
        json.putArray("missingValues").add("");
        if (!table.primaryKey().isEmpty()) {
            ArrayNode key = json.putArray("primaryKey");
            table.primaryKey().forEach(key::add);
        }
        if (table.refersTo() != null) {
            ObjectNode reference = json.putArray("foreignKeys").addObject();
            ArrayNode from = reference.putArray("fields");
            table.foreignKey().forEach(from::add);
            ObjectNode to = reference.putObject("reference").put("resource", table.refersTo());
            ArrayNode target = to.putArray("fields");
            table.foreignKey().forEach(target::add);
        }
        return json;
    }

    private static ObjectNode field(AnalysisColumn<?> column) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("name", column.name());
        json.put("type", column.type().frictionless());
        if (column.type() == ColumnType.CODES) {
            json.put("delimiter", ";");
            json.put("itemType", "string");
        }
        json.put("description", column.description());
        ObjectNode constraints = Json.MAPPER.createObjectNode();
        constraints.put("required", column.required());
        if (!column.values().isEmpty()) {
            ArrayNode only = constraints.putArray("enum");
            column.values().forEach(only::add);
        }
        if (column.pattern() != null) {
            constraints.put("pattern", column.pattern());
        }
        json.set("constraints", constraints);
        return json;
    }

    /**
     * A Data Package of the three tables, as files beside it with the names that their downloads have.
     *
     * @param negotiation the negotiation; null for all of them
     */
    public static ObjectNode dataPackage(@Nullable String negotiation) {
        String prefix = negotiation == null ? "" : negotiation + "-";
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("$schema", PROFILES + "datapackage.json");
        json.put("name", negotiation == null ? "parley" : negotiation);
        json.put("title", "Developments of " + (negotiation == null ? "all negotiations" : negotiation));
        ArrayNode resources = json.putArray("resources");
        for (AnalysisTable<?> table : AnalysisTables.ALL) {
            ObjectNode resource = resources.addObject();
            resource.put("name", table.name());
            resource.put("type", "table");
            resource.put("title", table.title());
            resource.put("description", table.description());
            resource.put("path", prefix + table.name() + ".csv");
            resource.put("format", "csv");
            resource.put("mediatype", "text/csv");
            resource.put("encoding", "utf-8");
            resource.set("schema", of(table));
        }
        return json;
    }
}

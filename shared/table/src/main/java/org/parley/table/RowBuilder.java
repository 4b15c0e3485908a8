package org.parley.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.table.cell.CellReader;
import org.parley.table.cell.CellText;
import org.parley.table.cell.CellType;
import org.parley.table.cell.CellValue;
import org.parley.table.cell.FieldTypes;
import org.parley.table.message.CellFault;
import org.parley.table.message.CellNote;
import org.parley.table.message.ImportMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds the command of one row and collects the faults of its cells. */
final class RowBuilder {
    private final RawRow row;
    private final TableHeadings headings;
    private final CellReader reader;
    private final ObjectNode command = Json.MAPPER.createObjectNode();
    private final ObjectNode evidence = Json.MAPPER.createObjectNode();
    private final Map<Integer, ObjectNode> sources = new TreeMap<>();
    private final List<CellFault> faults = new ArrayList<>();
    private final List<CellNote> notes = new ArrayList<>();
    private final Set<String> unclear = new LinkedHashSet<>();
    private boolean fits = true;

    RowBuilder(RawRow row, TableHeadings headings, CellReader reader) {
        this.row = row;
        this.headings = headings;
        this.reader = reader;
    }

    /**
     * Builds the row.
     *
     * @param neighbourFault a fault that involves an adjacent row; null when there is none
     */
    ImportRow build(String negotiation, @Nullable ImportMessage neighbourFault) {
        if (row.fault() != null) {
            faults.add(new CellFault(null, row.fault()));
        } else if (neighbourFault != null) {
            faults.add(new CellFault(null, neighbourFault));
        } else {
            cells();
        }
        if (!command.has("negotiation") && !unclear.contains("negotiation")) {
            command.put("negotiation", negotiation);
        }
        FieldColumns places = new FieldColumns(headings, List.copyOf(sources.keySet()));
        if (!faults.isEmpty() && fits && command.has("command")) {
            faults.addAll(places.remainingFaults(command, unclear));
        }
        return ImportRow.of(row.line(), command, faults, notes, places);
    }

    private void cells() {
        for (int i = headings.columns().size(); i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty()) {
                faults.add(new CellFault(null, ImportMessage.of("row.moreCells", ImportMessage.quoted(row.cell(i)))));
                return;
            }
        }
        TableColumn commands = headings.commandColumn();
        String name = CellText.visible(row.cell(commands.index()));
        if (name.isEmpty()) {
            fault(commands, ImportMessage.of("command.missing"));
            return;
        }
        JsonNode understood = take(commands, row.cell(commands.index()), reader.command(name));
        if (understood == null) {
            return;
        }
        String commandName = understood.asString();
        command.put("command", commandName);
        FieldTypes fields = FieldTypes.of(commandName);
        if (fields.hasNestedField()) {
            fault(commands, ImportMessage.of("command.tooDeep", commandName));
            fits = false;
            return;
        }
        headings.columns().forEach(column -> cell(column, commandName, fields));
        attach(fields);
    }

    private void cell(TableColumn column, String commandName, FieldTypes fields) {
        String cell = row.cell(column.index());
        FieldTypes.FieldType field = fields.fields().get(column.field());
        if (cell.isEmpty() || column.field().equals("command")) {
            return;
        } else if (column.field().isEmpty()) {
            faults.add(
                    new CellFault(column.heading(), ImportMessage.of("column.noHeading", ImportMessage.quoted(cell))));
        } else if (column.source() > 0) {
            source(column, cell);
        } else if (column.field().equals("grade") && field == null) {
            set(evidence, "grade", take(column, cell, value(CellType.GRADE, cell)));
        } else if (field == null) {
            fault(column, ImportMessage.of("column.notOfCommand", commandName));
        } else {
            set(command, column.field(), take(column, cell, reader.read(field, cell)));
        }
    }

    private void source(TableColumn column, String cell) {
        CellType type = column.field().equals("published") ? CellType.DATE : CellType.TEXT;
        ObjectNode source = sources.computeIfAbsent(column.source(), number -> Json.MAPPER.createObjectNode());
        set(source, column.field(), take(column, cell, value(type, cell)));
    }

    private CellValue value(CellType type, String cell) {
        return reader.read(new FieldTypes.FieldType(type, List.of()), cell);
    }

    private void attach(FieldTypes fields) {
        sources.values().removeIf(ObjectNode::isEmpty);
        ArrayNode commandSources = Json.MAPPER.createArrayNode();
        sources.values().forEach(commandSources::add);
        if (fields.hasOwnSource()) {
            if (commandSources.size() > 1) {
                faults.add(new CellFault(
                        headings.heading(
                                "publisher",
                                sources.keySet().stream().skip(1).findFirst().orElse(2)),
                        ImportMessage.of(
                                "source.onlyOne", command.path("command").asString())));
            } else if (!commandSources.isEmpty()) {
                command.set("source", commandSources.get(0));
            }
        } else if (!commandSources.isEmpty()) {
            evidence.set("sources", commandSources);
        }
        if (!evidence.isEmpty()) {
            command.set("evidence", evidence);
        }
    }

    /** The value to send; null for an unclear cell, which is added to the faults. */
    private @Nullable JsonNode take(TableColumn column, String cell, CellValue value) {
        String written = Optional.ofNullable(row.unquoted().get(column.index())).orElse(cell);
        return switch (value) {
            case CellValue.Unclear no -> {
                fault(column, no.why());
                yield null;
            }
            case CellValue.Interpreted other -> {
                note(column, written, other.as());
                yield other.json();
            }
            case CellValue.Literal same -> {
                if (!written.equals(cell)) {
                    note(column, written, cell);
                }
                yield same.json();
            }
        };
    }

    private void note(TableColumn column, String cell, String as) {
        notes.add(new CellNote(column.heading(), ImportMessage.quoted(cell), ImportMessage.quoted(as)));
    }

    private void fault(TableColumn column, ImportMessage why) {
        faults.add(new CellFault(column.heading(), why));
        unclear.add(column.field().equals("grade") || column.source() > 0 ? "evidence" : column.field());
    }

    private static void set(ObjectNode object, String field, @Nullable JsonNode value) {
        if (value != null) {
            object.set(field, value);
        }
    }
}

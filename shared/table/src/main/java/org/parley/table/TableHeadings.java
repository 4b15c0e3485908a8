package org.parley.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.evidence.Evidence;
import org.parley.table.cell.FieldTypes;
import org.parley.table.cell.NameIndex;
import org.parley.table.message.ImportMessage;

/** The columns of a table, from its heading row. Headings are compared without case, spaces and hyphens. */
final class TableHeadings {
    static final TableHeadings NONE = new TableHeadings(List.of());

    private static final Map<String, String> FIELDS =
            FieldTypes.names().stream().collect(Collectors.toUnmodifiableMap(NameIndex::key, Function.identity()));
    private static final Map<String, String> SOURCE_FIELDS = Map.of(
            "publisher", "publisher",
            "sourcetitle", "title",
            "url", "url",
            "published", "published",
            "author", "author",
            "archived", "archived");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{0,2})");

    private final List<TableColumn> columns;
    private final Map<String, TableColumn> byKey = new HashMap<>();

    private TableHeadings(List<TableColumn> columns) {
        this.columns = columns;
        columns.forEach(column -> byKey.putIfAbsent(column.key(), column));
    }

    static TableHeadings of(RawRow row) {
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            columns.add(column(i, row.cell(i)));
        }
        return new TableHeadings(List.copyOf(columns));
    }

    private static TableColumn column(int index, String heading) {
        String key = NameIndex.key(heading);
        if (key.isEmpty()) {
            return new TableColumn(index, heading.isEmpty() ? TableColumn.letter(index) : heading, "", 0);
        }
        String field = FIELDS.get(key);
        if (field != null) {
            return new TableColumn(index, heading, field, 0);
        }
        Matcher numbered = NUMBERED.matcher(key);
        if (numbered.matches() && SOURCE_FIELDS.get(numbered.group(1)) instanceof String ofSource) {
            int number = numbered.group(2).isEmpty() ? 1 : Integer.parseInt(numbered.group(2));
            if (number >= 1 && number <= Evidence.SOURCES_MAX) {
                return new TableColumn(index, heading, ofSource, number);
            }
        }
        return new TableColumn(index, heading, "?", 0);
    }

    List<TableColumn> columns() {
        return columns;
    }

    /** The number of columns with a known field. */
    long knownCount() {
        return columns.stream().filter(TableHeadings::isKnown).count();
    }

    /** Whether the row may be the heading row: it has a command column. */
    boolean hasCommandColumn() {
        return byKey.containsKey("command");
    }

    TableColumn commandColumn() {
        return java.util.Objects.requireNonNull(byKey.get("command"));
    }

    /** The heading of a field; its default heading when the table has no such column. */
    String heading(String field, int source) {
        TableColumn column = byKey.get(TableColumn.key(field, source));
        return column != null ? column.heading() : source == 0 ? field : TableColumn.headingOf(field, source);
    }

    @Nullable TableColumn find(String field) {
        return byKey.get(field);
    }

    static boolean isKnown(TableColumn column) {
        return !column.field().isEmpty() && !column.field().equals("?");
    }

    /**
     * The faults that make the table unreadable. Adds a note for each ignored column.
     *
     * @param isFilled whether any row has a value in the column
     * @param notes the list to which notes are added
     */
    List<ImportMessage> faults(Function<TableColumn, Boolean> isFilled, List<ImportMessage> notes) {
        List<ImportMessage> faults = new ArrayList<>();
        Map<String, TableColumn> first = new HashMap<>();
        for (TableColumn column : columns) {
            boolean filled = isFilled.apply(column);
            if (column.field().equals("?")) {
                String letter = TableColumn.letter(column.index());
                String heading = ImportMessage.quoted(column.heading());
                if (filled) {
                    faults.add(near(column.heading())
                            .map(like -> ImportMessage.of("column.unknownLike", letter, heading, like))
                            .orElseGet(() -> ImportMessage.of("column.unknown", letter, heading)));
                } else {
                    notes.add(ImportMessage.of("column.leftOut", letter, heading));
                }
            } else if (isKnown(column)) {
                duplicate(first, column, filled, isFilled, notes).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private static Optional<ImportMessage> duplicate(
            Map<String, TableColumn> first,
            TableColumn column,
            boolean filled,
            Function<TableColumn, Boolean> isFilled,
            List<ImportMessage> notes) {
        TableColumn other = first.get(column.key());
        if (other == null) {
            first.put(column.key(), column);
            return Optional.empty();
        } else if (filled && isFilled.apply(other)) {
            String key = column.source() > 0 ? "column.twiceSource" : "column.twice";
            return Optional.of(ImportMessage.of(
                    key,
                    ImportMessage.quoted(column.heading()),
                    TableColumn.letter(other.index()),
                    TableColumn.letter(column.index()),
                    TableColumn.headingOf(column.field(), Math.max(2, column.source() + 1))));
        }
        if (filled) {
            first.put(column.key(), column);
        }
        TableColumn empty = filled ? other : column;
        notes.add(ImportMessage.of(
                "column.leftOut", TableColumn.letter(empty.index()), ImportMessage.quoted(empty.heading())));
        return Optional.empty();
    }

    /** A copy without ignored columns: of two columns for one field, the empty one is ignored. */
    TableHeadings without(Function<TableColumn, Boolean> isEmpty) {
        Map<String, TableColumn> kept = new HashMap<>();
        for (TableColumn column : columns) {
            TableColumn other = kept.get(column.key());
            if (other == null || isEmpty.apply(other)) {
                kept.put(column.key(), column);
            }
        }
        return new TableHeadings(columns.stream()
                .map(column -> !isKnown(column) || kept.get(column.key()) == column
                        ? column
                        : new TableColumn(column.index(), column.heading(), "", 0))
                .toList());
    }

    private static Optional<String> near(String heading) {
        List<String> known = Stream.concat(
                        FIELDS.values().stream(),
                        SOURCE_FIELDS.values().stream().map(field -> TableColumn.headingOf(field, 1)))
                .distinct()
                .toList();
        return NameIndex.closest(heading, known);
    }
}

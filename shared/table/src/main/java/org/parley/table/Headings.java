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
import org.parley.evidence.Evidence;

/** The columns of a table, from its heading row. Headings are compared without case, spaces and hyphens. */
final class Headings {
    static final Headings NONE = new Headings(List.of());

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

    private final List<Column> columns;
    private final Map<String, Column> byKey = new HashMap<>();

    private Headings(List<Column> columns) {
        this.columns = columns;
        columns.forEach(column -> byKey.putIfAbsent(column.key(), column));
    }

    static Headings of(RawRow row) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            columns.add(column(i, row.cell(i)));
        }
        return new Headings(List.copyOf(columns));
    }

    private static Column column(int index, String heading) {
        String key = NameIndex.key(heading);
        if (key.isEmpty()) {
            return new Column(index, heading.isEmpty() ? Column.letter(index) : heading, "", 0);
        }
        String field = FIELDS.get(key);
        if (field != null) {
            return new Column(index, heading, field, 0);
        }
        Matcher numbered = NUMBERED.matcher(key);
        if (numbered.matches() && SOURCE_FIELDS.get(numbered.group(1)) instanceof String ofSource) {
            int number = numbered.group(2).isEmpty() ? 1 : Integer.parseInt(numbered.group(2));
            if (number >= 1 && number <= Evidence.SOURCES_MAX) {
                return new Column(index, heading, ofSource, number);
            }
        }
        return new Column(index, heading, "?", 0);
    }

    List<Column> columns() {
        return columns;
    }

    /** The number of columns with a known field. */
    long known() {
        return columns.stream().filter(Headings::isKnown).count();
    }

    /** Whether the row may be the heading row: it has a command column. */
    boolean hasCommands() {
        return byKey.containsKey("command");
    }

    Column commands() {
        return java.util.Objects.requireNonNull(byKey.get("command"));
    }

    /** The heading of a field; its default heading when the table has no such column. */
    String heading(String field, int source) {
        Column column = byKey.get(Column.key(field, source));
        return column != null ? column.heading() : source == 0 ? field : Column.headingOf(field, source);
    }

    @Nullable Column find(String field) {
        return byKey.get(field);
    }

    static boolean isKnown(Column column) {
        return !column.field().isEmpty() && !column.field().equals("?");
    }

    /**
     * The faults that make the table unreadable. Adds a note for each ignored column.
     *
     * @param isFilled whether any row has a value in the column
     * @param notes the list to which notes are added
     */
    List<Message> faults(Function<Column, Boolean> isFilled, List<Message> notes) {
        List<Message> faults = new ArrayList<>();
        Map<String, Column> first = new HashMap<>();
        for (Column column : columns) {
            boolean filled = isFilled.apply(column);
            if (column.field().equals("?")) {
                String letter = Column.letter(column.index());
                String heading = Message.quoted(column.heading());
                if (filled) {
                    faults.add(near(column.heading())
                            .map(like -> Message.of("column.unknownLike", letter, heading, like))
                            .orElseGet(() -> Message.of("column.unknown", letter, heading)));
                } else {
                    notes.add(Message.of("column.leftOut", letter, heading));
                }
            } else if (isKnown(column)) {
                duplicate(first, column, filled, isFilled, notes).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private static Optional<Message> duplicate(
            Map<String, Column> first,
            Column column,
            boolean filled,
            Function<Column, Boolean> isFilled,
            List<Message> notes) {
        Column other = first.get(column.key());
        if (other == null) {
            first.put(column.key(), column);
            return Optional.empty();
        } else if (filled && isFilled.apply(other)) {
            String key = column.source() > 0 ? "column.twiceSource" : "column.twice";
            return Optional.of(Message.of(
                    key,
                    Message.quoted(column.heading()),
                    Column.letter(other.index()),
                    Column.letter(column.index()),
                    Column.headingOf(column.field(), Math.max(2, column.source() + 1))));
        }
        if (filled) {
            first.put(column.key(), column);
        }
        Column empty = filled ? other : column;
        notes.add(Message.of("column.leftOut", Column.letter(empty.index()), Message.quoted(empty.heading())));
        return Optional.empty();
    }

    /** A copy without ignored columns: of two columns for one field, the empty one is ignored. */
    Headings without(Function<Column, Boolean> isEmpty) {
        Map<String, Column> kept = new HashMap<>();
        for (Column column : columns) {
            Column other = kept.get(column.key());
            if (other == null || isEmpty.apply(other)) {
                kept.put(column.key(), column);
            }
        }
        return new Headings(columns.stream()
                .map(column -> !isKnown(column) || kept.get(column.key()) == column
                        ? column
                        : new Column(column.index(), column.heading(), "", 0))
                .toList());
    }

    private static Optional<String> near(String heading) {
        List<String> known = Stream.concat(
                        FIELDS.values().stream(),
                        SOURCE_FIELDS.values().stream().map(field -> Column.headingOf(field, 1)))
                .distinct()
                .toList();
        return NameIndex.near(heading, known);
    }
}

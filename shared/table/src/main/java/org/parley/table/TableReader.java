package org.parley.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.table.cell.CellReader;
import org.parley.table.cell.CellValue;
import org.parley.table.cell.PartyCells;
import org.parley.table.cell.Vocabulary;
import org.parley.table.message.ImportMessage;

/** Reads a table: detects its layout and builds a command from each row. */
final class TableReader {
    private final String negotiation;
    private final Vocabulary vocabulary;
    private final CellReader cells;

    TableReader(String negotiation, Vocabulary vocabulary) {
        this.negotiation = negotiation;
        this.vocabulary = vocabulary;
        this.cells = new CellReader(vocabulary);
    }

    /**
     * Reads a table.
     *
     * @param notes the list to which notes about the layout and ignored parts are added
     * @throws UnreadableFileException when the table has no command column, faulty headings, or too many rows or
     *     columns
     */
    List<ImportRow> read(String text, List<ImportMessage> notes) throws UnreadableFileException {
        TableLayout layout = TableLayout.of(text);
        if (layout.headings().columns().size() > ImportReader.COLUMNS_MAX) {
            throw new UnreadableFileException(ImportMessage.of(
                    "file.tooManyColumns", layout.headings().columns().size(), ImportReader.COLUMNS_MAX));
        }
        notes.add(ImportMessage.of(
                "file.separator." + layout.separatorName(),
                layout.separator(),
                layout.headings().columns().size()));
        for (RawRow title : layout.titles()) {
            String titleText =
                    title.cells().stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" "));
            notes.add(ImportMessage.of("file.title", title.line(), ImportMessage.quoted(titleText)));
        }
        List<RawRow> rows = rows(text, layout, notes);
        boolean[] filled = filled(rows, layout.headings().columns().size());
        List<ImportMessage> faults = layout.headings().faults(column -> filled[column.index()], notes);
        if (!faults.isEmpty()) {
            throw new UnreadableFileException(faults);
        }
        TableHeadings headings = layout.headings().without(column -> !filled[column.index()]);
        admit(rows, headings);
        return built(rows, headings);
    }

    private static List<RawRow> rows(String text, TableLayout layout, List<ImportMessage> notes)
            throws UnreadableFileException {
        RowParser cutter = new RowParser(
                text.substring(layout.from()),
                layout.fromLine(),
                layout.separator(),
                layout.alwaysQuoted(),
                layout.headings().columns().size());
        List<RawRow> rows = new ArrayList<>();
        long count = 0;
        long empty = 0;
        while (cutter.hasNext()) {
            RawRow row = cutter.next();
            if (row.line() > layout.headingsLine()) {
                if (row.isBlank() && row.fault() == null) {
                    empty++;
                } else if (++count <= ImportReader.ROWS_MAX) {
                    rows.add(row);
                }
            }
        }
        if (count > ImportReader.ROWS_MAX) {
            throw new UnreadableFileException(ImportMessage.of("file.tooManyRows", count, ImportReader.ROWS_MAX));
        }
        if (empty > 0) {
            notes.add(ImportMessage.of("file.emptyRows", empty));
        }
        return rows;
    }

    private static boolean[] filled(List<RawRow> rows, int columns) {
        boolean[] filled = new boolean[columns];
        for (RawRow row : rows) {
            for (int i = 0; i < Math.min(columns, row.cells().size()); i++) {
                filled[i] |= !row.cell(i).isEmpty();
            }
        }
        return filled;
    }

    /** Adds the parties that the file admits, because its rows may name them. */
    private void admit(List<RawRow> rows, TableHeadings headings) {
        TableColumn party = headings.find("party");
        TableColumn name = headings.find("name");
        if (party == null || name == null) {
            return;
        }
        for (RawRow row : rows) {
            if (vocabulary.commands(row.cell(headings.commandColumn().index())).equals(List.of("AdmitParty"))
                    && PartyCells.newParty(row.cell(party.index())) instanceof CellValue.Literal) {
                vocabulary.party(row.cell(party.index()), row.cell(name.index()));
            }
        }
    }

    private List<ImportRow> built(List<RawRow> rows, TableHeadings headings) {
        List<ImportRow> built = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            RawRow row = rows.get(i);
            ImportMessage neighbourFault = null;
            if (i > 0 && continues(rows.get(i - 1), row, headings)) {
                neighbourFault =
                        ImportMessage.of("row.continues", rows.get(i - 1).line());
            } else if (i + 1 < rows.size() && continues(row, rows.get(i + 1), headings)) {
                neighbourFault = ImportMessage.of("row.goesOn", rows.get(i + 1).line());
            }
            built.add(new RowBuilder(row, headings, cells).build(negotiation, neighbourFault));
        }
        return built;
    }

    /**
     * Whether a row seems to continue the row above: an unquoted text with a line break results in two incomplete rows.
     * Both are refused.
     */
    private boolean continues(RawRow above, @Nullable RawRow row, TableHeadings headings) {
        if (row == null || row.fault() != null || row.line() != above.lastLine() + 1) {
            return false;
        }
        String command = row.cell(headings.commandColumn().index());
        return row.cells().size() < headings.columns().size()
                && !command.isEmpty()
                && vocabulary.commands(command).isEmpty()
                && vocabulary.closestCommand(command).isEmpty();
    }
}

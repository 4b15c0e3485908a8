package org.parley.archive.table.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes CSV (RFC 4180): a header, then a row per record, with empty cells for null. */
final class CsvRowWriter implements RowWriter {
    /** Marks a file as UTF-8 for Excel. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter csv;
    private final boolean guard;

    /** Writes the header. */
    CsvRowWriter(Appendable out, List<String> columns, TableOptions.Form form) throws IOException {
        if (form.bom()) {
            out.append(BYTE_ORDER_MARK);
        }
        this.guard = form.guard();
        this.csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord(columns);
    }

    @Override
    public void write(List<@Nullable Object> values) throws IOException {
        for (Object value : values) {
            csv.print(cell(value));
        }
        csv.println();
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> several -> {
                List<@Nullable String> texts = several.stream()
                        .map(each -> each == null ? "" : each.toString())
                        .toList();
                yield guard ? CsvCell.guarded(texts) : CsvCell.plain(texts);
            }
            case BigDecimal number -> number.toPlainString();
            case String text -> guard ? CsvCell.guarded(text) : text;
            default -> value.toString();
        };
    }
}

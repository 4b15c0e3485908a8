package org.parley.archive.table.format;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.parley.archive.query.StreamedAnswer;
import org.parley.archive.table.schema.AnalysisTable;
import org.springframework.http.HttpHeaders;

/**
 * A table as the body of a response, written row by row: nothing but the last few kilobytes is in memory. It is not
 * closed on failure, because a truncated answer must not look complete.
 *
 * @param <R> the rows
 */
public final class TableResponse<R> {
    private final AnalysisTable<R> table;
    private final Writer out;
    private final RowWriter rows;

    private TableResponse(AnalysisTable<R> table, Writer out, RowWriter rows) {
        this.table = table;
        this.out = out;
        this.rows = rows;
    }

    /**
     * Starts a response; empty if no rows are wanted, as for HEAD, or if the client has them already.
     *
     * @param file the name of the file without its extension
     * @param lastEntries identifies all that the table covers, see {@link StreamedAnswer#start}
     * @throws IOException if the client is gone
     */
    public static <R> Optional<TableResponse<R>> start(
            AnalysisTable<R> table,
            TableOptions.Form form,
            String file,
            String lastEntries,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableFormat format = form.format();
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.setContentType(format.mediaType());
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "." + format.text() + "\"");
        if (!StreamedAnswer.start(format.mediaType(), lastEntries, request, response)) {
            return Optional.empty();
        }
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        return Optional.of(new TableResponse<>(
                table,
                out,
                switch (format) {
                    case CSV -> new CsvRowWriter(out, table.columnNames(), form);
                    case NDJSON -> new NdjsonRowWriter(out, table.columnNames());
                }));
    }

    /**
     * Writes a response, if its rows are wanted.
     *
     * @param rows passes all rows to its argument
     * @throws IOException if the client is gone
     * @throws UncheckedIOException if the client is gone
     */
    public static <R> void write(Optional<TableResponse<R>> response, Consumer<Consumer<R>> rows) throws IOException {
        if (response.isPresent()) {
            rows.accept(response.get()::write);
            response.get().out.flush();
        }
    }

    private void write(R row) {
        try {
            rows.write(table.values(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

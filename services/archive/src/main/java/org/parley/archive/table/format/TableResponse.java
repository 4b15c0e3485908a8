package org.parley.archive.table.format;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
     * Starts a response.
     *
     * @param file the name of the file without its extension
     * @throws IOException if the client is gone
     */
    public static <R> TableResponse<R> start(
            AnalysisTable<R> table, TableOptions.Form form, String file, HttpServletResponse response)
            throws IOException {
        TableFormat format = form.format();
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.setContentType(format.mediaType());
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "." + format.text() + "\"");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        return new TableResponse<>(
                table,
                out,
                switch (format) {
                    case CSV -> new CsvRowWriter(out, table.columnNames(), form);
                    case NDJSON -> new NdjsonRowWriter(out, table.columnNames());
                });
    }

    /**
     * Writes a row.
     *
     * @throws UncheckedIOException if the client is gone
     */
    public void write(R row) {
        try {
            rows.write(table.values(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the response. */
    public void finish() throws IOException {
        out.flush();
    }
}

package org.parley.archive.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows to a table by COPY, in the text format of PostgreSQL. The values of a row are in the order of the
 * columns.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY</a>
 */
public final class CopyTableWriter implements AutoCloseable {
    /** The number of characters that are buffered before they are sent. */
    private static final int BUFFER_SIZE = 1 << 16;

    private static final HexFormat HEX = HexFormat.of();

    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder();
    private boolean isRowBegun;

    /** Starts the COPY; the connection cannot be used otherwise until {@link #finish}. */
    public CopyTableWriter(Connection connection, String table, List<String> columns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(table, String.join(", ", columns)));
    }

    private StringBuilder value() {
        if (isRowBegun) {
            rows.append('\t');
        }
        isRowBegun = true;
        return rows;
    }

    /** A {@code text}; characters that PostgreSQL cannot store are replaced. */
    public CopyTableWriter text(@Nullable String text) {
        StringBuilder row = value();
        if (text == null) {
            row.append("\\N");
        } else {
            escape(StorableText.of(text));
        }
        return this;
    }

    /** A {@code text[]}. */
    public CopyTableWriter texts(Collection<String> texts) {
        StringBuilder array = new StringBuilder("{");
        for (String text : texts) {
            array.append(array.length() == 1 ? "\"" : ",\"")
                    .append(StorableText.of(text).replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        value();
        escape(array.append('}'));
        return this;
    }

    /** A {@code bigint} or {@code integer}. */
    public CopyTableWriter number(long number) {
        value().append(number);
        return this;
    }

    /** A {@code uuid}. */
    public CopyTableWriter uuid(@Nullable UUID id) {
        value().append(id == null ? "\\N" : id.toString());
        return this;
    }

    /** A {@code timestamptz}; null for {@link Instant#MIN} and {@link Instant#MAX}. */
    public CopyTableWriter time(@Nullable Instant instant) {
        String time = Timestamps.text(instant);
        value().append(time == null ? "\\N" : time);
        return this;
    }

    /** A {@code timestamptz}, {@code -infinity} where it is before everything. */
    public CopyTableWriter timeOrInfinity(Instant instant) {
        value().append(Timestamps.textOrInfinity(instant));
        return this;
    }

    /** A {@code boolean}. */
    public CopyTableWriter flag(boolean flag) {
        value().append(flag ? 't' : 'f');
        return this;
    }

    /** A {@code bytea}. */
    public CopyTableWriter bytes(byte[] bytes) {
        HEX.formatHex(value().append("\\\\x"), bytes);
        return this;
    }

    private void escape(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }

    /** Ends a row. */
    public void endRow() throws SQLException {
        rows.append('\n');
        isRowBegun = false;
        if (rows.length() > BUFFER_SIZE) {
            send();
        }
    }

    private void send() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    /** Completes the COPY. */
    public void finish() throws SQLException {
        send();
        copy.endCopy();
    }

    /** Cancels the COPY unless it was completed. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}

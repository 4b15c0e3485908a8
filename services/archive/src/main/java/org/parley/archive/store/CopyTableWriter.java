package org.parley.archive.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows to a table by COPY, in the binary format of PostgreSQL. The values of a row are in the order of the
 * columns, and have exactly their types.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html#SQL-COPY-FILE-FORMATS-BINARY-FORMAT">COPY</a>
 */
public final class CopyTableWriter implements AutoCloseable {
    /** The number of bytes that are buffered before they are sent. */
    private static final int BUFFER_SIZE = 1 << 16;

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    /** The object id of the type {@code text}. */
    private static final int TEXT_TYPE = 25;

    /** 2000-01-01, from which PostgreSQL counts, in seconds since 1970. */
    private static final long ORIGIN = 946_684_800;

    private static final int NULL = -1;

    private final CopyIn copy;
    private final int columns;
    private byte[] rows = new byte[2 * BUFFER_SIZE];
    private int size;
    private int values;

    /** Starts the COPY; the connection cannot be used otherwise until {@link #finish}. */
    public CopyTableWriter(Connection connection, String table, List<String> columns) throws SQLException {
        this.columns = columns.size();
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin (format binary)".formatted(table, String.join(", ", columns)));
        put(SIGNATURE);
        putInt(0); // no flags
        putInt(0); // no extension of the header
    }

    private void reserve(int more) {
        if (rows.length - size < more) {
            rows = Arrays.copyOf(rows, Math.max(2 * rows.length, size + more));
        }
    }

    private void put(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, rows, size, bytes.length);
        size += bytes.length;
    }

    private void putShort(int number) {
        reserve(Short.BYTES);
        rows[size++] = (byte) (number >> 8);
        rows[size++] = (byte) number;
    }

    private void putInt(int number) {
        putShort(number >> 16);
        putShort(number);
    }

    private void putLong(long number) {
        putInt((int) (number >> 32));
        putInt((int) number);
    }

    private void value(int length) {
        if (values == 0) {
            putShort(columns);
        }
        values++;
        putInt(length);
    }

    private void putText(String text) {
        byte[] bytes = StorableText.of(text).getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        put(bytes);
    }

    /** A null of any type. */
    public CopyTableWriter none() {
        value(NULL);
        return this;
    }

    /** A {@code text}; characters that PostgreSQL cannot store are replaced. */
    public CopyTableWriter text(@Nullable String text) {
        return text == null ? none() : bytes(StorableText.of(text).getBytes(StandardCharsets.UTF_8));
    }

    /** A {@code text[]}. */
    public CopyTableWriter texts(Collection<String> texts) {
        value(0);
        int start = size;
        putInt(texts.isEmpty() ? 0 : 1); // dimensions
        putInt(0); // no nulls
        putInt(TEXT_TYPE);
        if (!texts.isEmpty()) {
            putInt(texts.size());
            putInt(1); // the first index
            texts.forEach(this::putText);
        }
        int end = size;
        size = start - Integer.BYTES;
        putInt(end - start);
        size = end;
        return this;
    }

    /** A {@code bigint}. */
    public CopyTableWriter number(long number) {
        value(Long.BYTES);
        putLong(number);
        return this;
    }

    /** An {@code integer}. */
    public CopyTableWriter integer(int number) {
        value(Integer.BYTES);
        putInt(number);
        return this;
    }

    /** A {@code uuid}. */
    public CopyTableWriter uuid(@Nullable UUID id) {
        if (id == null) {
            return none();
        }
        value(2 * Long.BYTES);
        putLong(id.getMostSignificantBits());
        putLong(id.getLeastSignificantBits());
        return this;
    }

    /** A {@code timestamptz}; null for {@link Instant#MIN} and {@link Instant#MAX}. */
    public CopyTableWriter time(@Nullable Instant instant) {
        return instant == null || instant.equals(Instant.MIN) || instant.equals(Instant.MAX)
                ? none()
                : time(Math.addExact(
                        Math.multiplyExact(instant.getEpochSecond() - ORIGIN, 1_000_000L), instant.getNano() / 1_000));
    }

    /** A {@code timestamptz}, {@code -infinity} where it is before everything. */
    public CopyTableWriter timeOrInfinity(Instant instant) {
        return instant.equals(Instant.MIN) || instant.equals(Instant.MAX) ? time(Long.MIN_VALUE) : time(instant);
    }

    private CopyTableWriter time(long micros) {
        value(Long.BYTES);
        putLong(micros);
        return this;
    }

    /** A {@code boolean}. */
    public CopyTableWriter flag(boolean flag) {
        value(1);
        put(new byte[] {(byte) (flag ? 1 : 0)});
        return this;
    }

    /** A {@code bytea}. */
    public CopyTableWriter bytes(byte[] bytes) {
        value(bytes.length);
        put(bytes);
        return this;
    }

    /**
     * Ends a row.
     *
     * @throws IllegalStateException if it does not have a value for every column
     */
    public void endRow() throws SQLException {
        if (values != columns) {
            throw new IllegalStateException("a row has " + values + " values for " + columns + " columns");
        }
        values = 0;
        if (size > BUFFER_SIZE) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(rows, 0, size);
        size = 0;
    }

    /** Completes the COPY. */
    public void finish() throws SQLException {
        putShort(-1);
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

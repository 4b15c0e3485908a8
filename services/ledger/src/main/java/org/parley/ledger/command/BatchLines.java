package org.parley.ledger.command;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the lines of a batch. A line that is too long is skipped without being buffered. */
final class BatchLines implements Closeable {
    /** The maximum length of a line, in bytes. */
    static final int BYTES_MAX = 1_000_000;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;
    private boolean tooLong;

    BatchLines(InputStream in) {
        this.in = in;
    }

    /** Reads the next line; returns false at the end. */
    boolean next() throws IOException {
        line.reset();
        tooLong = false;
        int read = in.read();
        if (read < 0) {
            return false;
        }
        number++;
        while (read >= 0 && read != '\n') {
            if (line.size() < BYTES_MAX) {
                line.write(read);
            } else {
                tooLong = true;
            }
            read = in.read();
        }
        return true;
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    byte[] bytes() {
        return line.toByteArray();
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        return !tooLong && line.toString(StandardCharsets.UTF_8).isBlank();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package org.parley.table;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of commands: a table (CSV, TSV, any usual encoding and separator) or NDJSON.
 *
 * <p>A table has a row of headings. A column is called like the field of a command: {@code command, matter, occurred, by,
 * reason, note, title …}; its sources are {@code publisher, source title, url, published, author, archived} and
 * {@code grade}, further ones {@code publisher 2 …}. Where a field takes several parties they are separated by
 * {@code ;}, a person stands in brackets behind the party. An empty cell leaves the field out.
 *
 * <p>What can mean only one thing is understood, and shown where it is written otherwise; what can mean several things is
 * refused with the question. Rows get ids made from what they say, so that a file that is sent twice is recorded once.
 */
public final class ImportReader {
    /** The largest file, in bytes. */
    public static final int BYTES_MAX = 16 * 1024 * 1024;

    /** The most rows of a file. */
    public static final int ROWS_MAX = 10_000;

    /** The most columns of a table. */
    public static final int COLUMNS_MAX = 300;

    private final String negotiation;
    private final Vocabulary vocabulary;

    /**
     * A reader.
     *
     * @param negotiation the negotiation that rows belong to which name none
     * @param vocabulary what parties and commands are called there; parties that the file admits are added to it
     */
    public ImportReader(String negotiation, Vocabulary vocabulary) {
        this.negotiation = negotiation;
        this.vocabulary = vocabulary;
    }

    /**
     * Reads a file.
     *
     * @param encoding the encoding it is in; null recognises it
     */
    public ImportFile read(byte[] file, @Nullable Charset encoding) {
        try {
            if (file.length > BYTES_MAX) {
                throw new UnreadableFileException(tooLarge());
            }
            DecodedText decoded = DecodedText.of(file, encoding);
            Message how = decoded.examples().isEmpty()
                    ? Message.of("file.encoding", decoded.encoding())
                    : Message.of("file.encodingBy", decoded.encoding(), String.join(", ", decoded.examples()));
            return read(decoded.text(), how);
        } catch (UnreadableFileException e) {
            return ImportFile.refused(e.reasons());
        }
    }

    /** Reads what was pasted. */
    public ImportFile read(String text) {
        try {
            return read(text.startsWith("\uFEFF") ? text.substring(1) : text, null);
        } catch (UnreadableFileException e) {
            return ImportFile.refused(e.reasons());
        }
    }

    /** Says that a file is too large. */
    public static Message tooLarge() {
        return Message.of("file.tooLarge", BYTES_MAX / 1024 / 1024);
    }

    private ImportFile read(String text, @Nullable Message how) throws UnreadableFileException {
        List<Message> notes = new ArrayList<>();
        if (how != null) {
            notes.add(how);
        }
        if (text.length() > BYTES_MAX) {
            throw new UnreadableFileException(tooLarge());
        } else if (text.isBlank()) {
            throw new UnreadableFileException(Message.of("file.empty"));
        }
        List<ImportRow> rows = JsonLines.isJson(text)
                ? JsonLines.read(text, negotiation)
                : new TableReader(negotiation, vocabulary).read(text, notes);
        if (rows.isEmpty()) {
            throw new UnreadableFileException(Message.of("file.empty"));
        }
        return new ImportFile(List.copyOf(notes), List.of(), RowIds.given(rows));
    }
}

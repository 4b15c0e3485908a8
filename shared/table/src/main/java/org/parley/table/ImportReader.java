package org.parley.table;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.table.cell.Vocabulary;
import org.parley.table.message.ImportMessage;

/**
 * Reads a file of commands: a table (CSV, TSV, any usual encoding and separator) or NDJSON.
 *
 * <p>A table has a heading row. A column has the name of a field of a command: {@code command, matter, occurred, by,
 * reason, note, title …}. The columns of the first source are {@code publisher, source title, url, published, author,
 * archived}, those of further sources {@code publisher 2 …}; {@code grade} is the grade of the evidence. Several
 * parties are separated by {@code ;}, and a person follows the party in parentheses. An empty cell omits the field.
 *
 * <p>A cell with exactly one interpretation is accepted; a note shows the interpretation when it differs from the
 * text. An ambiguous cell is refused with the alternatives. The id of a row is derived from its content, so a file
 * that is imported twice is recorded once.
 */
public final class ImportReader {
    /** The maximum size of a file in bytes. */
    public static final int BYTES_MAX = 16 * 1024 * 1024;

    /** The maximum number of rows of a file. */
    public static final int ROWS_MAX = 10_000;

    /** The maximum number of columns of a table. */
    public static final int COLUMNS_MAX = 300;

    private final String negotiation;
    private final Vocabulary vocabulary;

    /**
     * Creates a reader for one file.
     *
     * @param negotiation the slug of the negotiation for rows that name none
     * @param vocabulary the labels of parties and commands; parties that the file admits are added to it
     */
    public ImportReader(String negotiation, Vocabulary vocabulary) {
        this.negotiation = negotiation;
        this.vocabulary = vocabulary;
    }

    /**
     * Reads a file.
     *
     * @param encoding the encoding of the file; null detects it
     */
    public ImportFile read(byte[] file, @Nullable Charset encoding) {
        try {
            if (file.length > BYTES_MAX) {
                throw new UnreadableFileException(tooLarge());
            }
            DecodedText decoded = DecodedText.of(file, encoding);
            ImportMessage encodingNote = decoded.examples().isEmpty()
                    ? ImportMessage.of("file.encoding", decoded.encoding())
                    : ImportMessage.of("file.encodingBy", decoded.encoding(), String.join(", ", decoded.examples()));
            return read(decoded.text(), encodingNote);
        } catch (UnreadableFileException e) {
            return ImportFile.refused(e.reasons());
        }
    }

    /** Reads pasted text. */
    public ImportFile read(String text) {
        try {
            return read(text.startsWith("\uFEFF") ? text.substring(1) : text, null);
        } catch (UnreadableFileException e) {
            return ImportFile.refused(e.reasons());
        }
    }

    /** The message about a file that is too large. */
    public static ImportMessage tooLarge() {
        return ImportMessage.of("file.tooLarge", BYTES_MAX / 1024 / 1024);
    }

    private ImportFile read(String text, @Nullable ImportMessage encodingNote) throws UnreadableFileException {
        List<ImportMessage> notes = new ArrayList<>();
        if (encodingNote != null) {
            notes.add(encodingNote);
        }
        if (text.length() > BYTES_MAX) {
            throw new UnreadableFileException(tooLarge());
        } else if (text.isBlank()) {
            throw new UnreadableFileException(ImportMessage.of("file.empty"));
        }
        List<ImportRow> rows = NdjsonReader.isJson(text)
                ? NdjsonReader.read(text, negotiation)
                : new TableReader(negotiation, vocabulary).read(text, notes);
        if (rows.isEmpty()) {
            throw new UnreadableFileException(ImportMessage.of("file.empty"));
        }
        return new ImportFile(List.copyOf(notes), List.of(), ContentRowIds.assign(rows));
    }
}

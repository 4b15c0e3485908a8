package org.parley.archive.table.format;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats of a table. */
public enum TableFormat {
    CSV("csv", "text/csv"),
    NDJSON("ndjson", "application/x-ndjson");

    private final String text;
    private final String mediaType;

    TableFormat(String text, String mediaType) {
        this.text = text;
        this.mediaType = mediaType;
    }

    /** The value of the parameter {@code format}, and the extension of a file. */
    public String text() {
        return text;
    }

    public String mediaType() {
        return mediaType;
    }

    /** All values of the parameter, joined by a word. */
    static String all(String or) {
        return Stream.of(values()).map(TableFormat::text).collect(Collectors.joining(" " + or + " "));
    }
}

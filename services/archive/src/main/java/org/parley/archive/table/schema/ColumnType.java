package org.parley.archive.table.schema;

/** The type of a column's values. */
public enum ColumnType {
    STRING("string", "text"),
    INTEGER("integer", "integer"),
    NUMBER("number", "decimal number"),
    BOOLEAN("boolean", "true or false"),
    /** A day of the calendar in UTC. */
    DATE("date", "date, YYYY-MM-DD"),
    /** An instant in UTC, to the microsecond. */
    DATETIME("datetime", "instant in UTC, to the microsecond"),
    /** Codes, none of which contains the separator. */
    CODES("list", "codes joined by ';'"),
    /** Texts, in which the separator is escaped: Table Schema has no type for that. */
    TEXTS("string", "texts joined by ';', in which '\\' escapes ';' and '\\'");

    private final String frictionless;
    private final String words;

    ColumnType(String frictionless, String words) {
        this.frictionless = frictionless;
        this.words = words;
    }

    /** The type in a Table Schema (Frictionless, version 2). */
    public String frictionless() {
        return frictionless;
    }

    /** The type in words, as in CSV. */
    public String words() {
        return words;
    }

    /** Whether a cell has several values: a list in NDJSON. */
    public boolean isList() {
        return this == CODES || this == TEXTS;
    }
}

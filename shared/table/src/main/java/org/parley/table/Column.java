package org.parley.table;

/**
 * A column.
 *
 * @param index its place, from 0
 * @param heading as it is written, or its letter where it has none
 * @param field the field of a command or of a source that it holds; empty for a column without a heading
 * @param source which of the sources, from 1; 0 for a field of a command
 */
record Column(int index, String heading, String field, int source) {
    /** The letter that spreadsheets show above a column. */
    static String letter(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }

    /** What two columns must not have in common. */
    String key() {
        return key(field, source);
    }

    static String key(String field, int source) {
        return source == 0 ? field : headingOf(field, source);
    }

    /** What a column of a source is called. */
    static String headingOf(String field, int source) {
        String name = field.equals("title") ? "source title" : field;
        return source > 1 ? name + " " + source : name;
    }
}

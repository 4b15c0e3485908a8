package org.parley.table;

/**
 * A column of a table.
 *
 * @param index its index, from 0
 * @param heading its heading as written, or its letter when it has none
 * @param field the field of a command or source; empty for a column without a heading
 * @param source the number of the source, from 1; 0 for a field of a command
 */
record TableColumn(int index, String heading, String field, int source) {
    /** The letters of the column in a spreadsheet. */
    static String letter(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }

    /** The key of the field; no two columns may share one. */
    String key() {
        return key(field, source);
    }

    static String key(String field, int source) {
        return source == 0 ? field : headingOf(field, source);
    }

    /** The heading of a column of a source. */
    static String headingOf(String field, int source) {
        String name = field.equals("title") ? "source title" : field;
        return source > 1 ? name + " " + source : name;
    }
}

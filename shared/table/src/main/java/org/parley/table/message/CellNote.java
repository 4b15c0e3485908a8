package org.parley.table.message;

/**
 * A cell whose interpretation differs from its text; the editor is shown both.
 *
 * @param column the heading of its column
 * @param cell the text of the cell
 * @param as the interpretation
 */
public record CellNote(String column, String cell, String as) {}

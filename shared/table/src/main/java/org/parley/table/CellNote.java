package org.parley.table;

/**
 * A cell that is understood otherwise than it is written, to be shown.
 *
 * @param column the heading of its column
 * @param cell what stands in it
 * @param as how it is understood
 */
public record CellNote(String column, String cell, String as) {}

package org.parley.desk.page;

/**
 * How many matters of a group stand alike.
 *
 * @param text the number and the status in words: “31 signed”
 */
public record StatusTally(StatusScale step, String text) {}

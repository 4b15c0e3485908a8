package org.parley.archive.trail;

/**
 * An entry that has just come.
 *
 * @param sequence counts what came, from the start of this process
 * @param after where a reader is that has seen it, and all before it
 */
record LiveNews(long sequence, LiveEntry entry, StreamCursor after, String id) {}

package org.parley.archive.trail;

/**
 * A new entry.
 *
 * @param sequence the number of the update, counted from the start of this process
 * @param after the cursor of a reader that has seen it and everything before it
 * @param id the id of the event: the cursor as text
 */
record LiveNews(long sequence, LiveEntry entry, StreamCursor after, String id) {}

package org.parley.archive.trail.live;

import org.parley.archive.trail.query.StreamCursor;
import org.parley.archive.trail.query.StreamedEntry;

/**
 * A new entry.
 *
 * @param sequence the number of the update, counted from the start of this process
 * @param cursor the cursor of a reader that has seen it and everything before it
 * @param id the id of the event: the cursor as text
 */
record LiveUpdate(long sequence, StreamedEntry entry, StreamCursor cursor, String id) {}

package org.parley.archive.state.projection;

/**
 * The end of the stored history of a matter.
 *
 * @param version the number of its events
 * @param lastPosition the position of the last; 0 if it has none
 */
record HistoryVersion(long version, long lastPosition) {
    static final HistoryVersion NOTHING = new HistoryVersion(0, 0);
}

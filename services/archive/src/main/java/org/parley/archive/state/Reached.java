package org.parley.archive.state;

/**
 * The end of the stored history of a matter.
 *
 * @param version the number of its events
 * @param lastPosition the position of the last; 0 if it has none
 */
record Reached(long version, long lastPosition) {
    static final Reached NOTHING = new Reached(0, 0);
}

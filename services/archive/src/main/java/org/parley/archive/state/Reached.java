package org.parley.archive.state;

/**
 * How far a matter's stored history goes.
 *
 * @param version how many events it has
 * @param lastPosition the position of the last; 0 when it has none
 */
record Reached(long version, long lastPosition) {
    static final Reached NOTHING = new Reached(0, 0);
}

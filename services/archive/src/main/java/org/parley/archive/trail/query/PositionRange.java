package org.parley.archive.trail.query;

/** The entries of a negotiation after a position, up to and including another. */
public record PositionRange(String negotiation, long after, long upTo) {}

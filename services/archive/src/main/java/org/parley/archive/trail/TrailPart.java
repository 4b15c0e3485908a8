package org.parley.archive.trail;

/** The entries of a negotiation after a position, up to and including another. */
record TrailPart(String negotiation, long after, long upTo) {}

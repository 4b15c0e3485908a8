package org.parley.archive.trail;

/** Entries of a negotiation after a position, up to another. */
record TrailPart(String negotiation, long after, long upTo) {}

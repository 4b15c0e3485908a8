package org.parley.acceptance.check;

import java.time.Instant;

/** A development of a negotiation as it came out somewhere: its id, its position there, and when it was recorded. */
public record Seen(String id, long position, Instant recordedAt) {}

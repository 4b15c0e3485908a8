package org.parley.acceptance.check;

import java.time.Instant;

/** A development as delivered by an output: its id, its position and when it was recorded. */
public record ObservedEntry(String id, long position, Instant recordedAt) {}

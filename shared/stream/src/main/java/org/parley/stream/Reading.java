package org.parley.stream;

/** What a reader reads, and how. */
record Reading(ReaderSettings settings, Lane lane, ReadLimit limit) {}

package org.parley.archive.store;

/** About how much memory things take, for caches that are bounded by it. */
public final class MemoryUse {
    /** What an entry takes beside its texts, in bytes: measured, and rounded up. */
    private static final int ENTRY = 1_024;

    private MemoryUse() {}

    /** An entry whose event has so many bytes as JSON: its texts take two bytes a character at most. */
    public static long ofEntry(int json) {
        return ENTRY + 2L * json;
    }

    /** A part of the heap, in bytes. */
    public static long partOfHeap(int part) {
        return Runtime.getRuntime().maxMemory() / part;
    }
}

package org.parley.archive.store;

/** Estimates of memory, for bounded caches. */
public final class MemoryUse {
    /** The memory of an entry without its texts, in bytes: measured and rounded up. */
    private static final int ENTRY = 1_024;

    private MemoryUse() {}

    /**
     * The estimated memory of an entry, in bytes; its texts take at most two bytes per character.
     *
     * @param json the size of its event as JSON, in bytes
     */
    public static long ofEntry(int json) {
        return ENTRY + 2L * json;
    }

    /**
     * A fraction of the maximum heap, in bytes.
     *
     * @param part the divisor
     */
    public static long partOfHeap(int part) {
        return Runtime.getRuntime().maxMemory() / part;
    }
}

package org.parley.benchmarks;

/**
 * How much the benchmarks do.
 *
 * @param rounds the number of measured rounds
 * @param warmups the number of rounds before them: 1 or 0
 * @param commands the number of commands per round
 * @param stored the number of stored events that are relayed
 * @param developments the number of developments that are rebuilt and queried
 * @param negotiations the number of negotiations that are listed
 * @param queries the number of queries of each kind per round
 * @param paced the number of commands that are sent at a fixed rate
 * @param restSeconds how long the program at rest is watched, in seconds
 */
record BenchmarkSizes(
        int rounds,
        int warmups,
        int commands,
        int stored,
        int developments,
        int negotiations,
        int queries,
        int paced,
        int restSeconds) {
    /** The sizes of the published numbers. */
    static final BenchmarkSizes FULL = new BenchmarkSizes(3, 1, 4_000, 100_000, 100_000, 10_000, 300, 3_000, 60);

    /** Smaller sizes, for a machine that does other work as well. */
    static final BenchmarkSizes SHORT = new BenchmarkSizes(3, 1, 500, 20_000, 20_000, 10_000, 30, 300, 20);

    /** Sizes that only show that the benchmarks work. */
    static final BenchmarkSizes QUICK = new BenchmarkSizes(1, 1, 40, 200, 200, 20, 10, 30, 1);
}

package org.parley.ledger;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Runs work on many threads at once. */
final class ParallelCalls {
    /** The work of one thread. */
    @FunctionalInterface
    interface Work<T> {
        T of(int number) throws Exception;
    }

    private ParallelCalls() {}

    /** Runs the work on {@code size} threads, numbered from 0; fails if one of them fails. */
    static <T> List<T> of(int size, Work<T> work) throws InterruptedException, ExecutionException {
        List<Callable<T>> all = IntStream.range(0, size)
                .mapToObj(number -> (Callable<T>) () -> work.of(number))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
            List<Future<T>> done = threads.invokeAll(all);
            for (Future<T> one : done) {
                one.get();
            }
            return done.stream().map(Future::resultNow).toList();
        }
    }
}

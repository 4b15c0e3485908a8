package org.parley.desk.concurrent;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextThreadLocalAccessor;

/**
 * A question of a page that is asked at once, on a thread of its own, and answered when its answer is needed. It is
 * asked as the caller of the page: with the same account, language, correlation id and trace.
 */
public final class ConcurrentQuestion<T> {
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    /** Account and trace are registered by their libraries. */
    private static final ContextSnapshotFactory CALLER = ContextSnapshotFactory.builder()
            .contextRegistry(new ContextRegistry()
                    .loadThreadLocalAccessors()
                    .registerThreadLocalAccessor(new LocaleContextThreadLocalAccessor())
                    .registerThreadLocalAccessor(new Slf4jThreadLocalAccessor()))
            .build();

    private final Future<T> asked;

    private ConcurrentQuestion(Future<T> asked) {
        this.asked = asked;
    }

    public static <T> ConcurrentQuestion<T> ask(Supplier<T> question) {
        return new ConcurrentQuestion<>(THREADS.submit(CALLER.captureAll().wrap(question::get)));
    }

    /**
     * Waits for the answer.
     *
     * @throws RuntimeException what the question threw
     */
    public T answer() {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the page is no longer wanted", e);
        }
    }
}

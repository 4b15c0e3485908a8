package org.parley.archive.trail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.parley.archive.store.CommitListener;
import org.parley.archive.trail.LiveLook.Found;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches all trails, for all streams at once: what has come is read once and handed to each. As long as there are any, one
 * thread looks when the projection of this process has committed, and now and then for what another process has.
 */
final class LiveWatch implements AutoCloseable, CommitListener {
    private static final Logger LOG = LoggerFactory.getLogger(LiveWatch.class);

    /** So many bytes of news are kept, as JSON, for streams that are a little behind. */
    private static final long KEPT_BYTES = 4 << 20;

    private static final int KEPT_MAX = 2_000;

    /** So that under load several commits are read at once. */
    private static final Duration GATHER = Duration.ofMillis(20);

    private final LiveLook look;
    private final Duration every;
    private final AtomicInteger watching = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition committed = lock.newCondition();
    private final Deque<LiveNews> kept = new ArrayDeque<>();
    private long keptBytes;
    private LiveEnd end = LiveEnd.NOTHING;
    private boolean hasCommitted;
    private boolean looking;
    private boolean closed;

    /** @param every how often it is looked whether another process has committed */
    LiveWatch(LiveLook look, Duration every) {
        this.look = look;
        this.every = every;
    }

    /** Counts a stream in; returns how many there are with it. */
    int join() {
        lock.lock();
        try {
            if (!looking && !closed) {
                look.forget();
                take(look.look(end));
                looking = true;
                Thread.ofVirtual().name("live-watch").start(this::watch);
            }
            return watching.incrementAndGet();
        } finally {
            lock.unlock();
        }
    }

    /** How many streams there are. */
    int watching() {
        return watching.get();
    }

    void leave() {
        watching.decrementAndGet();
    }

    @Override
    public void committed(String projection, Set<String> negotiations) {
        if (projection.equals(LiveLook.PROJECTION)) {
            lock.lock();
            try {
                hasCommitted = true;
                committed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** How far the trails are, as last looked. */
    LiveEnd end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What a stream gets.
     *
     * @param end how far the trails are
     * @param news what has come since; all of it, unless the stream has missed some
     * @param hasMissed whether it is to read for itself up to the end
     */
    record Since(LiveEnd end, List<LiveNews> news, boolean hasMissed) {}

    /**
     * Waits until there is something after the news of this number.
     *
     * @return what there is now; nothing when the time is over
     */
    Since await(long sequence, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (end.sequence() == sequence && left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            long count = end.sequence() - sequence;
            return count > kept.size() ? new Since(end, List.of(), true) : new Since(end, last((int) count), false);
        } finally {
            lock.unlock();
        }
    }

    private List<LiveNews> last(int count) {
        List<LiveNews> news = new ArrayList<>(count);
        Iterator<LiveNews> newestFirst = kept.descendingIterator();
        while (news.size() < count) {
            news.add(newestFirst.next());
        }
        return news.reversed();
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        try {
            while (goOn()) {
                awaitCommit();
                try {
                    take(look.look(end()));
                } catch (RuntimeException e) {
                    LOG.warn("The live stream cannot read the trail; it goes on looking", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goOn() {
        lock.lock();
        try {
            looking = !closed && watching.get() > 0;
            return looking;
        } finally {
            lock.unlock();
        }
    }

    private void awaitCommit() throws InterruptedException {
        lock.lock();
        try {
            long left = every.toNanos();
            while (!hasCommitted && left > 0 && !closed) {
                left = committed.awaitNanos(left);
            }
            hasCommitted = false;
        } finally {
            lock.unlock();
        }
        TimeUnit.NANOSECONDS.sleep(Math.min(every.toNanos(), GATHER.toNanos()));
    }

    private void take(@Nullable Found found) {
        if (found == null) {
            return;
        }
        lock.lock();
        try {
            end = found.end();
            if (found.news() == null) {
                kept.clear();
                keptBytes = 0;
            } else {
                found.news().forEach(this::keep);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void keep(LiveNews news) {
        kept.addLast(news);
        keptBytes += bytes(news);
        while (kept.size() > KEPT_MAX || keptBytes > KEPT_BYTES) {
            keptBytes -= bytes(kept.removeFirst());
        }
    }

    private static long bytes(LiveNews news) {
        return news.entry().entry().event().data().length;
    }

    /** Ends all streams. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

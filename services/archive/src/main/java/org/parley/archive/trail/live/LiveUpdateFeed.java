package org.parley.archive.trail.live;

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
import org.parley.archive.trail.live.LivePoller.PollResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Distributes new entries of all trails to all streams, so that they are read once. While there are streams, one thread
 * polls after each commit of this process, and at an interval for commits of other processes.
 */
public final class LiveUpdateFeed implements AutoCloseable, CommitListener {
    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdateFeed.class);

    /** The maximum number of bytes of updates, as JSON, that are kept for streams that are slightly behind. */
    private static final long RECENT_BYTES_MAX = 4 << 20;

    private static final int RECENT_MAX = 2_000;

    /** Gathers several commits into one read under load. */
    private static final Duration GATHER = Duration.ofMillis(20);

    private final LivePoller poller;
    private final Duration interval;
    private final AtomicInteger subscribers = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition committed = lock.newCondition();
    private final Deque<LiveUpdate> recent = new ArrayDeque<>();
    private long recentBytes;
    private StreamEnd end = StreamEnd.NOTHING;
    private boolean hasCommitted;
    private boolean isPolling;
    private boolean closed;

    /** @param interval the interval at which commits of other processes are polled */
    public LiveUpdateFeed(LivePoller poller, Duration interval) {
        this.poller = poller;
        this.interval = interval;
    }

    /** Registers a stream; returns the number of streams. */
    int subscribe() {
        lock.lock();
        try {
            if (!isPolling && !closed) {
                poller.reset();
                publish(poller.poll(end));
                isPolling = true;
                Thread.ofVirtual().name("live-watch").start(this::pollWhileSubscribed);
            }
            return subscribers.incrementAndGet();
        } finally {
            lock.unlock();
        }
    }

    /** The number of streams. */
    public int subscriberCount() {
        return subscribers.get();
    }

    void unsubscribe() {
        subscribers.decrementAndGet();
    }

    @Override
    public void committed(String projection, Set<String> negotiations) {
        if (projection.equals(LivePoller.PROJECTION)) {
            lock.lock();
            try {
                hasCommitted = true;
                committed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The end of the trails as of the last poll. */
    StreamEnd end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The updates for a stream.
     *
     * @param end the end of the trails
     * @param updates the updates since; all of them, unless some are no longer kept
     * @param hasMissed whether the stream has to read up to the end itself
     */
    record Updates(StreamEnd end, List<LiveUpdate> updates, boolean hasMissed) {}

    /**
     * Waits for an update after the one with this number.
     *
     * @return the updates; none after the timeout
     */
    Updates await(long sequence, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (end.sequence() == sequence && left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            long count = end.sequence() - sequence;
            return count > recent.size()
                    ? new Updates(end, List.of(), true)
                    : new Updates(end, last((int) count), false);
        } finally {
            lock.unlock();
        }
    }

    private List<LiveUpdate> last(int count) {
        List<LiveUpdate> news = new ArrayList<>(count);
        Iterator<LiveUpdate> newestFirst = recent.descendingIterator();
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

    private void pollWhileSubscribed() {
        try {
            while (isStillSubscribed()) {
                awaitCommit();
                try {
                    publish(poller.poll(end()));
                } catch (RuntimeException e) {
                    LOG.warn("The live stream cannot read the trail; retrying", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStillSubscribed() {
        lock.lock();
        try {
            isPolling = !closed && subscribers.get() > 0;
            return isPolling;
        } finally {
            lock.unlock();
        }
    }

    private void awaitCommit() throws InterruptedException {
        lock.lock();
        try {
            long left = interval.toNanos();
            while (!hasCommitted && left > 0 && !closed) {
                left = committed.awaitNanos(left);
            }
            hasCommitted = false;
        } finally {
            lock.unlock();
        }
        TimeUnit.NANOSECONDS.sleep(Math.min(interval.toNanos(), GATHER.toNanos()));
    }

    private void publish(@Nullable PollResult found) {
        if (found == null) {
            return;
        }
        lock.lock();
        try {
            end = found.end();
            if (found.updates() == null) {
                recent.clear();
                recentBytes = 0;
            } else {
                found.updates().forEach(this::addRecent);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void addRecent(LiveUpdate news) {
        recent.addLast(news);
        recentBytes += bytes(news);
        while (recent.size() > RECENT_MAX || recentBytes > RECENT_BYTES_MAX) {
            recentBytes -= bytes(recent.removeFirst());
        }
    }

    private static long bytes(LiveUpdate news) {
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

package org.parley.archive.trail;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Knows how far every trail is, for all streams at once: as long as there are any, one thread looks again and again. It
 * looks at the read model itself, so it also sees what another process wrote, and a rebuilt version that took over.
 */
final class LiveWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveWatch.class);

    private final JdbcClient database;
    private final Duration look;
    private final AtomicInteger watching = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Map<String, Long> ends = Map.of();
    private boolean looking;
    private boolean closed;

    LiveWatch(JdbcClient database, Duration look) {
        this.database = database;
        this.look = look;
    }

    /** Counts a stream in; returns how many there are with it. */
    int join() {
        lock.lock();
        try {
            if (!looking && !closed) {
                ends = read();
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

    /** The last position of every trail, as last looked. */
    Map<String, Long> ends() {
        lock.lock();
        try {
            return ends;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the trails are no longer as they were.
     *
     * @return how they are now; the same again when the time is over
     */
    Map<String, Long> await(Map<String, Long> known, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (ends.equals(known) && left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            return ends;
        } finally {
            lock.unlock();
        }
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
                Thread.sleep(look);
                try {
                    tell(read());
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

    private void tell(Map<String, Long> now) {
        lock.lock();
        try {
            if (!now.equals(ends)) {
                ends = now;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private Map<String, Long> read() {
        Map<String, Long> now = new HashMap<>();
        // One look into the index per negotiation, however long their trails are.
        database.sql("""
                        select m.negotiation, (select max(position) from archive.trail_entry e
                            where e.negotiation = m.negotiation) as last
                        from archive.trail_matter m where m.kind = 'negotiation'""").query(row -> {
            now.put(row.getString("negotiation"), row.getLong("last"));
        });
        return Map.copyOf(now);
    }

    /** Ends all streams. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

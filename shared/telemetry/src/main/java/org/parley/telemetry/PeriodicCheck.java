package org.parley.telemetry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs a check every second on a separate thread, so that health and metrics answer at once with its last result, even
 * if a backing service is unavailable.
 */
public final class PeriodicCheck implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PeriodicCheck.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final String name;
    private final Runnable check;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * A check that starts with the application.
     *
     * @param name the thread's name
     * @param check a run of the check; an exception is logged at debug level, and the next run follows
     */
    public PeriodicCheck(String name, Runnable check) {
        this.name = name;
        this.check = check;
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofVirtual().name(name).start(this::run);
        }
    }

    private void run() {
        while (running) {
            try {
                check.run();
            } catch (RuntimeException e) {
                LOG.debug("{} failed", name, e);
            }
            try {
                Thread.sleep(INTERVAL);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

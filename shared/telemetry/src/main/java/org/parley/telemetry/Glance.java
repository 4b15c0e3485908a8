package org.parley.telemetry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at something every second, on a thread of its own, so that those who ask how it is are answered at once, whatever
 * is away.
 */
public final class Glance implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Glance.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final String name;
    private final Runnable look;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * A glance that begins when the application starts.
     *
     * @param name the thread's name
     * @param look one look; what it throws is not told to anybody, and it is tried again
     */
    public Glance(String name, Runnable look) {
        this.name = name;
        this.look = look;
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
                look.run();
            } catch (RuntimeException e) {
                LOG.debug("{}: nothing is seen at the moment", name, e);
            }
            try {
                Thread.sleep(EVERY);
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

package org.parley.embedded;

import java.time.Duration;

/** Watches the log of a starting server, and interrupts the thread that waits for it as soon as the start has failed. */
final class StartWatch implements AutoCloseable {
    private static final String REFUSAL = "pg_ctl: could not start server";
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Thread waiting;
    private final PostgresFolder folder;
    private final Thread watcher =
            Thread.ofPlatform().name("postgres-start-watch").daemon().unstarted(this::watch);
    private volatile boolean refused;

    private StartWatch(Thread waiting, PostgresFolder folder) {
        this.waiting = waiting;
        this.folder = folder;
    }

    static StartWatch over(Thread waiting, PostgresFolder folder) {
        StartWatch watch = new StartWatch(waiting, folder);
        watch.watcher.start();
        return watch;
    }

    private void watch() {
        try {
            while (!folder.endOfLog().contains(REFUSAL)) {
                Thread.sleep(PAUSE);
            }
            refused = true;
            waiting.interrupt();
        } catch (InterruptedException startIsOver) {
            // nothing more to watch
        }
    }

    boolean sawRefusal() {
        return refused;
    }

    /** Ends the watch; the interrupt that it may have sent is taken back. */
    @Override
    public void close() {
        watcher.interrupt();
        boolean interrupted = Thread.interrupted();
        while (watcher.isAlive()) {
            try {
                watcher.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        interrupted |= Thread.interrupted();
        if (interrupted && !refused) {
            waiting.interrupt();
        }
    }
}

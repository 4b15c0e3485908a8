package org.parley.desk.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A body that may take as long as it likes, but not fall silent: where nothing comes for some time it is broken off, and
 * whoever reads it gets an {@link IOException}.
 */
final class WatchedBody extends FilterInputStream {
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("desk-silence").daemon().factory());

    private final Duration silence;

    WatchedBody(InputStream body, Duration silence) {
        super(body);
        this.silence = silence;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Future<?> breakOff = TIMER.schedule(this::breakOff, silence.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return super.read(into, offset, length);
        } finally {
            breakOff.cancel(false);
        }
    }

    private void breakOff() {
        try {
            in.close();
        } catch (IOException e) {
            // It is over in any case.
        }
    }
}

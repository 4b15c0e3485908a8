package org.parley.access.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Counts the bytes read; the read that exceeds the limit refuses the request, and it and every later read fail. */
final class SizeLimitedInputStream extends ServletInputStream {

    private final ServletInputStream body;
    private final long limit;
    private final SizeLimitedRequest.LimitExceededHandler refusal;
    private long count;
    private volatile boolean tooLarge;

    SizeLimitedInputStream(ServletInputStream body, long limit, SizeLimitedRequest.LimitExceededHandler refusal) {
        this.body = body;
        this.limit = limit;
        this.refusal = refusal;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    @Override
    public int read() throws IOException {
        failIfTooLarge();
        int next = body.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        failIfTooLarge();
        int read = body.read(into, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    private void count(int read) throws IOException {
        count += read;
        if (count > limit) {
            tooLarge = true;
            refusal.refuse();
            failIfTooLarge();
        }
    }

    private void failIfTooLarge() throws IOException {
        if (tooLarge) {
            throw new IOException("The body is larger than " + limit + " bytes.");
        }
    }
}

package org.parley.acceptance.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A TCP proxy that adds latency in both directions without limiting throughput. */
final class LatencyProxy implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final InetSocketAddress end;
    private final Duration latency;
    private final ServerSocket entrance;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    LatencyProxy(String host, int port, Duration latency) {
        this.end = new InetSocketAddress(host, port);
        this.latency = latency;
        try {
            this.entrance = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::acceptConnections);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Bytes in transit and the {@link System#nanoTime} at which they arrive; empty at the end of the stream. */
    private record Chunk(byte[] bytes, long arrives) {}

    private void acceptConnections() {
        while (!entrance.isClosed()) {
            try {
                Socket in = entrance.accept();
                open.add(in);
                Socket out = new Socket();
                open.add(out);
                out.connect(end);
                forward(in, out);
                forward(out, in);
            } catch (IOException e) {
                // The connection is closed with the proxy at the latest.
            }
        }
    }

    private void forward(Socket from, Socket to) {
        BlockingQueue<Chunk> underWay = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> {
            try {
                from.setTcpNoDelay(true);
                byte[] buffer = new byte[CHUNK];
                int read = 0;
                while ((read = from.getInputStream().read(buffer)) >= 0) {
                    byte[] bytes = java.util.Arrays.copyOf(buffer, read);
                    underWay.add(new Chunk(bytes, System.nanoTime() + latency.toNanos()));
                }
            } catch (IOException e) {
                // The end.
            }
            underWay.add(new Chunk(new byte[0], System.nanoTime() + latency.toNanos()));
        });
        Thread.ofVirtual().start(() -> deliver(underWay, from, to));
    }

    private static void deliver(BlockingQueue<Chunk> underWay, Socket from, Socket to) {
        try (from;
                to) {
            to.setTcpNoDelay(true);
            for (Chunk chunk = underWay.take(); chunk.bytes().length > 0; chunk = underWay.take()) {
                TimeUnit.NANOSECONDS.sleep(chunk.arrives() - System.nanoTime());
                to.getOutputStream().write(chunk.bytes());
            }
        } catch (IOException e) {
            // The end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

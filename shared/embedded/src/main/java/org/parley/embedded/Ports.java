package org.parley.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses ports on the loopback address and keeps them beside the data. */
final class Ports {
    /** The only address the servers listen on. */
    static final String LOOPBACK = "127.0.0.1";

    /**
     * Ports are chosen below the range that systems hand to outgoing connections (from 32768 on Linux): a port from that
     * range may be taken while its server is down, even by a client that tries to reach that very server.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 200;
    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** The port written in the file if nothing else listens there, else a newly chosen one, which is then written. */
    static int kept(Path file) {
        return kept(file, Set.of());
    }

    /** The same for one of several ports, with those that are taken already though nobody listens there yet. */
    static int kept(Path file, Set<Integer> taken) {
        try {
            if (Files.exists(file)) {
                int port = parse(Files.readString(file));
                if (port > 0 && !taken.contains(port) && isFree(port)) {
                    return port;
                }
            }
            int port = choose(taken);
            Files.writeString(file, Integer.toString(port));
            return port;
        } catch (IOException e) {
            throw new EmbeddedServerException("The port cannot be kept in %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static int parse(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            return port <= 65_535 ? port : -1;
        } catch (NumberFormatException e) {
            return -1; // a file cut short by a crash: choose anew
        }
    }

    private static int choose(Set<Integer> taken) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (!taken.contains(port) && isFree(port)) {
                return port;
            }
        }
        throw new EmbeddedServerException("No free port was found between %d and %d".formatted(FIRST, LAST));
    }

    /** Whether a server could listen on the port: nobody answers there, and it can be bound. */
    static boolean isFree(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        // Some systems allow a bind to one address beside another program's bind to all of them, hence the connect.
        try (Socket client = new Socket()) {
            client.connect(address, CONNECT_MILLIS);
            return false;
        } catch (IOException nobodyAnswers) {
            // Bound, and never listening: a program that is being started at this moment holds a copy of it for a
            // while.
            try (Socket server = new Socket()) {
                server.setReuseAddress(true);
                server.bind(address);
                return true;
            } catch (IOException taken) {
                return false;
            }
        }
    }
}

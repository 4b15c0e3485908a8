package org.parley.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses ports on the loopback address and stores them with the data. */
final class LoopbackPorts {
    /** The only address the servers listen on. */
    static final String LOOPBACK = "127.0.0.1";

    /**
     * Ports are chosen below the ephemeral range (from 32768 on Linux): while a server is down, an outgoing connection
     * may take a port of that range, even the connection of a client of that server.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 200;
    private static final int CONNECT_MILLIS = 500;

    private LoopbackPorts() {}

    /** The port in the file if it is free; otherwise a new free port, which is written to the file. */
    static int loadOrChoose(Path file) {
        return loadOrChoose(file, Set.of());
    }

    /** The same, but never one of {@code taken}: ports that are reserved though no server listens on them yet. */
    static int loadOrChoose(Path file, Set<Integer> taken) {
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
            throw new EmbeddedServerException("The port cannot be stored in %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static int parse(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            return port <= 65_535 ? port : -1;
        } catch (NumberFormatException e) {
            return -1; // truncated by a crash: choose a new port
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

    /** Whether a server can listen on the port: no server answers there, and it can be bound. */
    static boolean isFree(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        // Some systems allow a bind to one address although another program is bound to all, hence the connect.
        try (Socket client = new Socket()) {
            client.connect(address, CONNECT_MILLIS);
            return false;
        } catch (IOException nobodyAnswers) {
            // Bind without listen: a child process that starts at this moment inherits a copy of the descriptor.
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

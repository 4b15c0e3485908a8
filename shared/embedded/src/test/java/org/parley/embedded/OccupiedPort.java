package org.parley.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Listens on a port of the loopback address, as another program. */
record OccupiedPort(ServerSocket socket) implements AutoCloseable {
    OccupiedPort(int port) throws IOException {
        this(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

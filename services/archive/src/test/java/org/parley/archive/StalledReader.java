package org.parley.archive;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Opens a stream and never reads it. */
record StalledReader(Socket socket) implements AutoCloseable {
    private static final int BUFFER = 4_096;

    static StalledReader open(URI address) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(BUFFER);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream()
                .write(("GET " + address.getRawPath() + "?" + address.getRawQuery()
                                + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new StalledReader(socket);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package org.parley.newsroom;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.parley.embedded.EmbeddedServerException;

/**
 * What newsroom is told by its environment.
 *
 * @param data the folder that everything is kept in ({@code PARLEY_DATA}, default {@code data} in the working folder)
 * @param port where the pages and the API are served ({@code PARLEY_PORT}, default 8080)
 * @param kafkaPort where subscribers reach Kafka ({@code PARLEY_KAFKA_PORT}, default 9092)
 */
record Settings(Path data, int port, int kafkaPort) {
    private static final String DATA = "PARLEY_DATA";
    private static final String PORT = "PARLEY_PORT";
    private static final String KAFKA_PORT = "PARLEY_KAFKA_PORT";

    /**
     * Reads the environment.
     *
     * @param home the folder that a relative data folder lies in
     * @throws EmbeddedServerException when a port is not a number from 0 to 65535
     */
    static Settings of(Map<String, String> environment, Path home) {
        return new Settings(
                home.resolve(given(environment, DATA, "data")).toAbsolutePath(),
                port(environment, PORT, "8080"),
                port(environment, KAFKA_PORT, "9092"));
    }

    /** A variable that is set to nothing counts as not set. */
    private static String given(Map<String, String> environment, String name, String otherwise) {
        String given = environment.getOrDefault(name, "").strip();
        return given.isEmpty() ? otherwise : given;
    }

    private static int port(Map<String, String> environment, String name, String otherwise) {
        String given = given(environment, name, otherwise);
        try {
            int port = Integer.parseInt(given);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, with the name of the setting
        }
        throw new EmbeddedServerException(name + " is '" + given + "'; it takes a port from 0 (any free one) to 65535");
    }

    /** Tells at once, before anything is started, when another program has the port. */
    void requireFreePort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "port " + port + " is taken by another program; set " + PORT + " to a free one", e);
        }
    }
}

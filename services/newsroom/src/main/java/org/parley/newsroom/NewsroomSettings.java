package org.parley.newsroom;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.parley.embedded.EmbeddedServerException;

/**
 * Newsroom's settings from environment variables.
 *
 * @param data the data folder ({@code PARLEY_DATA}, default {@code data} in the working folder)
 * @param port the HTTP port of the pages and the API ({@code PARLEY_PORT}, default 8080)
 * @param kafkaPort the port of Kafka for subscribers ({@code PARLEY_KAFKA_PORT}, default 9092)
 */
record NewsroomSettings(Path data, int port, int kafkaPort) {
    private static final String DATA = "PARLEY_DATA";
    private static final String PORT = "PARLEY_PORT";
    private static final String KAFKA_PORT = "PARLEY_KAFKA_PORT";

    /**
     * Reads the environment variables.
     *
     * @param home the folder that a relative data folder is resolved against
     * @throws EmbeddedServerException when a port is not a number from 0 to 65535
     */
    static NewsroomSettings of(Map<String, String> environment, Path home) {
        return new NewsroomSettings(
                home.resolve(valueOf(environment, DATA, "data")).toAbsolutePath(),
                port(environment, PORT, "8080"),
                port(environment, KAFKA_PORT, "9092"));
    }

    /** The value of a variable; a blank value counts as not set. */
    private static String valueOf(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static int port(Map<String, String> environment, String name, String otherwise) {
        String value = valueOf(environment, name, otherwise);
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // reported below with the name of the setting
        }
        throw new EmbeddedServerException(name + " is '" + value + "'; it takes a port from 0 (any free one) to 65535");
    }

    /**
     * Fails early, before anything is started, if the HTTP port is taken.
     *
     * @throws EmbeddedServerException when the port is taken
     */
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

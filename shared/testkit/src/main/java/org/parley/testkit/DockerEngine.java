package org.parley.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.parley.contract.Json;
import org.testcontainers.DockerClientFactory;
import tools.jackson.core.JacksonException;

/**
 * Detects whether a Docker engine is available and has images. Testcontainers alone would pull missing images, and
 * without a reachable registry that fails only after minutes.
 */
final class DockerEngine {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int TIMEOUT_SECONDS = 15;

    /** The image with which Testcontainers removes the containers of a killed JVM. */
    private static final String REAPER = "testcontainers/ryuk:";

    private DockerEngine() {}

    /** Whether containers of these images can start without a pull. */
    static boolean hasImages(List<String> images) {
        return sockets().anyMatch(socket -> hasImages(socket, images)) && isDockerAvailableToTestcontainers();
    }

    private static Stream<SocketAddress> sockets() {
        String host = System.getenv("DOCKER_HOST");
        if (host != null && !host.isBlank()) {
            URI uri = URI.create(host);
            if ("unix".equals(uri.getScheme())) {
                return Stream.of(UnixDomainSocketAddress.of(Path.of(uri.getPath())));
            }
            return uri.getHost() == null || uri.getPort() < 0
                    ? Stream.empty()
                    : Stream.of(new InetSocketAddress(uri.getHost(), uri.getPort()));
        }
        Path home = Path.of(System.getProperty("user.home"));
        String runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run");
        return Stream.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(runtime, "docker.sock"),
                        home.resolve(".docker/run/docker.sock"),
                        home.resolve(".docker/desktop/docker.sock"))
                .map(UnixDomainSocketAddress::of);
    }

    private static boolean hasImages(SocketAddress engine, List<String> images) {
        try {
            List<String> present = tags(engine);
            return present.containsAll(images)
                    && ("true".equalsIgnoreCase(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))
                            || present.stream().anyMatch(tag -> tag.startsWith(REAPER)));
        } catch (IOException | UnsupportedOperationException | JacksonException e) {
            return false; // nothing listens there, or it is not Docker
        }
    }

    private static List<String> tags(SocketAddress engine) throws IOException {
        try (SocketChannel channel = connect(engine)) {
            // HTTP/1.0: the response ends with the connection.
            channel.write(ByteBuffer.wrap("GET /images/json HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(US_ASCII)));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            Channels.newInputStream(channel).transferTo(answer);
            String text = answer.toString(UTF_8);
            return Json.MAPPER.readTree(text.substring(text.indexOf("\r\n\r\n") + 4)).findValues("RepoTags").stream()
                    .flatMap(tags -> tags.valueStream())
                    .map(tag -> tag.asString())
                    .toList();
        }
    }

    private static SocketChannel connect(SocketAddress engine) throws IOException {
        if (engine instanceof UnixDomainSocketAddress) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(engine);
            return channel;
        }
        SocketChannel channel = SocketChannel.open();
        channel.socket().connect(engine, CONNECT_MILLIS);
        return channel;
    }

    private static boolean isDockerAvailableToTestcontainers() {
        try {
            return CompletableFuture.supplyAsync(
                            () -> DockerClientFactory.instance().isDockerAvailable())
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package org.parley.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchedBodyTest {
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server = server();

    /** Says something, and then nothing until the test is over. */
    private HttpServer server() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("said".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                exchange.close();
            });
            made.start();
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private InputStream body(HttpClient client, Duration silence) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        return new WatchedBody(
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream())
                        .body(),
                silence);
    }

    @Test
    void aSilentBodyIsBrokenOff() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream body = body(client, Duration.ofMillis(200))) {
            assertThat(body.readNBytes(4)).asString(StandardCharsets.UTF_8).isEqualTo("said");
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        }
    }
}

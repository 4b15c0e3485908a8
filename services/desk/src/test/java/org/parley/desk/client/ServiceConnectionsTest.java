package org.parley.desk.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** A service with two instances. The first is down: nothing listens at its address. */
class ServiceConnectionsTest {
    /** Longer than a busy machine takes for the first answer; one test sits it out. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private final AtomicInteger arrived = new AtomicInteger();
    private final HttpServer alive = server();
    private final HttpComponentsClientHttpRequestFactory connections =
            ServiceConnections.requestFactory(new OneDownOneUp(), SILENCE);
    private final RestClient http = RestClient.builder()
            .requestFactory(connections)
            .baseUrl("http://service:" + alive.getAddress().getPort())
            .build();

    private record OneDownOneUp() implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private HttpServer server() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/taken", exchange -> {
                exchange.getRequestBody().readAllBytes();
                arrived.incrementAndGet();
                exchange.sendResponseHeaders(201, -1);
                exchange.close();
            });
            made.createContext("/broken", exchange -> {
                arrived.incrementAndGet();
                exchange.close();
            });
            made.createContext("/silent", exchange -> {
                say(exchange);
                untilOver(exchange);
            });
            made.createContext("/endless", this::endless);
            made.start();
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void endless(HttpExchange exchange) throws IOException {
        say(exchange);
        try {
            while (!over.await(20, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(':');
                exchange.getResponseBody().flush();
            }
        } catch (IOException e) {
            left.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void say(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("said".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private void untilOver(HttpExchange exchange) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    @AfterEach
    void stop() throws Exception {
        over.countDown();
        alive.stop(0);
        connections.destroy();
    }

    @Test
    void requestsGoToTheInstanceThatIsUp() {
        for (int i = 1; i <= 3; i++) {
            assertThat(http.post()
                            .uri("/taken")
                            .body("a command")
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .value())
                    .isEqualTo(201);
            assertThat(arrived).hasValue(i);
        }
    }

    @Test
    void sentRequestIsNotRetried() {
        assertThatThrownBy(() ->
                        http.post().uri("/broken").body("a command").retrieve().toBodilessEntity())
                .isInstanceOf(ResourceAccessException.class);
        assertThat(arrived).hasValue(1);
    }

    @Test
    void stalledBodyTimesOut() {
        http.get().uri("/silent").exchange((request, answer) -> {
            InputStream body = answer.getBody();
            assertThat(body.readNBytes(4)).asString(StandardCharsets.UTF_8).isEqualTo("said");
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
            return 0;
        });
    }

    @Test
    void endlessStreamCanBeClosed() {
        http.get().uri("/endless").exchange((request, answer) -> {
            assertThat(answer.getBody().readNBytes(4))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("said");
            return 0;
        });
        await().until(() -> left.getCount() == 0);
    }
}

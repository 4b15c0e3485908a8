package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.server.ServerClient;

/** The credentials that are sent to a server. */
class ServerCredentialsTest {
    private static final Map<String, String> PERSON = Map.of("PARLEY_USER", "anna", "PARLEY_PASSWORD", "secret");

    @TempDir
    private Path folder;

    private HttpServer http;

    /** A server that answers with the {@code Authorization} header of the request. */
    @BeforeEach
    void start() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            String given = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] answer = (given == null ? "nobody" : given).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    private String asked(Map<String, String> environment, @Nullable Path tokenFile) {
        String address = "http://localhost:" + http.getAddress().getPort();
        ServerClient server = ServerClient.at(address, environment, tokenFile);
        assertThat(server.toString()).isEqualTo("Server[address=" + address + "]");
        return server.text("/");
    }

    @Test
    void tokenTakesPrecedenceOverPassword() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "parley_file\n");
        Map<String, String> both = Map.of("PARLEY_USER", "anna", "PARLEY_TOKEN", "parley_given");

        assertThat(asked(Map.of(), null)).isEqualTo("nobody");
        assertThat(asked(PERSON, null)).isEqualTo("Basic YW5uYTpzZWNyZXQ=");
        assertThat(asked(both, null)).isEqualTo("Bearer parley_given");
        assertThat(asked(Map.of("PARLEY_TOKEN_FILE", file.toString()), null)).isEqualTo("Bearer parley_file");
        assertThat(asked(both, file)).isEqualTo("Bearer parley_file");
    }

    @Test
    void missingTokenFileIsNamed() {
        Path missing = folder.resolve("missing");

        assertThat(ExportFixture.run(
                        "state", "x", "--server", "http://localhost:1", "--token-file", missing.toString()))
                .matches(output -> output.code() == 2 && output.err().contains(missing.toString()));
    }
}

package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.ExportFixture.Output;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/**
 * Which rows an import sends, and how it reports the results. That the ledger answers like this is tested with the
 * desk.
 */
class ImportCommandTest {
    private static final String TABLE = """
            command,matter,occurred,by,reason,publisher,source title
            RejectCeasefire,truce,2026-04-02,Beland,"no, thanks",AFP,Réponse
            RejectCeasefire,other,2026-04-02,BBB,no,AFP,Reply
            RejectCeasefire,third,03/04/2026,BBB,no,AFP,Reply
            """;

    @TempDir
    private Path folder;

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private HttpServer http;

    @BeforeEach
    void start() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/api/negotiations/talks", exchange -> answer(exchange, """
                {"parties": [{"party": "AAA", "name": "Aland"}, {"party": "BBB", "name": "Beland"}]}"""));
        http.createContext("/api/negotiations/talks/trail", exchange -> answer(exchange, """
                {"entries": [{"developmentId": "01990000-0000-7000-8000-000000000001", "position": 12,
                              "standing": "EFFECTIVE"}]}"""));
        http.createContext("/api/commands/batch", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            sent.add(exchange.getRequestURI() + "\n" + body);
            answer(exchange, exchange.getRequestURI().getQuery() == null ? RECORDED : TRIED);
        });
        http.start();
    }

    private static final String TRIED = """
            {"line":1,"status":200,"event":{"summary":"Beland rejected it."},"warnings":[{"code":"SIMILAR","detail":"A similar development is recorded.","developmentId":"01990000-0000-7000-8000-000000000001"}]}
            {"line":2,"status":200,"event":{"summary":"Beland rejected the other."},"warnings":[]}
            """;
    private static final String RECORDED = """
            {"line":1,"status":201,"developmentId":"01990000-0000-7000-8000-000000000002","position":13}
            """;

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    private Output run(String encoding, String... options) throws IOException {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, TABLE, Charset.forName(encoding));
        String[] all = new String[options.length + 6];
        List<String> fixed = List.of(
                "import",
                file.toString(),
                "--negotiation",
                "talks",
                "--server",
                "http://localhost:" + http.getAddress().getPort());
        for (int i = 0; i < all.length; i++) {
            all[i] = i < fixed.size() ? fixed.get(i) : options[i - fixed.size()];
        }
        return ExportFixture.run(all);
    }

    @Test
    void dryRunReportsEveryRowAndRecordsNothing() throws IOException {
        Output output = run("windows-1252", "--dry-run");

        assertThat(output.code()).isEqualTo(1);
        assertThat(output.out()).isEqualTo("""
                Encoding: Windows-1252. Check these words: Réponse.
                A table with 7 columns, separated by commas.
                line 2: similar to an entry: Beland rejected it.
                    Something similar is already recorded as entry 12.
                    by: “Beland” is understood as BBB
                line 3: can be recorded: Beland rejected the other.
                line 4: refused
                    occurred: Is 03/04/2026 the date 2026-04-03 or 2026-03-04? Write one of these.
                3 rows: 1 can be recorded, 1 similar to an entry, 1 refused. Nothing is recorded: it was a dry run.
                """);
        assertThat(sent).hasSize(1).first().asString().startsWith("/api/commands/batch?dryRun=true");
    }

    @Test
    void repeatedAndSimilarRowsAreLeftOut() throws IOException {
        Output output = run("UTF-8");

        assertThat(sent).hasSize(2);
        assertThat(sent.get(1))
                .startsWith("/api/commands/batch\n")
                .contains("\"other\"")
                .doesNotContain("\"truce\"");
        assertThat(output.out())
                .contains("line 3: recorded: Beland rejected the other.")
                .contains("3 rows: 1 similar to an entry, 1 recorded, 1 refused.");
        assertThat(output.code()).isEqualTo(1);
    }

    @Test
    void jsonOutputHasTheSameReport() throws IOException {
        JsonNode json = Json.MAPPER.readTree(run("UTF-8", "--dry-run", "--json").out());

        assertThat(json.path("rows").valueStream().map(row -> row.path("verdict")
                        .asString()))
                .containsExactly("SIMILAR", "READY", "REFUSED");
        assertThat(json.at("/rows/2/faults/0/column").asString()).isEqualTo("occurred");
        assertThat(json.at("/rows/0/understood/0/as").asString()).isEqualTo("BBB");
        assertThat(json.at("/rows/0/related/0/detail").asString()).endsWith("entry 12.");
    }

    @Test
    void unreadableFileIsNotSent() throws IOException {
        Output output = run("UTF-8", "--encoding", "US-ASCII");

        assertThat(output.code()).isEqualTo(1);
        assertThat(output.out()).contains("This file is not in US-ASCII.").contains("Nothing is recorded.");
        assertThat(sent).isEmpty();
        assertThat(ExportFixture.run(
                                "import",
                                "nowhere.csv",
                                "--negotiation",
                                "talks",
                                "--server",
                                "http://localhost:" + http.getAddress().getPort())
                        .code())
                .isEqualTo(2);
    }
}

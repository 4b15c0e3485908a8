package org.parley.benchmarks;

import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.KafkaEventRecords;
import org.parley.contract.seal.SealKey;
import org.parley.testkit.ApiClient;
import org.parley.testkit.TestLedger;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/** Rebuilds and queries of a long history, which is published to the archive without passing through the ledger. */
final class QueryBenchmarks {
    private static final String TOPIC = "histories";
    private static final String LONG = "long-talks";
    private static final Instant START = Instant.parse("2015-01-01T00:00:00Z");
    private static final int DAYS = 3_900;
    private static final List<String> PARTIES = List.of("USA", "RUS", "UKR");

    private final BenchmarkSizes sizes;
    private final BenchmarkReport report;
    private final Random random = new Random(7);

    QueryBenchmarks(BenchmarkSizes sizes, BenchmarkReport report) {
        this.sizes = sizes;
        this.report = report;
    }

    void run(Path folder) throws Exception {
        try (BenchmarkServer server = BenchmarkServer.start(folder, Map.of(BenchmarkServer.READ_TOPIC, TOPIC))) {
            report.clock().include(server.postgres());
            List<PublishedEvent> events = history();
            for (int n = 0; n < sizes.negotiations(); n++) {
                TestLedger other = new TestLedger("talks-" + n, START.toString());
                other.log("open", "{'command':'OpenNegotiation','title':'Talks number %d'}".formatted(n));
                events.addAll(other.published());
            }
            publish(server, events);
            ApiClient client = server.chief();
            long last = sizes.negotiations() - 1L;
            BenchmarkServer.await(() -> done(client, "state")
                    && done(client, "trail")
                    && done(client, "proof")
                    && client.get("/api/negotiations/talks-" + last).status() == 200);
            createBare(server);
            rebuilds(server, client, events);
            states(client);
            lists(server, client);
        }
    }

    /** Positions on questions of 100 developments each; some are logged late, some correct earlier ones. */
    private List<PublishedEvent> history() {
        TestLedger ledger = new TestLedger(LONG, START.toString());
        ledger.log("open", "{'command':'OpenNegotiation','title':'Talks','occurred':'2014-12-01'}");
        for (String party : PARTIES) {
            ledger.log(
                    party,
                    "{'command':'AdmitParty','party':'%1$s','name':'%1$s','partyKind':'STATE'}".formatted(party));
        }
        int size = sizes.developments();
        int matters = Math.max(1, size / 100);
        Duration step = Duration.ofDays(DAYS).dividedBy(size);
        for (int n = 0; n < size; n++) {
            Instant now = START.plus(Duration.ofHours(1)).plus(step.multipliedBy(n));
            ledger.at(now.toString());
            if (n < matters) {
                ledger.log(
                        "q" + n,
                        "{'command':'RaiseQuestion','matter':'q%d','title':'Q','theme':'SECURITY'}".formatted(n));
            }
            Instant day = now.minus(Duration.ofDays(n % 20 == 19 ? 1 + random.nextInt(400) : 0));
            String position = "'command':'StatePosition','occurred':'%s','by':'%s','stance':'OPPOSES','summary':"
                            .formatted(
                                    (day.isBefore(START) ? START : day)
                                            .toString()
                                            .substring(0, 10),
                                    PARTIES.get(n % 3))
                    + "'word%d of the text','evidence':{'sources':[{'publisher':'A','title':'R'}]}".formatted(n % 997);
            if (n >= matters && n % 50 == 49) {
                ledger.log(
                        "n" + n,
                        "{'command':'CorrectDevelopment','target':'#n%d','reason':'r','replacement':{%s}}"
                                .formatted(n - matters, position));
            } else {
                ledger.log("n" + n, "{'matter':'q%d',%s}".formatted(n % matters, position));
            }
        }
        return new ArrayList<>(ledger.published());
    }

    private static void publish(BenchmarkServer server, List<PublishedEvent> events) throws Exception {
        SealKey key = SealKey.of(server.sealKey(), "the benchmark's key");
        Map<String, Object> settings = server.kafka();
        settings.put("linger.ms", "5");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (PublishedEvent event : events) {
                sent.add(producer.send(KafkaEventRecords.write(TOPIC, BenchmarkServer.PARTITIONS, event, key)));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    private static JsonNode projection(ApiClient client, String name) {
        return client.get("/api/projections/" + name).json();
    }

    private boolean done(ApiClient client, String name) {
        return projection(client, name).path("progress").path("done").asLong()
                >= sizes.developments() + sizes.negotiations();
    }

    private static void createBare(BenchmarkServer server) throws Exception {
        try (Connection connection = server.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table bare_event (negotiation text, position bigint, id uuid, type text, data text)");
        }
    }

    private void rebuilds(BenchmarkServer server, ApiClient client, List<PublishedEvent> events) throws Exception {
        for (String name : List.of("state", "trail", "proof")) {
            report.compare(
                    "rebuild/" + name,
                    "events/s",
                    events.size(),
                    round -> rebuild(client, name, events.size()),
                    "COPY of the events",
                    round -> copy(server, events));
        }
    }

    private static double rebuild(ApiClient client, String name, int events) throws Exception {
        int build = projection(client, name).path("build").asInt();
        long begin = System.nanoTime();
        ApiClient.Answer answer = client.post("/api/projections/" + name + "/rebuild", "", "");
        if (answer.status() != 202) {
            throw new IllegalStateException("No rebuild: " + answer);
        }
        BenchmarkServer.await(() -> projection(client, name).path("build").asInt() != build);
        double seconds = (System.nanoTime() - begin) / 1e9;
        // The former tables are dropped later; the next rebuild waits for them here, not in its own time.
        BenchmarkServer.await(() -> projection(client, name).path("rebuild").isMissingNode());
        return events / seconds;
    }

    private static double copy(BenchmarkServer server, List<PublishedEvent> events) throws Exception {
        try (Connection connection = server.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate bare_event");
            long begin = System.nanoTime();
            StringBuilder rows = new StringBuilder();
            for (PublishedEvent event : events) {
                rows.append(event.subject().negotiation())
                        .append('\t')
                        .append(event.position())
                        .append('\t')
                        .append(event.developmentId())
                        .append('\t')
                        .append(event.type().event())
                        .append('\t')
                        .append(event.dataText().replace("\\", "\\\\"))
                        .append('\n');
            }
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare_event from stdin", new StringReader(rows.toString()));
            return events.size() / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private Instant day() {
        return START.plus(Duration.ofDays(30 + random.nextInt(DAYS - 60)));
    }

    private void states(ApiClient client) throws Exception {
        String path = "/api/negotiations/" + LONG;
        BenchmarkReport.Round now = round -> http(client, () -> path);
        report.compare(
                "state/as-of/p99",
                "ms",
                sizes.queries(),
                round -> http(client, () -> path + "?asOf=" + day()),
                "the state now",
                now);
        report.compare(
                "state/known-at/p99",
                "ms",
                sizes.queries(),
                round -> http(client, () -> path + "?knownAt=" + day()),
                "the state now",
                now);
        report.compare(
                "state/both/p99",
                "ms",
                sizes.queries(),
                round -> http(client, () -> path + "?asOf=" + day() + "&knownAt=" + day()),
                "the state now",
                now);
    }

    private void lists(BenchmarkServer server, ApiClient client) throws Exception {
        report.compare(
                "list/negotiations/p99",
                "ms",
                sizes.queries(),
                round -> http(client, () -> "/api/negotiations?limit=5000"),
                "select with group by",
                round -> sql(
                        server,
                        () -> "select negotiation, max(position) from bare_event group by 1 order by 1 limit 5000"));
        String trail = "/api/negotiations/" + LONG + "/trail";
        report.compare(
                "trail/search/p99",
                "ms",
                sizes.queries(),
                round -> http(client, () -> trail + "?q=word" + random.nextInt(997)),
                "select with like",
                round -> sql(
                        server,
                        () -> "select data from bare_event where negotiation = '" + LONG + "' and data like '%word"
                                + random.nextInt(997) + " %' order by position limit 50"));
        report.compare(
                "trail/facets/p99",
                "ms",
                sizes.queries(),
                round -> http(client, () -> trail + "/facets"),
                "select with group by",
                round -> sql(
                        server,
                        () -> "select type, count(*) from bare_event where negotiation = '" + LONG + "' group by 1"));
    }

    private double http(ApiClient client, Supplier<String> path) throws Exception {
        return percentile(() -> {
            ApiClient.Answer answer = client.get(path.get());
            if (answer.status() != 200) {
                throw new IllegalStateException("Unexpected answer: " + answer);
            }
        });
    }

    private double sql(BenchmarkServer server, Supplier<String> query) throws Exception {
        try (Connection connection = server.database().getConnection();
                Statement statement = connection.createStatement()) {
            return percentile(() -> {
                try (ResultSet rows = statement.executeQuery(query.get())) {
                    while (rows.next()) {
                        rows.getString(1);
                    }
                }
            });
        }
    }

    private interface Query {
        void send() throws Exception;
    }

    private double percentile(Query query) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int n = 0; n < sizes.queries(); n++) {
            long begin = System.nanoTime();
            query.send();
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        return BenchmarkResult.percentile(millis, 99);
    }
}

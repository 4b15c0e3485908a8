package org.parley.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.parley.contract.command.CommandReader;
import org.parley.ledger.command.CommandRecorder;
import org.parley.ledger.command.CommandRecorder.CommandOrigin;
import org.parley.testkit.ApiClient;

/** Recording of commands, with the relay and the projections at work in the same process. */
final class CommandBenchmarks {
    private static final int CLIENTS = 8;
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final BenchmarkSizes sizes;
    private final BenchmarkReport report;

    CommandBenchmarks(BenchmarkSizes sizes, BenchmarkReport report) {
        this.sizes = sizes;
        this.report = report;
    }

    void run(Path folder) throws Exception {
        try (BenchmarkServer server = BenchmarkServer.start(folder, Map.of())) {
            report.clock().include(server.postgres());
            RawInserts raw = RawInserts.on(server.database());
            for (int threads : new int[] {1, CLIENTS}) {
                java(server, raw, threads, 1);
                java(server, raw, threads, SampleCommands.MANY);
            }
            http(server);
            batch(server, raw);
            visible(server);
        }
    }

    private void java(BenchmarkServer server, RawInserts raw, int threads, int negotiations) throws Exception {
        CommandRecorder recorder = server.bean(CommandRecorder.class);
        CommandReader reader = new CommandReader();
        String prefix = "java-" + threads + "-" + negotiations;
        SampleCommands.open(server.chief(), prefix, negotiations);
        // The commands of one negotiation follow one another, whatever the number of threads.
        int connections = Math.min(threads, negotiations);
        report.compare(
                "commands/java/%d-threads/%d-negotiations".formatted(threads, negotiations),
                "commands/s",
                sizes.commands(),
                round -> RawInserts.concurrently(
                        threads, SampleCommands.positions(prefix, negotiations, sizes.commands()), part -> {
                            for (String body : part) {
                                recorder.record(
                                        reader.read(body.getBytes(StandardCharsets.UTF_8)),
                                        new CommandOrigin("chief", null, null, null));
                            }
                        }),
                connections == 1 ? "insert and commit, 1 connection" : "insert and commit, 8 connections",
                round -> raw.perSecond(connections, SampleCommands.positions(prefix, negotiations, sizes.commands())));
    }

    private void http(BenchmarkServer server) throws Exception {
        ApiClient client = server.chief();
        SampleCommands.open(client, "http", SampleCommands.MANY);
        report.compare(
                "commands/http/8-clients",
                "commands/s",
                sizes.commands(),
                round -> post(client, "/api/commands"),
                "Spring MVC, insert and commit",
                round -> post(client, BareInsertController.PATH));
    }

    private double post(ApiClient client, String path) throws Exception {
        return RawInserts.concurrently(
                CLIENTS, SampleCommands.positions("http", SampleCommands.MANY, sizes.commands()), part -> {
                    for (String body : part) {
                        require(client.post(path, ApiClient.JSON, body), 201);
                    }
                });
    }

    private static void require(ApiClient.Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("Unexpected answer: " + answer);
        }
    }

    private void batch(BenchmarkServer server, RawInserts raw) throws Exception {
        ApiClient client = server.chief();
        SampleCommands.open(client, "batch", 1);
        BenchmarkReport.Round batch = round -> {
            String lines = String.join("\n", SampleCommands.positions("batch", 1, sizes.commands()));
            long begin = System.nanoTime();
            client.batch(lines).forEach(result -> {
                if (result.path("status").asInt() != 201) {
                    throw new IllegalStateException("Not recorded: " + result);
                }
            });
            return sizes.commands() / ((System.nanoTime() - begin) / 1e9);
        };
        report.compare(
                "commands/batch/beside-raw",
                "commands/s",
                sizes.commands(),
                batch,
                "insert and commit, 1 connection",
                round -> raw.perSecond(1, SampleCommands.positions("batch", 1, sizes.commands())));
        report.compare(
                "commands/batch/beside-single",
                "commands/s",
                sizes.commands(),
                batch,
                "single commands, one client",
                round -> RawInserts.concurrently(1, SampleCommands.positions("batch", 1, sizes.commands()), part -> {
                    for (String body : part) {
                        require(client.command(body), 201);
                    }
                }));
    }

    /** From the time when a command is due to the answer that contains it; a late client does not hide a delay. */
    private void visible(BenchmarkServer server) throws Exception {
        ApiClient client = server.chief();
        SampleCommands.open(client, "visible", SampleCommands.MANY);
        report.compare(
                "visible/100-per-second/p99",
                "ms",
                sizes.paced(),
                round -> paced(i -> {
                    UUID id = UUID.randomUUID();
                    String negotiation = "visible-" + i % SampleCommands.MANY;
                    require(client.command(SampleCommands.position(negotiation, id)), 201);
                    require(client.get("/api/developments/" + id + "?after-development=" + id), 200);
                }),
                "command alone",
                round -> paced(i -> require(
                        client.command(
                                SampleCommands.position("visible-" + i % SampleCommands.MANY, UUID.randomUUID())),
                        201)));
    }

    private interface Request {
        void send(int number) throws Exception;
    }

    private double paced(Request request) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            List<Future<Double>> all = new ArrayList<>();
            for (int i = 0; i < sizes.paced(); i++) {
                int number = i;
                long due = begin + i * PACE_NANOS;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                all.add(executor.submit(() -> {
                    request.send(number);
                    return (System.nanoTime() - due) / 1e6;
                }));
            }
            List<Double> millis = new ArrayList<>();
            for (Future<Double> each : all) {
                millis.add(each.get());
            }
            return BenchmarkResult.percentile(millis, 99);
        }
    }
}

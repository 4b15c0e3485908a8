package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.CommandRequest;
import org.parley.ledger.command.CommandRecorder;
import org.parley.ledger.command.CommandRecorder.CommandOrigin;
import org.parley.testkit.BackingServices;
import org.parley.testkit.DedicatedPostgres;

/**
 * A measurement, not a test; runs only by name: {@code -Dtest=CommandMeasurement}. It compares recording commands with
 * plain inserts of the same size, each committed, on a database that flushes to disk. The rounds of all are interleaved.
 */
class CommandMeasurement {
    private static final int ROUNDS = 5;
    private static final int COMMANDS = Integer.getInteger("parley.measured.commands", 1_500);
    private static final int THREADS = 8;

    @Test
    void commandsAgainstPlainInserts() throws Exception {
        try (DedicatedPostgres postgres = DedicatedPostgres.start();
                LedgerProcess ledger = LedgerProcess.start(
                        postgres.database(),
                        BackingServices.shared().bootstrapServers(),
                        LedgerProcess.newTopic(),
                        LedgerProcess.WITHOUT_RELAY)) {
            DataSource database = ledger.bean(DataSource.class);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table public.plain (id uuid primary key, payload bytea not null)");
            }
            List<TestNegotiation> talks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                TestNegotiation each = TestNegotiation.open(ledger.chief());
                each.accepted(each.question(TestNegotiation.newId(), "money"));
                talks.add(each);
            }
            Map<String, List<Long>> rates = new LinkedHashMap<>();
            for (int round = 0; round <= ROUNDS; round++) {
                measure(rates, "insert and commit, 1 connection", 1, number -> insert(database));
                measure(rates, "commands, 1 thread", 1, number -> record(ledger, talks.get(0)));
                measure(rates, "insert and commit, " + THREADS + " connections", THREADS, number -> insert(database));
                measure(
                        rates,
                        "commands, " + THREADS + " threads and negotiations",
                        THREADS,
                        number -> record(ledger, talks.get(number)));
                measure(
                        rates,
                        "commands, " + THREADS + " threads, one negotiation",
                        THREADS,
                        number -> record(ledger, talks.get(1)));
                measure(rates, "batch of one negotiation, over HTTP", 1, number -> batch(talks.get(2)));
                if (round == 0) {
                    rates.clear(); // warm-up
                }
            }
            rates.forEach((what, all) -> System.out.printf(
                    "%s: %,d/s (%s)%n", what, all.stream().sorted().toList().get(ROUNDS / 2), all));
        }
    }

    private static void measure(
            Map<String, List<Long>> rates, String what, int threads, ParallelCalls.Work<Integer> work)
            throws Exception {
        long begin = System.nanoTime();
        int done = ParallelCalls.of(threads, work).stream()
                .mapToInt(Integer::intValue)
                .sum();
        rates.computeIfAbsent(what, name -> new ArrayList<>()).add(done * 1_000_000_000L / (System.nanoTime() - begin));
    }

    private static int insert(DataSource database) throws Exception {
        byte[] payload = "x".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("insert into public.plain values (?, ?)")) {
            for (int i = 0; i < COMMANDS; i++) {
                statement.setObject(1, UUID.randomUUID());
                statement.setBytes(2, payload);
                statement.executeUpdate();
            }
        }
        return COMMANDS;
    }

    private static int record(LedgerProcess ledger, TestNegotiation talks) {
        CommandRecorder recorder = ledger.bean(CommandRecorder.class);
        CommandReader reader = new CommandReader();
        for (int i = 0; i < COMMANDS; i++) {
            CommandRequest request = reader.read(position(talks).getBytes(StandardCharsets.UTF_8));
            recorder.record(request, new CommandOrigin("editor", null, null, null));
        }
        return COMMANDS;
    }

    private static int batch(TestNegotiation talks) {
        String lines = Stream.generate(() -> position(talks)).limit(COMMANDS).collect(Collectors.joining("\n"));
        assertThat(talks.editor().batch(lines))
                .allSatisfy(line -> assertThat(line.path("status").asInt()).isEqualTo(201));
        return COMMANDS;
    }

    private static String position(TestNegotiation talks) {
        return talks.position(TestNegotiation.newId(), "money", "USA", "OPPOSES");
    }
}

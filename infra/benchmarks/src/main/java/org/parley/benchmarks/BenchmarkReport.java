package org.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.contract.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Collects results and runs the rounds of a benchmark and its peer alternately, so that noise meets both. */
final class BenchmarkReport {
    private final int rounds;
    private final int warmups;
    private final ProcessorClock clock = new ProcessorClock();
    private String group = "";
    private List<String> beginnings = List.of();
    private final List<BenchmarkResult> results = new ArrayList<>();
    private final List<String> omissions = new ArrayList<>();

    BenchmarkReport(BenchmarkSizes sizes) {
        this.rounds = sizes.rounds();
        this.warmups = sizes.warmups();
    }

    /** The clock of the processor time. A round that does more than its work says when that begins and ends. */
    ProcessorClock clock() {
        return clock;
    }

    /**
     * Begins a group.
     *
     * @param beginnings the beginnings of the names to compare, with or without that of the group; all if empty
     */
    void begin(String group, List<String> beginnings) {
        this.group = group;
        this.beginnings = List.copyOf(beginnings);
    }

    /** One round; returns its value in the unit of the benchmark. */
    interface Round {
        double measure(int round) throws Exception;
    }

    /**
     * Measures a benchmark beside a peer. The first round of each warms up and does not count.
     *
     * @param operations the number of operations in a round, by which its processor time is divided; 0 does not
     *     measure that
     */
    void compare(String name, String unit, long operations, Round subject, String peer, Round peerRound)
            throws Exception {
        if (!isWanted(name)) {
            return;
        }
        List<Measured> own = new ArrayList<>();
        List<Measured> others = new ArrayList<>();
        for (int round = 1 - warmups; round <= rounds; round++) {
            Measured value = measure(subject, round, operations);
            Measured peerValue = measure(peerRound, round, operations);
            System.out.printf(
                    Locale.ROOT,
                    "%s, round %d of %d: %s (%s µs), peer %s (%s µs)%n",
                    name,
                    round,
                    rounds,
                    number(value.value()),
                    number(value.processor()),
                    number(peerValue.value()),
                    number(peerValue.processor()));
            if (round > 0) {
                own.add(value);
                others.add(peerValue);
            }
        }
        add(new BenchmarkResult(
                name,
                unit,
                own.stream().map(Measured::value).toList(),
                peer,
                others.stream().map(Measured::value).toList(),
                operations == 0
                        ? List.of()
                        : own.stream().map(Measured::processor).toList(),
                operations == 0
                        ? List.of()
                        : others.stream().map(Measured::processor).toList()));
    }

    /** @param processor in microseconds an operation */
    private record Measured(double value, double processor) {}

    private Measured measure(Round round, int number, long operations) throws Exception {
        clock.begin();
        double value = round.measure(number);
        if (!clock.isEnded()) {
            clock.end(operations);
        }
        return new Measured(value, clock.microseconds());
    }

    private boolean isWanted(String name) {
        return beginnings.isEmpty()
                || beginnings.stream()
                        .anyMatch(
                                beginning -> name.startsWith(beginning) || (group + "/" + name).startsWith(beginning));
    }

    void add(BenchmarkResult result) {
        results.add(result);
        System.out.println(line(result));
    }

    /** Notes a benchmark that was not run. */
    void omit(String name, String reason) {
        omissions.add(name + ": " + reason);
        System.out.println(omissions.getLast());
    }

    List<BenchmarkResult> results() {
        return List.copyOf(results);
    }

    /** The results as a table in Markdown. */
    String table() {
        StringBuilder table = new StringBuilder("""
                | benchmark | unit | Parley | spread | peer | its value | spread | ratio | processor, µs | the peer's |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        results.forEach(result -> table.append(line(result)).append('\n'));
        omissions.forEach(each -> table.append("\nNot measured: ").append(each).append('\n'));
        return table.toString();
    }

    private static String line(BenchmarkResult result) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.0f %% | %s | %s | %s | %s | %s | %s |",
                result.name(),
                result.unit(),
                number(result.value()),
                100 * BenchmarkResult.spread(result.subject()),
                result.peer() == null ? "" : result.peer(),
                result.peer() == null ? "" : number(result.peerValue()),
                result.peer() == null
                        ? ""
                        : String.format(Locale.ROOT, "%.0f %%", 100 * BenchmarkResult.spread(result.peerValues())),
                result.peer() == null ? "" : String.format(Locale.ROOT, "%.2f", result.ratio()),
                result.processor().isEmpty() ? "" : number(BenchmarkResult.median(result.processor())),
                result.peerProcessor().isEmpty() ? "" : number(BenchmarkResult.median(result.peerProcessor())));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }

    /** Writes the results with the machine they were measured on. */
    void write(Path file) throws IOException {
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (BenchmarkResult result : results) {
            ObjectNode json = array.addObject();
            json.put("name", result.name());
            json.put("value", result.value());
            json.put("unit", result.unit());
            json.put("spread", BenchmarkResult.spread(result.subject()));
            if (result.peer() != null) {
                json.put("peer", result.peer());
                json.put("peerValue", result.peerValue());
                json.put("peerSpread", BenchmarkResult.spread(result.peerValues()));
                json.put("ratio", result.ratio());
            }
            if (!result.processor().isEmpty()) {
                json.put("processorMicroseconds", BenchmarkResult.median(result.processor()));
                json.put("peerProcessorMicroseconds", BenchmarkResult.median(result.peerProcessor()));
                json.put("processorRatio", result.processorRatio());
            }
            json.put("cores", Runtime.getRuntime().availableProcessors());
            json.put("jdk", System.getProperty("java.vm.version"));
            json.put("rounds", result.subject().size());
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(array) + "\n");
    }
}

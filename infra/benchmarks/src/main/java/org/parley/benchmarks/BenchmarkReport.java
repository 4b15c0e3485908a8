package org.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Collects results and runs the rounds of a benchmark and its peer alternately, so that noise meets both. */
final class BenchmarkReport {
    private final int rounds;
    private String group = "";
    private List<String> beginnings = List.of();
    private final List<BenchmarkResult> results = new ArrayList<>();
    private final List<String> omissions = new ArrayList<>();

    /** @param rounds the number of rounds that count */
    BenchmarkReport(int rounds) {
        this.rounds = rounds;
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

    /** Measures a benchmark beside a peer. The first round of each warms up and does not count. */
    void compare(String name, String unit, Round subject, @Nullable String peer, @Nullable Round peerRound)
            throws Exception {
        if (!isWanted(name)) {
            return;
        }
        List<Double> values = new ArrayList<>();
        List<Double> peerValues = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double value = subject.measure(round);
            double peerValue = peerRound == null ? Double.NaN : peerRound.measure(round);
            System.out.printf(
                    Locale.ROOT,
                    "%s, round %d of %d: %s%s%n",
                    name,
                    round,
                    rounds,
                    number(value),
                    peerRound == null ? "" : ", peer " + number(peerValue));
            if (round > 0) {
                values.add(value);
                if (peerRound != null) {
                    peerValues.add(peerValue);
                }
            }
        }
        add(new BenchmarkResult(name, unit, values, peer, peerValues));
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
                | benchmark | unit | Parley | spread | peer | its value | spread | ratio |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        results.forEach(result -> table.append(line(result)).append('\n'));
        omissions.forEach(each -> table.append("\nNot measured: ").append(each).append('\n'));
        return table.toString();
    }

    private static String line(BenchmarkResult result) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.0f %% | %s | %s | %s | %s |",
                result.name(),
                result.unit(),
                number(result.value()),
                100 * BenchmarkResult.spread(result.subject()),
                result.peer() == null ? "" : result.peer(),
                result.peer() == null ? "" : number(result.peerValue()),
                result.peer() == null
                        ? ""
                        : String.format(Locale.ROOT, "%.0f %%", 100 * BenchmarkResult.spread(result.peerValues())),
                result.peer() == null ? "" : String.format(Locale.ROOT, "%.2f", result.ratio()));
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
            json.put("cores", Runtime.getRuntime().availableProcessors());
            json.put("jdk", System.getProperty("java.vm.version"));
            json.put("rounds", result.subject().size());
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(array) + "\n");
    }
}

package org.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the benchmarks that are named in the arguments, or all; {@code --short} with smaller sizes, {@code --quick}
 * only to show that they work.
 */
public final class Benchmarks {
    private final BenchmarkSizes sizes;
    private final BenchmarkReport report;
    private final Path folder;

    private Benchmarks(BenchmarkSizes sizes, Path folder) {
        this.sizes = sizes;
        this.report = new BenchmarkReport(sizes);
        this.folder = folder;
    }

    private interface Group {
        void run() throws Exception;
    }

    private Map<String, Group> groups() {
        Map<String, Group> groups = new LinkedHashMap<>();
        groups.put("parts", () -> PartBenchmarks.run(sizes, report));
        groups.put("commands", () -> new CommandBenchmarks(sizes, report).run(folder.resolve("commands")));
        groups.put("relay", () -> new RelayBenchmarks(sizes, report).run(folder.resolve("relay")));
        groups.put("queries", () -> new QueryBenchmarks(sizes, report).run(folder.resolve("queries")));
        groups.put("pages", () -> new PageBenchmarks(sizes, report).run(folder.resolve("pages")));
        groups.put("program", () -> new ProgramBenchmarks(sizes, report).run(folder.resolve("program")));
        return groups;
    }

    /**
     * Runs the groups in a folder, which is emptied first and deleted afterwards.
     *
     * @param names the groups to run, or the beginnings of names in them ({@code commands/java}); all if empty
     * @throws IllegalArgumentException if a name begins with no group
     */
    static BenchmarkReport run(BenchmarkSizes sizes, Path folder, List<String> names) throws Exception {
        Benchmarks benchmarks = new Benchmarks(sizes, folder);
        Map<String, Group> groups = benchmarks.groups();
        for (String name : names) {
            if (!groups.containsKey(groupOf(name))) {
                throw new IllegalArgumentException("There is no benchmark " + name + ", only " + groups.keySet());
            }
        }
        delete(folder);
        Files.createDirectories(folder);
        try {
            for (var group : groups.entrySet()) {
                List<String> wanted = names.stream()
                        .filter(name -> groupOf(name).equals(group.getKey()))
                        .toList();
                if (names.isEmpty() || !wanted.isEmpty()) {
                    benchmarks.report.begin(group.getKey(), wanted.contains(group.getKey()) ? List.of() : wanted);
                    group.getValue().run();
                }
            }
        } finally {
            delete(folder);
        }
        return benchmarks.report;
    }

    private static String groupOf(String name) {
        return name.split("/", 2)[0];
    }

    /** Runs, prints a table and writes {@code target/benchmarks.json}. */
    public static void main(String[] arguments) throws Exception {
        List<String> names = new ArrayList<>(List.of(arguments));
        BenchmarkSizes sizes = names.remove("--quick")
                ? BenchmarkSizes.QUICK
                : names.remove("--short") ? BenchmarkSizes.SHORT : BenchmarkSizes.FULL;
        BenchmarkReport report = run(sizes, Path.of("target", "benchmark-data").toAbsolutePath(), names);
        System.out.println();
        System.out.println(report.table());
        report.write(Path.of("target", "benchmarks.json"));
        System.exit(0); // Kafka leaves threads behind
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

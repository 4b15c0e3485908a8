package org.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.parley.embedded.ProcessState;

/** Start and rest of the packaged newsroom, with its PostgreSQL. */
final class ProgramBenchmarks {
    private final BenchmarkSizes sizes;
    private final BenchmarkReport report;

    ProgramBenchmarks(BenchmarkSizes sizes, BenchmarkReport report) {
        this.sizes = sizes;
        this.report = report;
    }

    void run(Path folder) throws Exception {
        if (!StartedProgram.isBuilt()) {
            report.omit("program", "the packaged newsroom is not built");
            return;
        }
        Files.createDirectories(folder);
        String cache = folder.resolve("cache").toString();
        starts(folder, cache);
        rest(folder, cache);
    }

    private void starts(Path folder, String cache) throws Exception {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        try (StartedProgram recording =
                StartedProgram.start(folder.resolve("recording"), Map.of("PARLEY_CACHE", cache))) {
            recording.stop(); // writes the cache
        }
        for (int round = 0; round < sizes.rounds(); round++) {
            Path data = folder.resolve("start-" + round);
            first.add(seconds(data, cache));
            second.add(seconds(data, cache));
            without.add(seconds(data, ""));
        }
        report.add(new BenchmarkResult("start/new-data", "s", first, null, List.of()));
        report.add(new BenchmarkResult("start/second", "s", second, "without a cache", without));
    }

    private static double seconds(Path data, String cache) throws Exception {
        try (StartedProgram program = StartedProgram.start(data, Map.of("PARLEY_CACHE", cache))) {
            program.stop();
            return program.seconds();
        }
    }

    private void rest(Path folder, String cache) throws Exception {
        List<Double> rss = new ArrayList<>();
        List<Double> pss = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        try (StartedProgram program = StartedProgram.start(folder.resolve("rest"), Map.of("PARLEY_CACHE", cache))) {
            TimeUnit.SECONDS.sleep(sizes.restSeconds());
            for (int round = 0; round < sizes.rounds(); round++) {
                long begin = System.nanoTime();
                double before = total(program, ProcessorClock::ofProcessAlone);
                TimeUnit.SECONDS.sleep(sizes.restSeconds());
                double used = total(program, ProcessorClock::ofProcessAlone) - before;
                cpu.add(100 * used / ((System.nanoTime() - begin) / 1e9));
                rss.add(total(program, process -> kilobytes(process, "Rss:")) / 1024);
                pss.add(total(program, process -> kilobytes(process, "Pss:")) / 1024);
            }
            program.stop();
        }
        report.add(new BenchmarkResult("rest/rss", "MiB", rss, null, List.of()));
        report.add(new BenchmarkResult("rest/pss", "MiB", pss, null, List.of()));
        report.add(new BenchmarkResult("rest/cpu", "% of a core", cpu, null, List.of()));
    }

    private interface Reading {
        double of(ProcessHandle process) throws IOException;
    }

    /** A process that ends meanwhile counts for nothing. */
    private static double total(StartedProgram program, Reading reading) throws IOException {
        double total = 0;
        for (ProcessHandle process : program.processes()) {
            try {
                total += reading.of(process);
            } catch (IOException e) {
                if (ProcessState.isRunning(process)) {
                    throw e;
                }
            }
        }
        return total;
    }

    private static double kilobytes(ProcessHandle process, String field) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .sum();
        }
    }
}

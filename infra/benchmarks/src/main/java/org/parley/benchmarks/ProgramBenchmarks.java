package org.parley.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.parley.embedded.ProcessState;

/** Start and rest of the packaged newsroom, with its PostgreSQL. */
final class ProgramBenchmarks {
    private static final Path PROGRAM =
            Path.of("..", "..", "services", "newsroom", "target", "newsroom", "bin", "newsroom");

    private final BenchmarkSizes sizes;
    private final BenchmarkReport report;

    ProgramBenchmarks(BenchmarkSizes sizes, BenchmarkReport report) {
        this.sizes = sizes;
        this.report = report;
    }

    void run(Path folder) throws Exception {
        if (!Files.isExecutable(PROGRAM)) {
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
        try (StartedProgram recording = StartedProgram.start(folder.resolve("recording"), cache)) {
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
        try (StartedProgram program = StartedProgram.start(data, cache)) {
            program.stop();
            return program.seconds();
        }
    }

    private void rest(Path folder, String cache) throws Exception {
        List<Double> rss = new ArrayList<>();
        List<Double> pss = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        try (StartedProgram program = StartedProgram.start(folder.resolve("rest"), cache)) {
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

    /** The program, started by its script. */
    private record StartedProgram(Process process, Path data, double seconds) implements AutoCloseable {
        static StartedProgram start(Path data, String cache) throws IOException {
            ProcessBuilder builder =
                    new ProcessBuilder(PROGRAM.toAbsolutePath().normalize().toString()).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("PARLEY_DATA", data.toString());
            builder.environment().put("PARLEY_CACHE", cache);
            builder.environment().put("PARLEY_PORT", "0");
            builder.environment().put("PARLEY_KAFKA_PORT", "0");
            long begin = System.nanoTime();
            Process process = builder.start();
            BufferedReader output = process.inputReader();
            StringBuilder said = new StringBuilder();
            for (String line = output.readLine(); !"Parley is running.".equals(line); line = output.readLine()) {
                if (line == null) {
                    throw new IOException("The program did not start: " + said);
                }
                said.append(line).append('\n');
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
            return new StartedProgram(process, data, seconds);
        }

        /** The program, its PostgreSQL, and the sessions of both. */
        List<ProcessHandle> processes() throws IOException {
            ProcessHandle postgres = ProcessHandle.of(Long.parseLong(Files.readAllLines(
                                    data.resolve("postgres").resolve("data").resolve("postmaster.pid"))
                            .getFirst()
                            .strip()))
                    .orElseThrow();
            return Stream.of(process.toHandle(), postgres)
                    .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
                    .distinct()
                    .toList();
        }

        void stop() throws InterruptedException {
            // Process.destroy would also close its output, and a JVM that writes a cache dies of that.
            process.toHandle().destroy();
            process.waitFor();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}

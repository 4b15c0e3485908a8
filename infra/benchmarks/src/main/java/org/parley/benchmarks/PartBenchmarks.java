package org.parley.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.parley.contract.Json;
import org.parley.contract.command.CommandReader;

/** Small parts, measured by JMH in this process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PartBenchmarks {
    private final byte[] command =
            SampleCommands.position("talks", UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    private final CommandReader reader = new CommandReader();

    /** Reads and checks a command. */
    @Benchmark
    public Object readCommand() {
        return reader.read(command);
    }

    /** Reads the same bytes as JSON only. */
    @Benchmark
    public Object readJson() {
        return Json.MAPPER.readTree(command);
    }

    static void run(BenchmarkSizes sizes, BenchmarkReport report) throws Exception {
        report.compare(
                "parts/read-command",
                "commands/s",
                0,
                round -> measure("readCommand", sizes),
                "Jackson, as a tree",
                round -> measure("readJson", sizes));
    }

    private static double measure(String method, BenchmarkSizes sizes) throws Exception {
        TimeValue time = TimeValue.milliseconds(sizes.queries() * 10L);
        List<RunResult> results = List.copyOf(new Runner(new OptionsBuilder()
                        .include("^" + PartBenchmarks.class.getName().replace(".", "\\.") + "\\." + method + "$")
                        .forks(0)
                        .warmupIterations(1)
                        .warmupTime(time)
                        .measurementIterations(1)
                        .measurementTime(time)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run());
        return results.getFirst().getPrimaryResult().getScore();
    }
}

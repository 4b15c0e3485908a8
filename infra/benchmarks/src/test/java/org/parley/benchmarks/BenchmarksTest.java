package org.parley.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** The benchmarks work; what they measure here means nothing. */
class BenchmarksTest {
    /** As few as possible. */
    private static final BenchmarkSizes SMALLEST = new BenchmarkSizes(1, 0, 8, 20, 100, 3, 2, 4, 1);

    @TempDir
    private Path folder;

    @Test
    void commandsAreMeasuredBesideTheirPeersAndWritten() throws Exception {
        BenchmarkReport report = Benchmarks.run(SMALLEST, folder.resolve("data"), List.of("commands"));
        assertThat(report.results())
                .extracting(BenchmarkResult::name)
                .contains(
                        "commands/java/1-threads/1-negotiations",
                        "commands/java/8-threads/50-negotiations",
                        "commands/http/8-clients",
                        "commands/batch/beside-raw",
                        "visible/100-per-second/p99");
        assertThat(report.results()).allSatisfy(result -> {
            assertThat(result.value()).isPositive();
            assertThat(result.peerValue()).isPositive();
        });
        Path file = folder.resolve("benchmarks.json");
        report.write(file);
        JsonNode first = Json.MAPPER.readTree(Files.readString(file)).get(0);
        assertThat(first.propertyNames())
                .contains("name", "value", "unit", "peer", "peerValue", "ratio", "cores", "jdk", "rounds", "spread");
        assertThat(report.table()).contains("| commands/http/8-clients | commands/s |");
    }

    @Test
    void relayIsMeasured() throws Exception {
        BenchmarkReport report = Benchmarks.run(SMALLEST, folder.resolve("data"), List.of("relay"));
        assertThat(report.results())
                .extracting(BenchmarkResult::name)
                .containsExactly(
                        "relay/beside-poll", "relay/beside-axon-transactional", "relay/beside-axon-acknowledged");
    }

    @Test
    void rebuildsAndQueriesAreMeasured() throws Exception {
        BenchmarkReport report = Benchmarks.run(SMALLEST, folder.resolve("data"), List.of("queries"));
        assertThat(report.results())
                .extracting(BenchmarkResult::name)
                .contains("rebuild/state", "rebuild/trail", "rebuild/proof", "state/both/p99", "trail/search/p99");
    }

    @Test
    void unknownBenchmarkIsRefused() {
        assertThatThrownBy(() -> Benchmarks.run(SMALLEST, folder.resolve("data"), List.of("nothing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("commands");
    }
}

package org.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingServersTest {
    @TempDir
    Path folder;

    @Test
    void refusesASecondProgramAndKeepsAcknowledgedWritesAfterAKill() throws Exception {
        InitializedPostgresFolder.copyTo(folder.resolve("postgres"));
        List<String> acknowledged = new ArrayList<>();
        try (var program = ChildProgram.on(folder)) {
            acknowledged.addAll(program.readUntil("line"));
            assertThatThrownBy(() -> BackingServers.start(folder, 0, Set.of()))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("in use by process")
                    .hasMessageContaining("PARLEY_DATA");
            acknowledged.addAll(program.readUntil("line 100300"));
            acknowledged.addAll(program.kill());
        }
        try (var servers = BackingServers.start(folder, 0, Set.of())) {
            assertThat(new TestNoteTable(servers.postgres()).all()).containsAll(matching("note", acknowledged));
            assertThat(new ProbeTopic(servers.kafka()).all()).containsAll(matching("line", acknowledged));
            new TestNoteTable(servers.postgres()).write("after");
            new ProbeTopic(servers.kafka()).send("after");
        }
    }

    private static List<String> matching(String kind, List<String> lines) {
        return lines.stream().filter(line -> line.matches(kind + " \\d+")).toList();
    }

    @Test
    void stopsBothServersWhenThePortIsTaken() throws Exception {
        InitializedPostgresFolder.copyTo(folder.resolve("postgres"));
        try (var other = new OccupiedPort(0)) {
            assertThatThrownBy(() -> BackingServers.start(folder, other.port(), Set.of()))
                    .hasMessageContaining("PARLEY_KAFKA_PORT");
        }
        assertThat(Postmaster.runningOn(folder.resolve("postgres/data"))).isEmpty();
        BackingServers.start(folder, 0, Set.of()).close();
    }
}

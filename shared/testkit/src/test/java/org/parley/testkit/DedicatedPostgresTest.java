package org.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DedicatedPostgresTest {
    @Test
    void keepsDataAcrossStopAndKill() throws Exception {
        try (var server = DedicatedPostgres.start()) {
            var table = new NoteTable(server.database()).create();
            table.write("before stop");
            server.stop();
            assertThatThrownBy(table::all).isInstanceOf(SQLException.class);
            server.restart();
            table.write("before kill");
            server.kill();
            assertThatThrownBy(table::all).isInstanceOf(SQLException.class);
            server.restart();
            assertThat(table.all()).containsExactly("before kill", "before stop");
        }
    }
}

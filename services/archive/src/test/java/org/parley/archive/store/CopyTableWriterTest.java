package org.parley.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testkit.BackingServices;

class CopyTableWriterTest {
    private static final List<String> COLUMNS = List.of("a_text", "texts", "a_number", "id", "at", "bytes");
    private static final UUID ID = UUID.fromString("019ab0de-0000-7000-8000-000000000001");

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = BackingServices.shared().newDatabase().dataSource().getConnection();
        execute("create table everything (n serial, a_text text, texts text[], a_number bigint, id uuid,"
                + " at timestamptz, bytes bytea)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private CopyTableWriter table() throws SQLException {
        return new CopyTableWriter(connection, "everything", COLUMNS);
    }

    @Test
    void writtenValuesAreReadBack() throws SQLException {
        String tricky = "tab\t, line\nnext\r, back\\slash, \\N, \\., {\"quoted\", null}, Київ 🕊, ";
        Instant time = Instant.parse("2025-08-18T17:00:00.123456Z");
        byte[] bytes = "\\x00\n\0ÿ".getBytes(StandardCharsets.ISO_8859_1);
        try (CopyTableWriter table = table()) {
            table.text(tricky)
                    .texts(List.of(tricky, "", "NULL"))
                    .number(Long.MAX_VALUE)
                    .uuid(ID)
                    .time(time)
                    .bytes(bytes)
                    .endRow();
            table.text(null)
                    .texts(List.of())
                    .number(-1)
                    .uuid(null)
                    .time(Instant.MIN)
                    .bytes(new byte[0])
                    .endRow();
            table.text("a\0b")
                    .texts(List.of())
                    .number(0)
                    .uuid(null)
                    .time(Instant.parse("0000-01-01T00:00:00Z"))
                    .bytes(new byte[0])
                    .endRow();
            table.finish();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from everything order by n")) {
            row.next();
            assertThat(row.getString("a_text")).isEqualTo(tricky);
            assertThat((Object[]) row.getArray("texts").getArray()).containsExactly(tricky, "", "NULL");
            assertThat(row.getLong("a_number")).isEqualTo(Long.MAX_VALUE);
            assertThat(row.getObject("id")).isEqualTo(ID);
            assertThat(row.getObject("at", OffsetDateTime.class).toInstant()).isEqualTo(time);
            assertThat(row.getBytes("bytes")).isEqualTo(bytes);
            row.next();
            assertThat(row.getString("a_text")).isNull();
            assertThat((Object[]) row.getArray("texts").getArray()).isEmpty();
            assertThat(row.getObject("id")).isNull();
            assertThat(row.getObject("at")).isNull();
            assertThat(row.getBytes("bytes")).isEmpty();
            row.next();
            assertThat(row.getString("a_text")).isEqualTo("a\uFFFDb");
            assertThat(Timestamps.read(row, "at")).isEqualTo("0000-01-01T00:00:00Z");
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void manyRowsAreBuffered() throws SQLException {
        try (CopyTableWriter table = table()) {
            for (int n = 0; n < 5_000; n++) {
                table.text("x".repeat(50))
                        .texts(List.of("USA"))
                        .number(n)
                        .uuid(ID)
                        .time(Instant.EPOCH)
                        .bytes(new byte[20])
                        .endRow();
            }
            table.finish();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*), sum(a_number) from everything")) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(5_000);
            assertThat(row.getLong(2)).isEqualTo(4_999L * 5_000 / 2);
        }
    }

    @Test
    void connectionIsUsableAfterFailure() throws SQLException {
        assertThatThrownBy(() -> {
                    try (CopyTableWriter table = table()) {
                        table.text("too few").endRow();
                    }
                })
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> {
                    try (CopyTableWriter table = new CopyTableWriter(connection, "everything", List.of("a_number"))) {
                        table.integer(1).endRow();
                        table.finish();
                    }
                })
                .isInstanceOf(SQLException.class);
        try (CopyTableWriter broken = table()) {
            broken.text("left");
        }
        execute("insert into everything (a_text) values ('still there')");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from everything")) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(1);
        }
    }
}

package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.ledger.relay.Relay;
import org.parley.testkit.ApiClient;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The relay's progress is not flushed to disk. If the database server crashes, the state after an earlier round
 * remains; with it, the comparison of store and topic is as strict as with the lost state.
 */
class RelayProgressTest {
    private static final List<String> TABLES = List.of("relay_progress", "relay_partition");

    private static LedgerProcess ledger;
    private static ApiClient editor;

    private RelayFixture fixture;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.sharedByRelays();
        editor = ledger.chief();
    }

    @BeforeEach
    void prepare() {
        fixture = new RelayFixture(ledger);
    }

    @AfterEach
    void end() {
        fixture.close();
        TABLES.forEach(table -> sql("drop table if exists ledger.earlier_" + table));
        sql("drop table if exists ledger.earlier_setting");
    }

    private void sql(String sql) {
        fixture.jdbc.sql(sql).update();
    }

    private void keepProgress() {
        TABLES.forEach(table -> sql("create table ledger.earlier_%1$s as table ledger.%1$s".formatted(table)));
    }

    /** What a crash of the server does to rounds that were not flushed. */
    private void loseProgressSince() {
        for (String table : TABLES) {
            sql("delete from ledger." + table);
            sql("insert into ledger.%1$s table ledger.earlier_%1$s".formatted(table));
        }
    }

    private static void discuss(TestNegotiation talks, int count) {
        editor.batch(IntStream.range(0, count)
                .mapToObj(i -> talks.question(TestNegotiation.newId(), "q-" + TestNegotiation.newId()))
                .collect(Collectors.joining("\n")));
    }

    @Test
    void whatArrivedIsNotSentAgain() {
        TestNegotiation talks = TestNegotiation.open(editor);
        fixture.relayAll();
        keepProgress();
        discuss(talks, 20);
        TestNegotiation.open(editor);
        fixture.relayAll();
        loseProgressSince();
        discuss(talks, 5);

        fixture.relayAll();

        fixture.requireAllOnce();
    }

    @Test
    void firstProgressIsLost() {
        discuss(TestNegotiation.open(editor), 20);
        keepProgress();
        fixture.relayAll();
        loseProgressSince();

        fixture.relayAll();

        fixture.requireAllOnce();
    }

    @Test
    void eventThatTheStoreLacksIsStillFound() {
        TestNegotiation talks = TestNegotiation.open(editor);
        fixture.relayAll();
        keepProgress();
        discuss(talks, 5);
        fixture.relayAll();
        loseProgressSince();
        long stored = fixture.trail.of(talks.slug()).size();
        String lost = fixture.trail.of(talks.slug()).getLast().developmentId().toString();
        String entry = "ledger.ledger_entry where development_id = '" + lost + "'";
        String head = "update ledger.negotiation_head set position = %d where negotiation = '" + talks.slug() + "'";
        sql("create table ledger.earlier_entry as select * from " + entry);
        sql("delete from " + entry);
        sql(head.formatted(stored - 1));
        try {
            Relay relay = fixture.relay();

            fixture.failing(relay, talks.slug());
            assertThat(fixture.jdbc
                            .sql("select reason from ledger.halt")
                            .query(String.class)
                            .list())
                    .hasSize(1);
        } finally {
            fixture.close();
            sql("insert into ledger.ledger_entry table ledger.earlier_entry");
            sql("drop table ledger.earlier_entry");
            sql(head.formatted(stored));
        }
    }

    /** The setting ends with each of these transactions: other statements on the connection wait for the disk. */
    @Test
    void progressDoesNotWaitForTheDisk() throws Exception {
        sql("create table ledger.earlier_setting (setting text)");
        sql("""
                create function ledger.keep_setting() returns trigger language plpgsql as $$
                begin
                    insert into ledger.earlier_setting values (current_setting('synchronous_commit'));
                    return null;
                end $$""");
        for (String table : TABLES) {
            sql("""
                    create trigger keep_setting after insert or update on ledger.%s
                    for each row execute function ledger.keep_setting()""".formatted(table));
        }
        TestNegotiation.open(editor);
        try (HikariDataSource durable = durable()) {
            JdbcClient jdbc = JdbcClient.create(durable);
            try (Relay relay = new Relay(jdbc, fixture.settings(10))) {
                relay.start();
                fixture.caughtUp(relay);
            }
            assertThat(settings()).isNotEmpty().containsOnly("off");
            assertThat(jdbc.sql("show synchronous_commit").query(String.class).single())
                    .isEqualTo("on");
        } finally {
            sql("drop function ledger.keep_setting() cascade");
        }
    }

    /** One connection that waits for the disk, which those of the tests' servers do not. */
    private static HikariDataSource durable() throws Exception {
        HikariDataSource ledgers = ledger.bean(DataSource.class).unwrap(HikariDataSource.class);
        HikariDataSource durable = new HikariDataSource();
        durable.setJdbcUrl(ledgers.getJdbcUrl());
        durable.setUsername(ledgers.getUsername());
        durable.setPassword(ledgers.getPassword());
        durable.setMaximumPoolSize(1);
        durable.setConnectionInitSql("set synchronous_commit = on");
        return durable;
    }

    private List<String> settings() {
        return fixture.jdbc
                .sql("select setting from ledger.earlier_setting")
                .query(String.class)
                .list();
    }
}

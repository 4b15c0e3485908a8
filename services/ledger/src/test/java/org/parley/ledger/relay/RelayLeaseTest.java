package org.parley.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.parley.testkit.BackingServices;
import org.parley.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two ledgers compete for one lease. */
class RelayLeaseTest {
    private final TestDatabase database = BackingServices.shared().newDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    RelayLeaseTest() {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("ledger")
                .locations("classpath:db/ledger")
                .load()
                .migrate();
    }

    @Test
    void waitingLedgerSeesTheHoldersComparison() {
        RelayLease one = new RelayLease(jdbc, Duration.ofMinutes(1));
        RelayLease other = new RelayLease(jdbc, Duration.ofMillis(100));
        assertThat(one.take()).isTrue();
        assertThat(other.take()).isFalse();
        assertThat(RelayLease.isCompared(jdbc)).isFalse();

        one.noteCompared();
        assertThat(RelayLease.isCompared(jdbc)).isTrue();
        assertThat(new RelayLease(jdbc, Duration.ofMinutes(1)).take()).isFalse();
        assertThat(RelayLease.isCompared(jdbc)).isTrue();
    }

    @Test
    void newHolderMustCompare() {
        RelayLease one = new RelayLease(jdbc, Duration.ofMillis(100));
        RelayLease other = new RelayLease(jdbc, Duration.ofMinutes(1));
        assertThat(one.take()).isTrue();
        one.noteCompared();
        await().until(other::take);
        assertThat(RelayLease.isCompared(jdbc)).isFalse();
        one.noteCompared();
        assertThat(RelayLease.isCompared(jdbc)).isFalse();
    }

    @Test
    void renewingKeepsTheComparison() {
        RelayLease one = new RelayLease(jdbc, Duration.ofMillis(1));
        assertThat(one.take()).isTrue();
        one.noteCompared();
        assertThat(one.take()).isTrue();
        assertThat(one.isComparedByThisHolder()).isTrue();
    }

    /** An expired lease does not count: a restored backup may contain one. */
    @Test
    void expiredLeaseIsNotCompared() {
        RelayLease one = new RelayLease(jdbc, Duration.ofMillis(1));
        assertThat(one.take()).isTrue();
        one.noteCompared();
        await().until(() -> !RelayLease.isCompared(jdbc));
    }

    @Test
    void holderThatLostTheLeaseMustCompareAgain() {
        RelayLease one = new RelayLease(jdbc, Duration.ofMillis(30));
        assertThat(one.take()).isTrue();
        one.noteCompared();
        assertThat(one.isComparedByThisHolder()).isTrue();
        RelayLease other = new RelayLease(jdbc, Duration.ofMillis(30));
        await().until(other::take);
        await().until(one::take);
        assertThat(one.isComparedByThisHolder()).isFalse();
    }
}

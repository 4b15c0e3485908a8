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
class LeaseTest {
    private final TestDatabase database = BackingServices.shared().newDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    LeaseTest() {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("ledger")
                .locations("classpath:db/ledger")
                .load()
                .migrate();
    }

    @Test
    void waitingLedgerSeesTheHoldersComparison() {
        Lease one = new Lease(jdbc, Duration.ofMinutes(1));
        Lease other = new Lease(jdbc, Duration.ofMillis(100));
        assertThat(one.take()).isTrue();
        assertThat(other.take()).isFalse();
        assertThat(Lease.isCompared(jdbc)).isFalse();

        one.noteCompared();
        assertThat(Lease.isCompared(jdbc)).isTrue();
        assertThat(new Lease(jdbc, Duration.ofMinutes(1)).take()).isFalse();
        assertThat(Lease.isCompared(jdbc)).isTrue();
    }

    @Test
    void newHolderMustCompare() {
        Lease one = new Lease(jdbc, Duration.ofMillis(100));
        Lease other = new Lease(jdbc, Duration.ofMinutes(1));
        assertThat(one.take()).isTrue();
        one.noteCompared();
        await().until(other::take);
        assertThat(Lease.isCompared(jdbc)).isFalse();
        one.noteCompared();
        assertThat(Lease.isCompared(jdbc)).isFalse();
    }

    @Test
    void renewingKeepsTheComparison() {
        Lease one = new Lease(jdbc, Duration.ofMillis(1));
        assertThat(one.take()).isTrue();
        one.noteCompared();
        assertThat(one.take()).isTrue();
        assertThat(one.isHeldSinceComparison()).isTrue();
    }

    /** An expired lease does not count: a restored backup may contain one. */
    @Test
    void expiredLeaseIsNotCompared() {
        Lease one = new Lease(jdbc, Duration.ofMillis(1));
        assertThat(one.take()).isTrue();
        one.noteCompared();
        await().until(() -> !Lease.isCompared(jdbc));
    }

    @Test
    void holderThatLostTheLeaseMustCompareAgain() {
        Lease one = new Lease(jdbc, Duration.ofMillis(30));
        assertThat(one.take()).isTrue();
        one.noteCompared();
        assertThat(one.isHeldSinceComparison()).isTrue();
        Lease other = new Lease(jdbc, Duration.ofMillis(30));
        await().until(other::take);
        await().until(one::take);
        assertThat(one.isHeldSinceComparison()).isFalse();
    }
}

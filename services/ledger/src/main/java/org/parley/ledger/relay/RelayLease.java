package org.parley.ledger.relay;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets one relay work at a time: the holder renews the lease, and if it stops doing so another relay takes over. Times
 * are those of the database. A relay that lost its lease unnoticed can only repeat what another sends, and consumers
 * drop repeats.
 */
final class RelayLease {
    private final JdbcClient jdbc;
    private final String holder = uniqueName();
    private final Duration length;
    private long renewedAt;
    private boolean isHolder;
    private boolean compared;

    RelayLease(JdbcClient jdbc, Duration length) {
        this.jdbc = jdbc;
        this.length = length;
    }

    /** A unique name that also identifies the ledger to an operator: a container's host name is its id. */
    private static String uniqueName() {
        return System.getenv().getOrDefault("HOSTNAME", "ledger") + "/" + UUID.randomUUID();
    }

    /** Takes the lease, or renews it after a third of its length; returns false while another relay holds it. */
    boolean take() {
        if (isHolder && System.nanoTime() - renewedAt < length.toNanos() / 3) {
            return true;
        }
        renewedAt = System.nanoTime();
        isHolder = takeInDatabase();
        return isHolder;
    }

    private boolean takeInDatabase() {
        Optional<Boolean> taken = jdbc.sql("""
                        insert into ledger.relay_lease as l (name, holder, until, compared)
                        values ('relay', ?, now() + make_interval(secs => ?), false)
                        on conflict (name) do update set holder = excluded.holder, until = excluded.until,
                            compared = l.compared and l.holder = excluded.holder
                        where l.holder = excluded.holder or l.until < now()
                        returning l.compared
                        """)
                .params(holder, length.toMillis() / 1000.0)
                .query(Boolean.class)
                .optional();
        compared = taken.orElse(false);
        return taken.isPresent();
    }

    /**
     * Whether this relay has held the lease without interruption since the comparison of topic and store. False if
     * another relay held it in between, or if the database was restored.
     */
    boolean isComparedByThisHolder() {
        return isHolder && compared;
    }

    /** Marks in the database that the topic was compared with the store. */
    void noteCompared() {
        compared = jdbc.sql("update ledger.relay_lease set compared = true where name = 'relay' and holder = ?")
                        .param(holder)
                        .update()
                == 1;
    }

    /** Whether the ledger that holds the lease has compared the topic with the store. */
    static boolean isCompared(JdbcClient jdbc) {
        return jdbc.sql("""
                        select exists (select from ledger.relay_lease where name = 'relay' and compared and until > now())
                        """).query(Boolean.class).single();
    }

    /** Releases the lease, so that another relay need not wait for its end. */
    void release() {
        isHolder = false;
        jdbc.sql("delete from ledger.relay_lease where name = 'relay' and holder = ?")
                .param(holder)
                .update();
    }
}

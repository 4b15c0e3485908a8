package org.parley.ledger.relay;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets one relay work at a time: whoever holds the lease renews it, and when it stops doing so another takes over. By
 * the database's clock. A relay that lost its lease without noticing can only repeat what another sends, which
 * positions make harmless.
 */
final class Lease {
    private final JdbcClient jdbc;
    private final String holder = whoIsThis();
    private final Duration length;
    private long renewedAt;
    private boolean held;
    private boolean compared;

    Lease(JdbcClient jdbc, Duration length) {
        this.jdbc = jdbc;
        this.length = length;
    }

    /** Unique, and of use to whoever looks which ledger it is: a container's name for itself is its host name. */
    private static String whoIsThis() {
        return System.getenv().getOrDefault("HOSTNAME", "ledger") + "/" + UUID.randomUUID();
    }

    /** Takes the lease, or renews it once a third of it has passed; false while another holds it. */
    boolean take() {
        if (held && System.nanoTime() - renewedAt < length.toNanos() / 3) {
            return true;
        }
        renewedAt = System.nanoTime();
        held = takeInDatabase();
        return held;
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
     * Whether the lease is held since topic and store were compared, without a break. It is not when another held it
     * meanwhile, or when this is another state of the database.
     */
    boolean isHeldSinceComparison() {
        return held && compared;
    }

    /** Tells the others that the topic was compared with the store. */
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

    /** Gives the lease back, so that another need not wait for its end. */
    void giveBack() {
        held = false;
        jdbc.sql("delete from ledger.relay_lease where name = 'relay' and holder = ?")
                .param(holder)
                .update();
    }
}

package org.parley.access.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.parley.access.http.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The addresses from which each account signed in recently, in PostgreSQL; as {@link ClientAddress} normalizes them.
 */
public final class KnownAddressRepository {

    static final Period RETENTION = Period.ofDays(30);

    private final JdbcClient database;
    private final Clock clock;

    public KnownAddressRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the account signed in from the address in the last 30 days (UTC). */
    public boolean isKnown(String account, String address) {
        return database.sql("""
                        select exists (select from access.known_address
                        where account = :account and address = :address and last_signed_in >= :since)""")
                .param("account", account)
                .param("address", address)
                .param("since", since())
                .query(Boolean.class)
                .single();
    }

    /** Saves the address of a sign-in, at most one write a day, and deletes addresses older than 30 days. */
    void save(String account, String address) {
        int written = database.sql("""
                        insert into access.known_address as known (account, address, last_signed_in)
                        values (:account, :address, :today)
                        on conflict (account, address) do update set last_signed_in = excluded.last_signed_in
                        where known.last_signed_in < excluded.last_signed_in""")
                .param("account", account)
                .param("address", address)
                .param("today", today())
                .update();
        if (written > 0) {
            database.sql("delete from access.known_address where last_signed_in < :since")
                    .param("since", since())
                    .update();
        }
    }

    private LocalDate since() {
        return today().minus(RETENTION);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

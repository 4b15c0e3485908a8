package org.parley.archive.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.archive.store.StoredEvent;
import org.parley.editorial.EditorialEvent;
import org.parley.history.Account;
import org.parley.history.Entry;

/** The accounts of the developments that a batch speaks of. */
final class Accounts {
    private final Map<UUID, Account> byFirst = new HashMap<>();
    private final Map<UUID, UUID> firsts = new HashMap<>();
    private final Map<UUID, Entry> entries = new HashMap<>();

    private Accounts() {}

    /** The accounts, as stored, of what these entries speak of. */
    static Accounts load(Connection connection, Collection<Entry> batch) throws SQLException {
        Accounts accounts = new Accounts();
        Object[] targets = batch.stream()
                .filter(entry -> entry.event() instanceof EditorialEvent)
                .map(entry -> ((EditorialEvent) entry.event()).target())
                .distinct()
                .toArray();
        if (targets.length > 0) {
            accounts.load(connection, targets);
        }
        return accounts;
    }

    private void load(Connection connection, Object[] targets) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select attributes, data from trail_entry
                where first_id in (select first_id from trail_entry where development_id = any (?))
                order by negotiation, position""")) {
            select.setArray(1, connection.createArrayOf("uuid", targets));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    take(StoredEvent.read(rows.getString(1), rows.getBytes(2)).entry());
                }
            }
        }
    }

    /** Takes in an entry and tells which entries stand otherwise since. */
    List<StandingRow> record(Entry entry) {
        if (!(entry.event() instanceof EditorialEvent editorial)) {
            take(entry);
            return List.of();
        }
        Account account = accountOf(entry, editorial);
        Map<UUID, Held> before = new HashMap<>();
        for (Entry other : all(account)) {
            before.put(other.developmentId(), Held.of(account, other));
        }
        take(entry);
        List<StandingRow> changes = new ArrayList<>();
        for (Entry other : all(account)) {
            Held after = Held.of(account, other);
            Held asRecorded = before.get(other.developmentId());
            if (asRecorded != null && !asRecorded.equals(after)) {
                changes.add(
                        new StandingRow(entry.matter().negotiation(), other.developmentId(), entry.position(), after));
            }
        }
        return changes;
    }

    private void take(Entry entry) {
        if (entry.event() instanceof EditorialEvent editorial) {
            Account account = accountOf(entry, editorial);
            account.add(entry);
            firsts.put(entry.developmentId(), account.first().developmentId());
        } else {
            byFirst.put(entry.developmentId(), Account.of(entry));
            firsts.put(entry.developmentId(), entry.developmentId());
        }
        entries.put(entry.developmentId(), entry);
    }

    private Account accountOf(Entry entry, EditorialEvent editorial) {
        UUID first = firsts.get(editorial.target());
        Account account = first == null ? null : byFirst.get(first);
        if (account == null || !account.first().matter().equals(entry.matter())) {
            throw new IllegalStateException("development " + entry.developmentId() + " of " + entry.matter()
                    + " speaks of " + editorial.target() + ", which is not recorded there");
        }
        return account;
    }

    private static List<Entry> all(Account account) {
        List<Entry> all = new ArrayList<>();
        all.add(account.first());
        all.addAll(account.editorial());
        return all;
    }

    /** The development that an entry taken in is, or finally speaks of. */
    Entry first(UUID id) {
        UUID first = firsts.get(id);
        Account account = first == null ? null : byFirst.get(first);
        if (account == null) {
            throw new IllegalStateException(id + " was not taken in");
        }
        return account.first();
    }

    Optional<Entry> entry(UUID id) {
        return Optional.ofNullable(entries.get(id));
    }
}

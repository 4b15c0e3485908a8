package org.parley.archive.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.archive.store.MemoryUse;
import org.parley.archive.store.StoredEvent;
import org.parley.editorial.EditorialEvent;
import org.parley.history.Account;
import org.parley.history.Entry;

/** The development threads that a batch adds to: each a development with all editorial events about it. */
final class Accounts {
    private final AccountCache cache;
    private final Map<UUID, Account> byFirst = new HashMap<>();

    /** The estimated memory of each, in bytes. */
    private final Map<UUID, Long> bytes = new HashMap<>();

    /** The root development of each entry, of the batch and of the targets of its editorial events. */
    private final Map<UUID, UUID> firsts = new HashMap<>();

    private Accounts(AccountCache cache) {
        this.cache = cache;
    }

    /** Loads the stored threads of the targets of these entries. */
    static Accounts load(Connection connection, AccountCache cache, Collection<Entry> batch) throws SQLException {
        Accounts accounts = new Accounts(cache);
        Object[] targets = batch.stream()
                .filter(entry -> entry.event() instanceof EditorialEvent)
                .map(entry -> ((EditorialEvent) entry.event()).target())
                .distinct()
                .toArray();
        if (targets.length > 0) {
            accounts.read(connection, accounts.find(connection, targets));
        }
        return accounts;
    }

    /** Finds the root developments of the targets; returns those whose thread is not in the cache. */
    private Object[] find(Connection connection, Object[] targets) throws SQLException {
        Map<UUID, Long> lastPositions = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select e.development_id, e.first_id,
                (select max(l.position) from trail_entry l where l.first_id = e.first_id)
                from trail_entry e where e.development_id = any (?)""")) {
            select.setArray(1, connection.createArrayOf("uuid", targets));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID first = row.getObject(2, UUID.class);
                    firsts.put(row.getObject(1, UUID.class), first);
                    lastPositions.put(first, row.getLong(3));
                }
            }
        }
        lastPositions.forEach((first, position) -> cache.take(first, position).ifPresent(kept -> {
            byFirst.put(first, kept.account());
            bytes.put(first, kept.bytes());
        }));
        return lastPositions.keySet().stream()
                .filter(first -> !byFirst.containsKey(first))
                .toArray();
    }

    private void read(Connection connection, Object[] wanted) throws SQLException {
        if (wanted.length == 0) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement("""
                select first_id, attributes, data from trail_entry where first_id = any (?)
                order by negotiation, position""")) {
            select.setArray(1, connection.createArrayOf("uuid", wanted));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID first = row.getObject(1, UUID.class);
                    byte[] data = row.getBytes(3);
                    Entry entry = StoredEvent.read(row.getString(2), data).entry();
                    bytes.merge(first, MemoryUse.ofEntry(data.length), Long::sum);
                    Account account = byFirst.get(first);
                    if (account == null) {
                        byFirst.put(first, Account.of(entry));
                    } else {
                        account.add(entry);
                    }
                }
            }
        }
    }

    /**
     * Applies an entry and returns the changes of editorial status that it causes.
     *
     * @param json the size of its event as JSON, in bytes
     */
    List<StandingRow> record(Entry entry, int json) {
        if (!(entry.event() instanceof EditorialEvent editorial)) {
            bytes.put(entry.developmentId(), MemoryUse.ofEntry(json));
            byFirst.put(entry.developmentId(), Account.of(entry));
            firsts.put(entry.developmentId(), entry.developmentId());
            return recordedUnderEmbargo(entry, Account.of(entry));
        }
        Account account = accountOf(entry, editorial);
        Map<UUID, Held> before = new LinkedHashMap<>();
        account.concernedBy(entry).forEach(id -> before.put(id, Held.of(account, id)));
        account.add(entry);
        bytes.merge(account.first().developmentId(), MemoryUse.ofEntry(json), Long::sum);
        firsts.put(entry.developmentId(), account.first().developmentId());
        List<StandingRow> changes = new ArrayList<>();
        before.forEach((id, previous) -> {
            Held after = Held.of(account, id);
            if (!previous.equals(after)) {
                changes.add(row(entry, id, after));
            }
        });
        account.moved().forEach(retraction -> changes.add(row(entry, retraction, Held.of(account, retraction))));
        if (!account.moved().contains(entry.developmentId())) {
            changes.addAll(recordedUnderEmbargo(entry, account));
        }
        return changes;
    }

    /**
     * An entry that is recorded under embargo needs a row: without one it counts as effective and not under embargo.
     */
    private static List<StandingRow> recordedUnderEmbargo(Entry entry, Account account) {
        UUID id = entry.developmentId();
        return entry.development().embargo() == null ? List.of() : List.of(row(entry, id, Held.of(account, id)));
    }

    private static StandingRow row(Entry since, UUID id, Held held) {
        return new StandingRow(since.matter().negotiation(), id, since.position(), held);
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

    /**
     * The thread of an entry that was applied or loaded.
     *
     * @throws IllegalStateException if it was neither
     */
    Account of(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("entry " + id + " was not applied"));
    }

    /** The thread of an entry, if it was applied or loaded. */
    Optional<Account> find(UUID id) {
        return Optional.ofNullable(firsts.get(id)).map(byFirst::get);
    }

    /** Caches the threads with editorial events, for the next batch. */
    void keep() {
        byFirst.forEach((first, account) -> {
            if (account.size() > 1) {
                cache.keep(new AccountCache.Kept(account, bytes.getOrDefault(first, 0L)));
            }
        });
    }
}

package org.parley.archive.trail.projection;

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
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.LedgerEntry;

/** The development threads that a batch adds to: each a development with all editorial events about it. */
final class DevelopmentThreads {
    private final DevelopmentThreadCache cache;
    private final Map<UUID, DevelopmentThread> threads = new HashMap<>();

    /** The estimated memory of each, in bytes. */
    private final Map<UUID, Long> bytes = new HashMap<>();

    /** The root development of each entry, of the batch and of the targets of its editorial events. */
    private final Map<UUID, UUID> roots = new HashMap<>();

    private DevelopmentThreads(DevelopmentThreadCache cache) {
        this.cache = cache;
    }

    /** Loads the stored threads of the targets of these entries. */
    static DevelopmentThreads load(Connection connection, DevelopmentThreadCache cache, Collection<LedgerEntry> batch)
            throws SQLException {
        DevelopmentThreads loaded = new DevelopmentThreads(cache);
        Object[] targets = batch.stream()
                .filter(entry -> entry.event() instanceof EditorialEvent)
                .map(entry -> ((EditorialEvent) entry.event()).target())
                .distinct()
                .toArray();
        if (targets.length > 0) {
            loaded.read(connection, loaded.find(connection, targets));
        }
        return loaded;
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
                    UUID root = row.getObject(2, UUID.class);
                    roots.put(row.getObject(1, UUID.class), root);
                    lastPositions.put(root, row.getLong(3));
                }
            }
        }
        lastPositions.forEach((root, position) -> cache.take(root, position).ifPresent(kept -> {
            threads.put(root, kept.thread());
            bytes.put(root, kept.bytes());
        }));
        return lastPositions.keySet().stream()
                .filter(root -> !threads.containsKey(root))
                .toArray();
    }

    private void read(Connection connection, Object[] missing) throws SQLException {
        if (missing.length == 0) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement("""
                select first_id, attributes, data from trail_entry where first_id = any (?)
                order by negotiation, position""")) {
            select.setArray(1, connection.createArrayOf("uuid", missing));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID root = row.getObject(1, UUID.class);
                    byte[] data = row.getBytes(3);
                    LedgerEntry entry = StoredEvent.read(row.getString(2), data).entry();
                    bytes.merge(root, MemoryUse.ofEntry(data.length), Long::sum);
                    DevelopmentThread thread = threads.get(root);
                    if (thread == null) {
                        threads.put(root, DevelopmentThread.of(entry));
                    } else {
                        thread.add(entry);
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
    List<StandingRow> apply(LedgerEntry entry, int json) {
        if (!(entry.event() instanceof EditorialEvent editorial)) {
            bytes.put(entry.developmentId(), MemoryUse.ofEntry(json));
            threads.put(entry.developmentId(), DevelopmentThread.of(entry));
            roots.put(entry.developmentId(), entry.developmentId());
            return recordedUnderEmbargo(entry, DevelopmentThread.of(entry));
        }
        DevelopmentThread thread = threadOf(entry, editorial);
        Map<UUID, EditorialStatus> before = new LinkedHashMap<>();
        thread.affectedBy(entry).forEach(id -> before.put(id, EditorialStatus.of(thread, id)));
        thread.add(entry);
        bytes.merge(thread.first().developmentId(), MemoryUse.ofEntry(json), Long::sum);
        roots.put(entry.developmentId(), thread.first().developmentId());
        List<StandingRow> changes = new ArrayList<>();
        before.forEach((id, previous) -> {
            EditorialStatus after = EditorialStatus.of(thread, id);
            if (!previous.equals(after)) {
                changes.add(row(entry, id, after));
            }
        });
        thread.movedRetractions()
                .forEach(retraction -> changes.add(row(entry, retraction, EditorialStatus.of(thread, retraction))));
        if (!thread.movedRetractions().contains(entry.developmentId())) {
            changes.addAll(recordedUnderEmbargo(entry, thread));
        }
        return changes;
    }

    /**
     * An entry that is recorded under embargo needs a row: without one it counts as effective and not under embargo.
     */
    private static List<StandingRow> recordedUnderEmbargo(LedgerEntry entry, DevelopmentThread thread) {
        UUID id = entry.developmentId();
        return entry.development().embargo() == null
                ? List.of()
                : List.of(row(entry, id, EditorialStatus.of(thread, id)));
    }

    private static StandingRow row(LedgerEntry since, UUID id, EditorialStatus held) {
        return new StandingRow(since.matter().negotiation(), id, since.position(), held);
    }

    private DevelopmentThread threadOf(LedgerEntry entry, EditorialEvent editorial) {
        UUID root = roots.get(editorial.target());
        DevelopmentThread thread = root == null ? null : threads.get(root);
        if (thread == null || !thread.first().matter().equals(entry.matter())) {
            throw new IllegalStateException("development " + entry.developmentId() + " of " + entry.matter()
                    + " is about " + editorial.target() + ", which is not recorded there");
        }
        return thread;
    }

    /**
     * The thread of an entry that was applied or loaded.
     *
     * @throws IllegalStateException if it was neither
     */
    DevelopmentThread require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("entry " + id + " was not applied"));
    }

    /** The thread of an entry, if it was applied or loaded. */
    Optional<DevelopmentThread> find(UUID id) {
        return Optional.ofNullable(roots.get(id)).map(threads::get);
    }

    /** Caches the threads with editorial events, for the next batch. */
    void cacheAll() {
        threads.forEach((root, thread) -> {
            if (thread.size() > 1) {
                cache.put(new DevelopmentThreadCache.CachedThread(thread, bytes.getOrDefault(root, 0L)));
            }
        });
    }
}

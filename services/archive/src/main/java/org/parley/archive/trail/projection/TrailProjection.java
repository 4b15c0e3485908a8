package org.parley.archive.trail.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.archive.store.ProjectionScript;
import org.parley.archive.trail.search.NameToken;
import org.parley.contract.PublishedEvent;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.state.EntrySentence;
import org.parley.projection.Projection;
import org.parley.projection.ReceivedEvent;

/** Writes the trail: a row per event, and a row per change of the editorial status of an entry. */
public final class TrailProjection implements Projection {
    private final DevelopmentThreadCache cache = new DevelopmentThreadCache();

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public int version() {
        return 10; // the words of the texts, for searches with a typo
    }

    @Override
    public String tables() {
        return ProjectionScript.tables(name());
    }

    @Override
    public String indexes() {
        return ProjectionScript.indexes(name());
    }

    @Override
    public void project(Connection connection, List<ReceivedEvent> received) throws SQLException {
        List<PublishedEvent> events =
                received.stream().map(ReceivedEvent::event).toList();
        List<LedgerEntry> entries = events.stream().map(PublishedEvent::entry).toList();
        NameTables nameRows = new NameTables();
        DevelopmentThreads threads = DevelopmentThreads.load(connection, cache, entries);
        List<TrailRow> rows = new ArrayList<>(events.size());
        List<StandingRow> standings = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            LedgerEntry entry = entries.get(i);
            UUID target = target(entry);
            NameAssignment before = Optional.ofNullable(target)
                    .flatMap(threads::find)
                    .map(NameAssignment::of)
                    .orElse(NameAssignment.NONE);
            standings.addAll(threads.apply(entry, events.get(i).data().length));
            DevelopmentThread thread = threads.require(entry.developmentId());
            nameRows.add(thread.first(), entry.position(), before, NameAssignment.of(thread));
            String sentence = EntrySentence.of(NameToken.sentence(thread), entry);
            rows.add(TrailRow.of(events.get(i), entry, thread.first(), target, sentence));
        }
        TrailTables.insertEntries(connection, rows, EventOffsets.of(connection, received));
        TrailTables.insertStandings(connection, standings);
        nameRows.store(connection);
        WordTable.insert(connection, rows);
        threads.cacheAll();
    }

    @Override
    public void onReread(Connection connection, List<ReceivedEvent> events) throws SQLException {
        EventOffsets.update(connection, events);
    }

    @Override
    public Set<String> offsetColumns() {
        return Set.of("topic", "partition", "place");
    }

    private static @Nullable UUID target(LedgerEntry entry) {
        return entry.event() instanceof EditorialEvent editorial ? editorial.target() : null;
    }
}

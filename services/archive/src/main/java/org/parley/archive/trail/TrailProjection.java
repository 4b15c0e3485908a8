package org.parley.archive.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.archive.store.ProjectionScript;
import org.parley.contract.PublishedEvent;
import org.parley.editorial.EditorialEvent;
import org.parley.history.Account;
import org.parley.history.Entry;
import org.parley.state.Sentence;
import org.parley.stream.Projection;
import org.parley.stream.ReceivedEvent;

/** Writes the trail: a row per event, and a row per change of the editorial status of an entry. */
public final class TrailProjection implements Projection {
    private final AccountCache cache = new AccountCache();

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public int version() {
        return 7; // admissions and matters without a title are found; sources of a correction are its development's
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
        List<Entry> entries = events.stream().map(PublishedEvent::entry).toList();
        NamingTables nameRows = new NamingTables();
        Accounts threads = Accounts.load(connection, cache, entries);
        List<TrailRow> rows = new ArrayList<>(events.size());
        List<StandingRow> standings = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Entry entry = entries.get(i);
            UUID target = target(entry);
            Naming before = Optional.ofNullable(target)
                    .flatMap(threads::find)
                    .map(Naming::of)
                    .orElse(Naming.NONE);
            standings.addAll(threads.record(entry, events.get(i).data().length));
            Account thread = threads.of(entry.developmentId());
            nameRows.change(thread.first(), entry.position(), before, Naming.of(thread));
            String sentence = Sentence.of(NameToken.sentence(thread), entry);
            rows.add(TrailRow.of(events.get(i), entry, thread.first(), target, sentence));
        }
        TrailTables.insertEntries(connection, rows, TopicPlaces.of(connection, received));
        TrailTables.insertStandings(connection, standings);
        nameRows.store(connection);
        threads.keep();
    }

    @Override
    public void readAgain(Connection connection, List<ReceivedEvent> events) throws SQLException {
        TopicPlaces.update(connection, events);
    }

    @Override
    public Set<String> columnsOfPlace() {
        return Set.of("topic", "partition", "place");
    }

    private static @Nullable UUID target(Entry entry) {
        return entry.event() instanceof EditorialEvent editorial ? editorial.target() : null;
    }
}

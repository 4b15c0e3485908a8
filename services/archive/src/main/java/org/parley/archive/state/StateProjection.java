package org.parley.archive.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.archive.store.ProjectionScript;
import org.parley.contract.PublishedEvent;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.matter.MatterAddress;
import org.parley.stream.Projection;

/** Keeps the events to fold, and where every matter stands after all of them. */
public final class StateProjection implements Projection {
    private final Histories histories = new Histories();

    @Override
    public String name() {
        return "state";
    }

    @Override
    public int version() {
        return 1;
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
    public void project(Connection connection, List<PublishedEvent> events) throws SQLException {
        Map<MatterAddress, List<Entry>> byMatter = new LinkedHashMap<>();
        Map<String, PublishedEvent> last = new LinkedHashMap<>();
        for (PublishedEvent event : events) {
            byMatter.computeIfAbsent(event.subject(), matter -> new ArrayList<>())
                    .add(event.entry());
            last.put(event.subject().negotiation(), event);
        }
        Map<MatterAddress, Reached> reached = StateTables.reached(connection, byMatter.keySet());
        List<StateRow> rows = new ArrayList<>(byMatter.size());
        for (Map.Entry<MatterAddress, List<Entry>> news : byMatter.entrySet()) {
            Reached stored = reached.getOrDefault(news.getKey(), Reached.NOTHING);
            rows.add(row(histories.after(connection, news.getKey(), stored, news.getValue()), news.getValue()));
        }
        StateTables.insertEvents(connection, events);
        StateTables.writeStates(connection, rows);
        StateTables.writeThrough(connection, last.values());
    }

    /** The row depends on what was recorded alone, not on when it is projected. */
    private static StateRow row(History history, List<Entry> news) {
        Instant desk = news.get(news.size() - 1).recordedAt();
        return StateRow.of(history, desk);
    }
}

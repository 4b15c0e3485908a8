package org.parley.archive.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.archive.store.ProjectionScript;
import org.parley.contract.PublishedEvent;
import org.parley.history.Reach;
import org.parley.matter.MatterAddress;
import org.parley.stream.Projection;
import org.parley.stream.ReceivedEvent;

/** Writes the events to fold, the latest state of every matter, and milestones. */
public final class StateProjection implements Projection {
    private final Histories histories = new Histories();

    @Override
    public String name() {
        return "state";
    }

    @Override
    public int version() {
        return 5; // every party that exists is listed; who proposes a ceasefire is not among those who must consent
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
        Set<MatterAddress> matters = new LinkedHashSet<>();
        events.forEach(event -> matters.add(event.subject()));
        Map<MatterAddress, StateRow> stored = StateTables.rows(connection, matters);
        Map<MatterAddress, Growth> updaters = new LinkedHashMap<>();
        Map<String, PublishedEvent> last = new LinkedHashMap<>();
        Map<String, Instant> latestStarts = new HashMap<>();
        List<EventRow> rows = new ArrayList<>(events.size());
        for (PublishedEvent event : events) {
            Growth updater = updaters.get(event.subject());
            if (updater == null) {
                StateRow row = stored.getOrDefault(event.subject(), StateRow.none(event.subject()));
                updater = new Growth(connection, histories, row);
                updaters.put(event.subject(), updater);
            }
            Reach affected = updater.take(event.entry(), event.data().length);
            rows.add(new EventRow(event, affected));
            last.put(event.subject().negotiation(), event);
            latestStarts.merge(
                    event.subject().negotiation(), affected.high(), (one, other) -> one.isAfter(other) ? one : other);
        }
        StateTables.insertEvents(connection, rows);
        StateTables.writeStates(
                connection, updaters.values().stream().map(Growth::row).toList());
        MilestoneTable.disturb(
                connection,
                updaters.values().stream()
                        .flatMap(updater -> updater.disturbances().stream())
                        .toList());
        MilestoneTable.insert(
                connection,
                updaters.values().stream()
                        .flatMap(updater -> updater.milestones().stream())
                        .toList());
        StateTables.writeThrough(connection, last.values(), latestStarts);
    }
}

package org.parley.archive.state.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.archive.store.ProjectionScript;
import org.parley.contract.PublishedEvent;
import org.parley.domain.history.AffectedInterval;
import org.parley.domain.matter.MatterAddress;
import org.parley.projection.Projection;
import org.parley.projection.ReceivedEvent;

/** Writes the events to fold, and the latest state and the snapshots of every matter. */
public final class StateProjection implements Projection {
    private final HistoryCache histories = new HistoryCache();

    @Override
    public String name() {
        return "state";
    }

    @Override
    public int version() {
        return 7; // the interval of an event goes on until it is certain; stances under embargo are marked
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
        Map<MatterAddress, MatterStateRow> stored = StateTables.rows(connection, matters);
        Map<MatterAddress, MatterStateUpdater> updaters = new LinkedHashMap<>();
        Map<String, TrailEnd> ends = new LinkedHashMap<>();
        List<StateEventRow> rows = new ArrayList<>(events.size());
        for (PublishedEvent event : events) {
            MatterStateUpdater updater = updaters.get(event.subject());
            if (updater == null) {
                MatterStateRow row = stored.getOrDefault(event.subject(), MatterStateRow.none(event.subject()));
                updater = new MatterStateUpdater(connection, histories, row);
                updaters.put(event.subject(), updater);
            }
            AffectedInterval affected = updater.apply(event.entry(), event.data().length);
            rows.add(new StateEventRow(event, affected));
            ends.merge(event.subject().negotiation(), TrailEnd.after(event, affected.to()), TrailEnd::and);
        }
        StateTables.insertEvents(connection, rows);
        StateTables.writeStates(
                connection,
                updaters.values().stream().map(MatterStateUpdater::row).toList());
        MatterSnapshotTable.invalidate(
                connection,
                updaters.values().stream()
                        .flatMap(updater -> updater.invalidations().stream())
                        .toList());
        MatterSnapshotTable.insert(
                connection,
                updaters.values().stream()
                        .flatMap(updater -> updater.snapshots().stream())
                        .toList());
        StateTables.writeEnds(connection, ends.values());
    }
}

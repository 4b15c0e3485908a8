package org.parley.archive.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.archive.store.ProjectionScript;
import org.parley.contract.PublishedEvent;
import org.parley.contract.proof.MerkleFrontier;
import org.parley.contract.proof.Subtree;
import org.parley.contract.proof.TrailLine;
import org.parley.contract.proof.TreeHash;
import org.parley.projection.Projection;
import org.parley.projection.ReceivedEvent;

/** Adds a leaf per event to the Merkle tree of its negotiation. */
public final class ProofProjection implements Projection {
    /** The name of the projection. */
    public static final String NAME = "proof";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2; // contains only sealed records
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
        Map<String, MerkleFrontier> frontiers = new HashMap<>();
        Map<String, Map<Subtree, TreeHash>> completed = new LinkedHashMap<>();
        for (PublishedEvent event : events) {
            String negotiation = event.subject().negotiation();
            MerkleFrontier frontier = frontiers.get(negotiation);
            if (frontier == null) {
                frontier = frontier(connection, negotiation, event.position() - 1);
                frontiers.put(negotiation, frontier);
            }
            if (event.position() != frontier.size() + 1) {
                throw new IllegalStateException("event " + event.developmentId() + " has position " + event.position()
                        + " after " + frontier.size());
            }
            completed
                    .computeIfAbsent(negotiation, n -> new LinkedHashMap<>())
                    .putAll(frontier.add(TrailLine.leaf(event)));
        }
        for (Map.Entry<String, Map<Subtree, TreeHash>> each : completed.entrySet()) {
            SubtreeTable.insert(connection, each.getKey(), each.getValue());
        }
    }

    private static MerkleFrontier frontier(Connection connection, String negotiation, long size) throws SQLException {
        return new MerkleFrontier(
                size, SubtreeTable.load(connection, SubtreeTable.WRITTEN, negotiation, Subtree.of(size)));
    }
}

package org.parley.archive.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<String, MerkleFrontier> frontiers = frontiers(connection, events);
        Map<String, Map<Subtree, TreeHash>> completed = new LinkedHashMap<>();
        for (PublishedEvent event : events) {
            String negotiation = event.subject().negotiation();
            MerkleFrontier frontier = Objects.requireNonNull(frontiers.get(negotiation));
            if (event.position() != frontier.size() + 1) {
                throw new IllegalStateException("event " + event.developmentId() + " has position " + event.position()
                        + " after " + frontier.size());
            }
            completed
                    .computeIfAbsent(negotiation, n -> new LinkedHashMap<>())
                    .putAll(frontier.add(TrailLine.leaf(event)));
        }
        SubtreeTable.insert(connection, completed);
    }

    /** The frontiers before the first event of each negotiation. */
    private static Map<String, MerkleFrontier> frontiers(Connection connection, List<PublishedEvent> events)
            throws SQLException {
        Map<String, Long> sizes = new HashMap<>();
        Map<String, Collection<Subtree>> subtrees = new HashMap<>();
        for (PublishedEvent event : events) {
            if (sizes.putIfAbsent(event.subject().negotiation(), event.position() - 1) == null) {
                subtrees.put(event.subject().negotiation(), Subtree.of(event.position() - 1));
            }
        }
        Map<String, MerkleFrontier> frontiers = new HashMap<>();
        SubtreeTable.load(connection, SubtreeTable.WRITTEN, subtrees)
                .forEach((negotiation, hashes) -> frontiers.put(
                        negotiation, new MerkleFrontier(Objects.requireNonNull(sizes.get(negotiation)), hashes)));
        return frontiers;
    }
}

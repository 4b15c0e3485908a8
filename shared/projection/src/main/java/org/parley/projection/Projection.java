package org.parley.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A read model that is built from the ledger's topic. */
public interface Projection {
    /** The name, the same in all versions, such as {@code trail}. */
    String name();

    /** The version. A new version is built from the start of the topic, in parallel to the live one. */
    int version();

    /**
     * The SQL that creates the tables, without a schema in their names: each build has its own schema. Includes the
     * indexes that the projection itself needs. Every table has a column {@code negotiation}. The rows depend only on
     * the events, so that builds can be compared.
     */
    String tables();

    /** The SQL that creates the indexes that only queries need, each with {@code if not exists}. */
    String indexes();

    /**
     * Applies new events. Repeats are already dropped; each negotiation's events are in the order of their positions,
     * without gaps.
     *
     * <p>The same events come again if the transaction could not be committed. After a failure they come in smaller
     * batches, down to a single event, to find the one at fault. So all effects must go through the connection; keep no
     * state outside it.
     *
     * @param connection in the transaction that also writes the checkpoint; must not be committed, rolled back or
     *     closed. Table names without a schema refer to the current build
     * @param events one or more events of one or more negotiations
     * @throws SQLException if the batch cannot be applied, like any other exception. Failures of the database (SQLState
     *     08, 25006, 40, 53, 55P03, 57P, 58) are retried; any other stops the negotiation of the event at fault
     */
    void project(Connection connection, List<ReceivedEvent> events) throws SQLException;

    /**
     * Called for events that are already applied and were read again. A projection that stores offsets can update them
     * after the topic was recreated. The default does nothing.
     *
     * @param connection as in {@link #project}
     * @param events in the order of their positions for each negotiation
     */
    default void onReread(Connection connection, List<ReceivedEvent> events) throws SQLException {}

    /**
     * The columns that hold offsets or partitions. A rebuild may find an event at another offset if it is in the topic
     * more than once, so these columns are not compared.
     */
    default Set<String> offsetColumns() {
        return Set.of();
    }
}

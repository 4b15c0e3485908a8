package org.parley.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A read model made of the stream. */
public interface Projection {
    /** Its name, which stays the same over all versions: {@code trail}. */
    String name();

    /** Its version; another version is built from the start of the stream, beside this one. */
    int version();

    /**
     * The statements that make its tables, with names that have no schema: each build of the projection has them in a schema
     * of its own. With what the projection itself looks things up by; every table has a column {@code negotiation}. What is
     * in them is a function of the events alone, so that builds can be compared.
     */
    String tables();

    /** The statements that make the indexes that only questions need, each {@code if not exists}. */
    String indexes();

    /**
     * Takes in new events. Repeats are already dropped; each negotiation's events come in the order of their positions,
     * without a hole.
     *
     * <p>The same events come again when the transaction could not be committed, and in smaller portions when taking them
     * in failed, down to a single one to find which is at fault. So everything is to be done through the connection, and
     * nothing is to be remembered outside it.
     *
     * @param connection in the transaction that also holds the place reached; not to be committed, rolled back or closed. Names
     *     without a schema mean the tables of the build that is written to
     * @param events one or more, of one or more negotiations
     * @throws SQLException when this batch could not be taken in; so does any other exception. When it is the database that
     *     fails (SQLState 08, 25006, 40, 53, 55P03, 57P, 58) the batch is tried again; otherwise the negotiation of the
     *     event at fault is stopped
     */
    void project(Connection connection, List<ReceivedEvent> events) throws SQLException;

    /**
     * Hears of events that were taken in before and were read again, so that a projection that keeps where they are finds
     * them in a topic that was made again. By default it does nothing.
     *
     * @param connection as in {@link #project}
     * @param events each negotiation's in the order of their positions
     */
    default void readAgain(Connection connection, List<ReceivedEvent> events) throws SQLException {}

    /**
     * The columns that say where events were read. A build made again may find them elsewhere, if an event is in the topic
     * more than once; so they are not compared.
     */
    default Set<String> columnsOfPlace() {
        return Set.of();
    }
}

package org.parley.testkit;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A PostgreSQL and a Kafka server that run until the JVM ends; each starts when it is first used, or before.
 *
 * @param kind the kind of servers, for the log
 * @param defaultDatabase an existing database, for the connection that creates others
 * @param urlOf returns the JDBC URL of a database by its name
 */
record TestServers(
        String kind,
        Supplier<TestDatabase> defaultDatabase,
        UnaryOperator<String> urlOf,
        Supplier<String> bootstrapServers) {
    TestDatabase database(String name) {
        return new TestDatabase(
                urlOf.apply(name),
                defaultDatabase.get().username(),
                defaultDatabase.get().password());
    }
}

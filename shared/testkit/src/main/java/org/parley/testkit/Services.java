package org.parley.testkit;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A pair of servers that runs until the JVM ends; each starts at the latest when it is asked for.
 *
 * @param kind what they are, for the log
 * @param home a database from which others can be created
 * @param urlOf the address of a database by its name
 */
record Services(
        String kind, Supplier<TestDatabase> home, UnaryOperator<String> urlOf, Supplier<String> bootstrapServers) {
    TestDatabase database(String name) {
        return new TestDatabase(
                urlOf.apply(name), home.get().username(), home.get().password());
    }
}

package org.parley.testkit;

import java.util.function.UnaryOperator;

/**
 * A pair of servers that runs until the JVM ends.
 *
 * @param kind what they are, for the log
 * @param home a database from which others can be created
 * @param urlOf the address of a database by its name
 */
record Services(String kind, TestDatabase home, UnaryOperator<String> urlOf, String bootstrapServers) {
    TestDatabase database(String name) {
        return new TestDatabase(urlOf.apply(name), home.username(), home.password());
    }
}

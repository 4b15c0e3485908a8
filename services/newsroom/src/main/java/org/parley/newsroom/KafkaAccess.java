package org.parley.newsroom;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.broker.BrokerRights;
import org.parley.broker.BrokerTopics;
import org.parley.broker.BrokerUsers;
import org.parley.embedded.KafkaBroker;

/** How the services get to newsroom's own broker: each as a user with rights to its own topics. All others only read. */
final class KafkaAccess {
    /** The property with the address for subscribers. */
    static final String SUBSCRIBERS = "parley.newsroom.kafka";

    static final Set<String> USERS = Set.of(BrokerUsers.LEDGER, BrokerUsers.ARCHIVE);

    private static final String ADDRESS = "bootstrap.servers";

    private KafkaAccess() {}

    /** What the services are to know. Passwords get to them in memory alone. */
    static Map<String, Object> properties(KafkaBroker broker) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(SUBSCRIBERS, broker.bootstrapServers());
        for (String user : USERS) {
            broker.clientSettings(user)
                    .forEach((name, value) -> properties.put(
                            name.equals(ADDRESS)
                                    ? "parley.kafka.bootstrap-servers"
                                    : "parley.kafka." + user + "-client." + name,
                            value));
        }
        return properties;
    }

    /**
     * Gives the rights to the topics as they are configured, at every start: so they are right also on a folder from a
     * version that had none, or others.
     */
    static void allow(KafkaBroker broker, Function<String, @Nullable String> property) {
        broker.allow(BrokerRights.of(BrokerTopics.configured(property), BrokerUsers.ANONYMOUS));
    }
}

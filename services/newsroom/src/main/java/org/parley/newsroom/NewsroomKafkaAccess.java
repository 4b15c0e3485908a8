package org.parley.newsroom;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.broker.BrokerAcls;
import org.parley.broker.BrokerTopics;
import org.parley.broker.BrokerUsers;
import org.parley.embedded.KafkaBroker;

/**
 * Access to newsroom's own broker: each service is a user with rights to its own topics, and anonymous clients can only
 * read.
 */
final class NewsroomKafkaAccess {
    /** The property with the address of the broker for subscribers. */
    static final String SUBSCRIBERS = "parley.newsroom.kafka";

    static final Set<String> USERS = Set.of(BrokerUsers.LEDGER, BrokerUsers.ARCHIVE);

    private static final String ADDRESS = "bootstrap.servers";

    private NewsroomKafkaAccess() {}

    /** The properties for the services' Kafka clients. Passwords are passed in memory only. */
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
     * Grants the rights for the configured topics. Done at every start, so that they are also right on a data folder of
     * an earlier version.
     */
    static void grantRights(KafkaBroker broker, Function<String, @Nullable String> property) {
        broker.applyAcls(BrokerAcls.of(BrokerTopics.configured(property), BrokerUsers.ANONYMOUS));
    }
}

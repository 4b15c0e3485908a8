package org.parley.broker;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The topics of the services.
 *
 * @param ledger where the ledger writes events
 * @param source where the archive reads events; the ledger's topic, unless it is configured otherwise
 * @param checkpoints where the archive writes checkpoints
 */
public record BrokerTopics(String ledger, String source, String checkpoints) {
    private static final String LEDGER = "parley.ledger.v1";
    private static final String CHECKPOINTS = "parley.checkpoints.v1";

    /**
     * The topics as the services are configured.
     *
     * @param property the value of a configuration property by its name; null or empty where it is not set
     */
    public static BrokerTopics configured(Function<String, @Nullable String> property) {
        return new BrokerTopics(
                value(property, "parley.ledger.relay.topic", LEDGER),
                value(property, "parley.kafka.ledger-topic", LEDGER),
                value(property, "parley.kafka.checkpoints-topic", CHECKPOINTS));
    }

    private static String value(Function<String, @Nullable String> property, String name, String otherwise) {
        String value = property.apply(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    Set<String> all() {
        return Set.copyOf(List.of(ledger, source, checkpoints));
    }
}

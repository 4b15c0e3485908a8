package org.parley.broker;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The topics of the services.
 *
 * @param ledger the topic to which the ledger writes events
 * @param source the topic from which the archive reads events; the ledger's topic unless configured otherwise
 * @param checkpoints the topic to which the archive writes checkpoints
 */
public record BrokerTopics(String ledger, String source, String checkpoints) {
    private static final String LEDGER = "parley.ledger.v1";
    private static final String CHECKPOINTS = "parley.checkpoints.v1";

    /**
     * The configured topics of the services.
     *
     * @param property returns the value of a configuration property by name; null or empty when it is not set
     */
    public static BrokerTopics configured(Function<String, @Nullable String> property) {
        return new BrokerTopics(
                value(property, "parley.ledger.relay.topic", LEDGER),
                value(property, "parley.kafka.ledger-topic", LEDGER),
                value(property, "parley.kafka.checkpoints-topic", CHECKPOINTS));
    }

    private static String value(Function<String, @Nullable String> property, String name, String defaultValue) {
        String value = property.apply(name);
        return value == null || value.isBlank() ? defaultValue : value;
    }

    Set<String> all() {
        return Set.copyOf(List.of(ledger, source, checkpoints));
    }
}

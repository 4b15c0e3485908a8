package org.parley.ledger.relay;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic of all events. Created with unlimited retention; rejected if it would lose history. */
final class LedgerTopic {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerTopic.class);
    private static final long SECONDS = 10;
    private static final int ATTEMPTS = 50;
    private static final long ATTEMPT_MS = 100;

    private final RelaySettings settings;

    LedgerTopic(RelaySettings settings) {
        this.settings = settings;
    }

    /** Finds the topic or creates it. */
    TopicDescription findOrCreate(Admin admin) throws InterruptedException, TimeoutException, ExecutionException {
        try {
            return describe(admin);
        } catch (ExecutionException e) {
            if (!isUnknown(e)) {
                throw e;
            }
        }
        create(admin);
        return awaitDescription(admin);
    }

    /** Waits until a new topic is known to the queried broker. */
    private TopicDescription awaitDescription(Admin admin)
            throws InterruptedException, TimeoutException, ExecutionException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return describe(admin);
            } catch (ExecutionException e) {
                if (!isUnknown(e)) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(ATTEMPT_MS);
            }
        }
        return describe(admin);
    }

    private static boolean isUnknown(ExecutionException e) {
        return e.getCause() instanceof UnknownTopicOrPartitionException;
    }

    TopicDescription describe(Admin admin) throws InterruptedException, TimeoutException, ExecutionException {
        return admin.describeTopics(List.of(settings.topic()))
                .allTopicNames()
                .get(SECONDS, TimeUnit.SECONDS)
                .values()
                .iterator()
                .next();
    }

    private void create(Admin admin) throws InterruptedException, TimeoutException, ExecutionException {
        NewTopic topic = new NewTopic(settings.topic(), settings.partitions(), settings.replicationFactor())
                .configs(TopicRetention.creationSettings(settings.replicationFactor()));
        try {
            admin.createTopics(List.of(topic)).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /**
     * Requires that the topic keeps all history. Also applies to a new topic: the broker decided the settings that it
     * was not given.
     *
     * @throws IllegalStateException if it would lose history
     */
    void requireUnlimitedRetention(Admin admin, TopicDescription topic)
            throws InterruptedException, TimeoutException, ExecutionException {
        Map<String, String> inEffect = effectiveSettings(admin);
        TopicRetention.require(settings.topic(), inEffect);
        int replicas = topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .max()
                .orElse(0);
        TopicRetention.weakness(settings.topic(), inEffect, replicas).ifPresent(LOG::warn);
    }

    private Map<String, String> effectiveSettings(Admin admin)
            throws InterruptedException, TimeoutException, ExecutionException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, settings.topic());
        return admin.describeConfigs(List.of(resource)).all().get(SECONDS, TimeUnit.SECONDS).values().stream()
                .flatMap(config -> config.entries().stream())
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}

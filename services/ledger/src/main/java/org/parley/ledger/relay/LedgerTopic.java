package org.parley.ledger.relay;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topic of all events: made with unlimited retention, and refused when it would lose history. */
final class LedgerTopic {
    private static final long SECONDS = 10;
    private static final int ATTEMPTS = 50;
    private static final long ATTEMPT_MS = 100;

    private final RelaySettings settings;

    LedgerTopic(RelaySettings settings) {
        this.settings = settings;
    }

    /** Finds the topic, or makes it. */
    TopicDescription ensure(Admin admin) throws InterruptedException, TimeoutException, ExecutionException {
        try {
            TopicDescription topic = describe(admin);
            requireKeepsAll(admin);
            return topic;
        } catch (ExecutionException e) {
            if (!isUnknown(e)) {
                throw e;
            }
        }
        create(admin);
        return described(admin);
    }

    /** Waits until a topic just made is known to the broker that is asked. */
    private TopicDescription described(Admin admin) throws InterruptedException, TimeoutException, ExecutionException {
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
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
        try {
            admin.createTopics(List.of(topic)).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void requireKeepsAll(Admin admin) throws InterruptedException, TimeoutException, ExecutionException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, settings.topic());
        Config config = admin.describeConfigs(List.of(resource))
                .all()
                .get(SECONDS, TimeUnit.SECONDS)
                .values()
                .iterator()
                .next();
        require(config, TopicConfig.RETENTION_MS_CONFIG, "-1");
        require(config, TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        require(config, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    }

    private void require(Config config, String name, String value) {
        String actual = config.get(name).value();
        if (!value.equals(actual)) {
            throw new IllegalStateException("the topic " + settings.topic() + " has " + name + "=" + actual
                    + " and would lose history; set it to " + value);
        }
    }
}

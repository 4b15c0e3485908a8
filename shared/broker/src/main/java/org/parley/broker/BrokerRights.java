package org.parley.broker;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rights of each user of a broker. A service may create and write its own topic and read what it reads; a subscriber
 * may only read. The broker itself needs no right, and everything else is refused to everybody.
 *
 * <p>A topic is created with its settings in one request, which takes no right to alter settings; an idempotent producer
 * asks for no more than the right to write.
 *
 * @param bindings the rights as Kafka has them
 * @see <a href="https://kafka.apache.org/42/documentation.html#security_authz">Authorization and ACLs</a>
 */
public record BrokerRights(Set<AclBinding> bindings) {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerRights.class);
    private static final String PUBLIC_PREFIX = "parley.";
    private static final String EVERY_GROUP = "*";
    private static final long ANSWER_SECONDS = 60;
    private static final long LOOK_AGAIN_MS = 50;

    public BrokerRights {
        bindings = Set.copyOf(bindings);
    }

    /**
     * The rights of the services and of those who subscribe.
     *
     * @param subscriber the user that subscribers are: one that signs in, or {@link BrokerUsers#ANONYMOUS}
     */
    public static BrokerRights of(BrokerTopics topics, String subscriber) {
        Set<AclBinding> all = new HashSet<>();
        // It reads to compare the topic with the store, and to take back what an older store lacks.
        all.addAll(topic(BrokerUsers.LEDGER, topics.ledger(), CREATE, DESCRIBE, DESCRIBE_CONFIGS, READ, WRITE));
        all.addAll(topic(BrokerUsers.ARCHIVE, topics.source(), DESCRIBE, READ));
        all.addAll(topic(BrokerUsers.ARCHIVE, topics.checkpoints(), CREATE, DESCRIBE, WRITE));
        ResourcePattern everyPublicTopic = new ResourcePattern(ResourceType.TOPIC, PUBLIC_PREFIX, PatternType.PREFIXED);
        all.addAll(allow(subscriber, everyPublicTopic, DESCRIBE, DESCRIBE_CONFIGS, READ));
        topics.all().stream()
                .filter(topic -> !topic.startsWith(PUBLIC_PREFIX))
                .forEach(topic -> all.addAll(topic(subscriber, topic, DESCRIBE, DESCRIBE_CONFIGS, READ)));
        // Subscribers may share the work in groups of their own. No service is in a group that could be disturbed.
        all.addAll(allow(subscriber, new ResourcePattern(ResourceType.GROUP, EVERY_GROUP, PatternType.LITERAL), READ));
        return new BrokerRights(all);
    }

    private static List<AclBinding> topic(String user, String topic, AclOperation... operations) {
        return allow(user, new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL), operations);
    }

    private static List<AclBinding> allow(String user, ResourcePattern resource, AclOperation... operations) {
        return List.of(operations).stream()
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)))
                .toList();
    }

    /**
     * Makes these the only rights at a broker, and returns once it goes by them.
     *
     * @param admin signed in as {@link BrokerUsers#BROKER}
     * @throws ExecutionException if the broker refuses
     * @throws TimeoutException if it does not answer, or not with these rights, within a minute
     */
    public void apply(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        Set<AclBinding> present = present(admin);
        Set<AclBinding> missing = without(bindings, present);
        Set<AclBinding> unwanted = without(present, bindings);
        // First what is missing: a right that only changes its form is there all the time.
        admin.createAcls(missing).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        List<AclBindingFilter> filters =
                unwanted.stream().map(AclBinding::toFilter).toList();
        admin.deleteAcls(filters).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        awaitInEffect(admin);
        unwanted.forEach(right -> LOG.warn("Kafka had a right that nobody is to have; it is taken away: {}", right));
        LOG.info(
                "Kafka's rights are set: {} in all, {} new, {} taken away",
                bindings.size(),
                missing.size(),
                unwanted.size());
    }

    /** The controller has them at once; the broker hears of them a moment later. */
    private void awaitInEffect(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS);
        while (!present(admin).equals(bindings)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("Kafka did not apply its rights within " + ANSWER_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
        }
    }

    private static Set<AclBinding> present(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        return Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get(ANSWER_SECONDS, TimeUnit.SECONDS));
    }

    private static Set<AclBinding> without(Collection<AclBinding> some, Collection<AclBinding> others) {
        Set<AclBinding> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}

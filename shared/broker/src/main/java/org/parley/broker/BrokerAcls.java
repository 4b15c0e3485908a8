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
 * The access control lists (ACLs) of a broker. A service may create and write its own topic and read its source topic;
 * a subscriber may only read. The broker itself is a superuser and needs no ACL. Every other access is denied.
 *
 * <p>A topic is created with its settings in one request, which needs no right to alter settings. An idempotent
 * producer needs only the right to write.
 *
 * @param bindings the ACL bindings
 * @see <a href="https://kafka.apache.org/42/documentation.html#security_authz">Authorization and ACLs</a>
 */
public record BrokerAcls(Set<AclBinding> bindings) {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerAcls.class);
    private static final String PUBLIC_PREFIX = "parley.";
    private static final String EVERY_GROUP = "*";
    private static final long TIMEOUT_SECONDS = 60;
    private static final long POLL_MS = 50;

    public BrokerAcls {
        bindings = Set.copyOf(bindings);
    }

    /**
     * The ACLs of the services and of subscribers.
     *
     * @param topics the configured topics
     * @param subscriber the user of subscribers: one that signs in, or {@link BrokerUsers#ANONYMOUS}
     */
    public static BrokerAcls of(BrokerTopics topics, String subscriber) {
        Set<AclBinding> all = new HashSet<>();
        // The ledger reads the topic to compare it with the store, and to restore from it what an older backup lacks.
        all.addAll(topic(BrokerUsers.LEDGER, topics.ledger(), CREATE, DESCRIBE, DESCRIBE_CONFIGS, READ, WRITE));
        all.addAll(topic(BrokerUsers.ARCHIVE, topics.source(), DESCRIBE, READ));
        all.addAll(topic(BrokerUsers.ARCHIVE, topics.checkpoints(), CREATE, DESCRIBE, WRITE));
        ResourcePattern everyPublicTopic = new ResourcePattern(ResourceType.TOPIC, PUBLIC_PREFIX, PatternType.PREFIXED);
        all.addAll(allow(subscriber, everyPublicTopic, DESCRIBE, DESCRIBE_CONFIGS, READ));
        topics.all().stream()
                .filter(topic -> !topic.startsWith(PUBLIC_PREFIX))
                .forEach(topic -> all.addAll(topic(subscriber, topic, DESCRIBE, DESCRIBE_CONFIGS, READ)));
        // Subscribers may use consumer groups. No service uses one, so a subscriber cannot disturb it.
        all.addAll(allow(subscriber, new ResourcePattern(ResourceType.GROUP, EVERY_GROUP, PatternType.LITERAL), READ));
        return new BrokerAcls(all);
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
     * Replaces the ACLs of a broker with these and waits until they are in effect.
     *
     * @param admin signed in as {@link BrokerUsers#BROKER}
     * @throws ExecutionException if the broker refuses
     * @throws TimeoutException if it does not respond, or does not report these ACLs, within a minute
     */
    public void apply(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        Set<AclBinding> present = present(admin);
        Set<AclBinding> missing = without(bindings, present);
        Set<AclBinding> unwanted = without(present, bindings);
        // Create before delete: a right that only changes its form is never missing.
        admin.createAcls(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        List<AclBindingFilter> filters =
                unwanted.stream().map(AclBinding::toFilter).toList();
        admin.deleteAcls(filters).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        awaitInEffect(admin);
        unwanted.forEach(binding -> LOG.warn("Kafka had an ACL that is not allowed; it is deleted: {}", binding));
        LOG.info(
                "Kafka's ACLs are set: {} in all, {} created, {} deleted",
                bindings.size(),
                missing.size(),
                unwanted.size());
    }

    /** The controller has the ACLs immediately; the broker receives them shortly after. */
    private void awaitInEffect(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!present(admin).equals(bindings)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("Kafka did not apply its ACLs within " + TIMEOUT_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    private static Set<AclBinding> present(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        return Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
    }

    private static Set<AclBinding> without(Collection<AclBinding> some, Collection<AclBinding> others) {
        Set<AclBinding> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}

package org.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.broker.BrokerAcls;
import org.parley.broker.BrokerTopics;
import org.parley.broker.BrokerUsers;
import org.parley.broker.PlainLogin;

/** The access control of the broker: services have the necessary rights, all other clients may only read. */
class KafkaAccessTest {
    private static final String LEDGER = "parley.ledger.v1";
    private static final String CHECKPOINTS = "parley.checkpoints.v1";
    private static final String PRIVATE = "private";
    private static final BrokerAcls RIGHTS =
            BrokerAcls.of(new BrokerTopics(LEDGER, LEDGER, CHECKPOINTS), BrokerUsers.ANONYMOUS);

    @TempDir
    private static Path folder;

    private static KafkaBroker broker;
    private static Map<String, Object> anonymous;
    private static Map<String, Admin> clients;

    @BeforeAll
    static void start() throws Exception {
        broker = KafkaBroker.start(folder, 0, Set.of(BrokerUsers.LEDGER, BrokerUsers.ARCHIVE));
        broker.applyAcls(RIGHTS);
        anonymous = new HashMap<>(Map.of("bootstrap.servers", broker.bootstrapServers()));
        clients = Map.of(
                BrokerUsers.ANONYMOUS, Admin.create(anonymous),
                BrokerUsers.LEDGER, Admin.create(as(BrokerUsers.LEDGER)),
                BrokerUsers.ARCHIVE, Admin.create(as(BrokerUsers.ARCHIVE)));
        create(as(BrokerUsers.LEDGER), LEDGER);
        create(as(BrokerUsers.ARCHIVE), CHECKPOINTS);
        create(as(BrokerUsers.BROKER), PRIVATE);
        send(as(BrokerUsers.LEDGER), LEDGER, "agreed");
        send(as(BrokerUsers.ARCHIVE), CHECKPOINTS, "signed");
    }

    @AfterAll
    static void stop() {
        clients.values().forEach(Admin::close);
        broker.close();
    }

    private static Map<String, Object> as(String user) {
        return new HashMap<>(broker.clientSettings(user));
    }

    private static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
        Map<String, Object> other = new HashMap<>(settings);
        other.put(name, value);
        return other;
    }

    /** Creates a topic with a setting, as the services do. */
    private static void create(Map<String, Object> client, String topic) throws Exception {
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get();
        }
    }

    private static void send(Map<String, Object> client, String topic, String text) throws Exception {
        try (var producer = new KafkaProducer<>(
                with(client, "max.block.ms", "15000"), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, null, text)).get();
        }
    }

    private static List<String> read(Map<String, Object> client, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long end = consumer.endOffsets(Set.of(partition)).get(partition);
            List<String> found = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(line -> found.add(line.value()));
            }
            return found;
        }
    }

    @Test
    void subscribersReadWithoutSigningIn() {
        assertThat(read(anonymous, LEDGER)).contains("agreed");
        assertThat(read(anonymous, CHECKPOINTS)).containsExactly("signed");
    }

    @Test
    void subscribersReadInAConsumerGroup() {
        Map<String, Object> member = with(with(anonymous, "group.id", "newsletter"), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(member, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(LEDGER));
            List<String> found = new ArrayList<>();
            while (found.isEmpty()) {
                consumer.poll(Duration.ofSeconds(1)).forEach(line -> found.add(line.value()));
            }
            consumer.commitSync();
            assertThat(found).startsWith("agreed");
        }
    }

    @Test
    void subscribersReadTopicSettings() throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, LEDGER);
        try (Admin admin = Admin.create(anonymous)) {
            assertThat(admin.describeConfigs(List.of(topic))
                            .all()
                            .get()
                            .get(topic)
                            .get("retention.ms")
                            .value())
                    .isEqualTo("-1");
            assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrder(LEDGER, CHECKPOINTS);
        }
        assertThatThrownBy(() -> read(anonymous, PRIVATE)).isInstanceOf(TopicAuthorizationException.class);
    }

    static Stream<Map<String, Object>> producers() {
        return Stream.of(
                Map.of("enable.idempotence", "false", "acks", "0"),
                Map.of("enable.idempotence", "false"),
                Map.of("enable.idempotence", "true"));
    }

    @ParameterizedTest
    @MethodSource("producers")
    void subscribersCannotWrite(Map<String, Object> settings) throws Exception {
        List<String> before = read(anonymous, LEDGER);
        Map<String, Object> producer = new HashMap<>(anonymous);
        producer.putAll(settings);
        try {
            send(producer, LEDGER, "forged");
            assertThat(settings)
                    .as("only a send without acknowledgement succeeds")
                    .containsEntry("acks", "0");
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
        }
        send(as(BrokerUsers.LEDGER), LEDGER, "agreed again");
        before.add("agreed again");
        assertThat(read(anonymous, LEDGER)).isEqualTo(before);
    }

    /** Every administrative change, by its description. */
    static Stream<Map.Entry<String, Function<Admin, KafkaFuture<?>>>> changes() {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, LEDGER);
        ConfigResource node = new ConfigResource(ConfigResource.Type.BROKER, "1");
        TopicPartition partition = new TopicPartition(LEDGER, 0);
        AclBinding right = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, LEDGER, PatternType.LITERAL),
                new AccessControlEntry("User:ANONYMOUS", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        return Stream.of(
                Map.entry("a topic is created", admin -> admin.createTopics(
                                List.of(new NewTopic("parley.other", 1, (short) 1)))
                        .all()),
                Map.entry("a topic is deleted", admin -> admin.deleteTopics(List.of(LEDGER))
                        .all()),
                Map.entry("records are deleted", admin -> admin.deleteRecords(
                                Map.of(partition, RecordsToDelete.beforeOffset(-1)))
                        .all()),
                Map.entry("partitions are added", admin -> admin.createPartitions(
                                Map.of(LEDGER, NewPartitions.increaseTo(2)))
                        .all()),
                Map.entry("a topic is altered", admin -> alter(admin, topic, "retention.ms", "1")),
                Map.entry("the broker is altered", admin -> alter(admin, node, "log.retention.ms", "1")),
                Map.entry("an ACL is created", admin -> admin.createAcls(List.of(right))
                        .all()),
                Map.entry("ACLs are deleted", admin -> admin.deleteAcls(List.of(AclBindingFilter.ANY))
                        .all()),
                Map.entry("ACLs are read", admin -> admin.describeAcls(AclBindingFilter.ANY)
                        .values()),
                Map.entry("a user is added", admin -> admin.alterUserScramCredentials(
                                List.of(new UserScramCredentialUpsertion(
                                        "mallory", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096), "x")))
                        .all()),
                Map.entry("a quota is set", admin -> admin.alterClientQuotas(List.of(new ClientQuotaAlteration(
                                new ClientQuotaEntity(Map.of("user", "ledger")),
                                List.of(new ClientQuotaAlteration.Op("producer_byte_rate", 1.0)))))
                        .all()),
                Map.entry("partitions are moved", admin -> admin.alterPartitionReassignments(
                                Map.of(partition, Optional.of(new NewPartitionReassignment(List.of(1)))))
                        .all()),
                Map.entry("a leader is elected", admin -> admin.electLeaders(ElectionType.PREFERRED, Set.of(partition))
                        .all()),
                Map.entry("the broker is unregistered", admin -> admin.unregisterBroker(1)
                        .all()),
                Map.entry("a feature is changed", admin -> admin.updateFeatures(
                                Map.of("group.version", new FeatureUpdate((short) 0, UpgradeType.SAFE_DOWNGRADE)),
                                new UpdateFeaturesOptions())
                        .all()),
                Map.entry("a group is deleted", admin -> admin.deleteConsumerGroups(List.of("another's"))
                        .all()),
                Map.entry("a producer is fenced", admin -> admin.fenceProducers(List.of("ledger"))
                        .all()));
    }

    private static KafkaFuture<?> alter(Admin admin, ConfigResource resource, String name, String value) {
        return admin.incrementalAlterConfigs(Map.of(
                        resource, List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                .all();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void onlyTheBrokerMayChangeAnything(Map.Entry<String, Function<Admin, KafkaFuture<?>>> change) {
        clients.forEach((user, admin) -> assertThatThrownBy(
                        () -> change.getValue().apply(admin).get())
                .as("%s by %s", change.getKey(), user)
                .hasCauseInstanceOf(AuthorizationException.class));
    }

    @Test
    void servicesWriteOnlyToTheirOwnTopic() {
        assertThatThrownBy(() -> send(as(BrokerUsers.ARCHIVE), LEDGER, "forged"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> send(as(BrokerUsers.LEDGER), CHECKPOINTS, "forged"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThat(read(as(BrokerUsers.ARCHIVE), LEDGER)).contains("agreed").doesNotContain("forged");
        assertThat(read(as(BrokerUsers.LEDGER), LEDGER)).contains("agreed");
        assertThat(read(anonymous, CHECKPOINTS)).containsExactly("signed");
        assertThatThrownBy(() -> read(as(BrokerUsers.ARCHIVE), PRIVATE))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void rejectsWrongCredentials() throws Exception {
        Map<String, Object> wrong = as(BrokerUsers.LEDGER);
        wrong.putAll(new PlainLogin(BrokerUsers.LEDGER, "guessed").clientSettings());
        Map<String, Object> unknown = as(BrokerUsers.LEDGER);
        unknown.putAll(new PlainLogin("mallory", "guessed").clientSettings());
        for (Map<String, Object> client : List.of(wrong, unknown)) {
            assertThatThrownBy(() -> send(client, LEDGER, "forged"))
                    .hasStackTraceContaining(SaslAuthenticationException.class.getName());
        }
        // A client that does not sign in gets no response there or at the controller.
        int controller = Integer.parseInt(Files.readString(folder.resolve("controller-port")));
        for (Object address : List.of(wrong.get("bootstrap.servers"), "127.0.0.1:" + controller)) {
            Map<String, Object> silent = new HashMap<>(Map.of(
                    "bootstrap.servers", address, "default.api.timeout.ms", "3000", "request.timeout.ms", "2000"));
            try (Admin admin = Admin.create(silent)) {
                assertThatThrownBy(() -> admin.describeCluster().nodes().get()).isInstanceOf(ExecutionException.class);
            }
        }
    }

    /** A right that was granted by other means is revoked. */
    @Test
    void replacesAllOtherAcls() throws Exception {
        AclBinding foreign = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "parley.", PatternType.PREFIXED),
                new AccessControlEntry("User:*", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        try (Admin admin = Admin.create(as(BrokerUsers.BROKER))) {
            admin.createAcls(List.of(foreign)).all().get();
            broker.applyAcls(RIGHTS);
            assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
                    .containsExactlyInAnyOrderElementsOf(RIGHTS.bindings());
        }
        assertThatThrownBy(() -> send(anonymous, LEDGER, "forged")).hasCauseInstanceOf(AuthorizationException.class);
    }
}

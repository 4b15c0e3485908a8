package org.parley.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.testkit.prerequisite.Prerequisite;
import org.parley.testkit.prerequisite.Requires;

/** The configuration in the manifests matches what the services read. */
@Requires(Prerequisite.KUSTOMIZE)
class ConfigurationTest {
    private static final ServiceProperties PROPERTIES = ServiceProperties.ofTheServices();

    /** Properties of Spring Boot, and variables that are no property. */
    private static final Set<String> ELSEWHERE = Set.of(
            "SPRING_DATASOURCE_URL",
            "SPRING_DATASOURCE_USERNAME",
            "SERVER_FORWARD_HEADERS_STRATEGY",
            "PARLEY_TRACES_URL",
            "spring.datasource.password");

    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void everyVariableIsAPropertyOfAService(Manifests manifests) {
        for (String name : manifests.ofKind("Deployment").keySet()) {
            assertThat(manifests.environment(name).keySet())
                    .allMatch(variable -> ELSEWHERE.contains(variable) || PROPERTIES.know(variable));
            assertThat(secretFiles(manifests, name))
                    .contains("spring.datasource.password", "parley.access.pass-key", "parley.access.password")
                    .allMatch(file -> ELSEWHERE.contains(file) || PROPERTIES.know(file));
        }
    }

    @Test
    void misspelledPropertyIsDetected() {
        assertThat(PROPERTIES.know("PARLEY_KAFKA_BOOTSTRAP_SERVERS")).isTrue();
        assertThat(PROPERTIES.know("PARLEY_KAFKA_CLIENT_SASL_MECHANISM")).isTrue();
        assertThat(PROPERTIES.know("PARLEY_KAFKA_BOOTSTRAP_SERVER")).isFalse();
        assertThat(PROPERTIES.know("PARLEY_LEDGER_REPLICATION_FACTOR")).isFalse();
    }

    /** Only services that have the seal key can seal or verify: the ledger publishes, the archive verifies. */
    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void onlyLedgerAndArchiveHaveTheSealKey(Manifests manifests) {
        for (String name : manifests.ofKind("Deployment").keySet()) {
            assertThat(secretFiles(manifests, name).contains("parley.stream.seal-key"))
                    .as(name)
                    .isEqualTo(List.of("ledger", "archive").contains(name));
        }
    }

    /** Addresses and secrets that Compose sets must be set on Kubernetes too. */
    @Test
    void everySettingOfComposeIsSet() throws IOException {
        Manifests manifests = Manifests.of("small");
        JsonNode compose =
                Manifests.YAML.readTree(Files.readString(Kustomize.ROOT.resolve("../../docker-compose.yml")));
        Set<String> environment = Stream.of("x-environment", "x-kafka-client")
                .flatMap(part -> compose.path(part).properties().stream())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(manifests.environment("ledger").keySet()).isNotEmpty().containsAll(environment);
        assertThat(manifests.environment("desk")).containsKeys("PARLEY_DESK_LEDGER_URL", "PARLEY_DESK_ARCHIVE_URL");
        assertThat(secretFiles(manifests, "ledger"))
                .containsAll(compose.at("/x-service/secrets").findValuesAsText("target"))
                .containsAll(compose.at("/services/ledger/secrets").findValuesAsText("target"));
    }

    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void addressesAndFilesExist(Manifests manifests) {
        for (String name : List.of("ledger", "archive")) {
            Map<String, String> environment = manifests.environment(name);
            assertThat(environment.get("SPRING_DATASOURCE_URL"))
                    .startsWith("jdbc:postgresql://parley-db-rw:5432/"
                            + manifests
                                    .get("Cluster", "parley-db")
                                    .at("/spec/bootstrap/initdb/database")
                                    .asText())
                    .contains("sslmode=verify-full");
            assertThat(environment)
                    .containsEntry("PARLEY_KAFKA_BOOTSTRAP_SERVERS", "parley-kafka-kafka-bootstrap:9093")
                    .containsEntry("SPRING_DATASOURCE_USERNAME", "parley");
            String database = environment.get("SPRING_DATASOURCE_URL").replaceAll(".*sslrootcert=", "");
            assertThat(manifests.mounted(name))
                    .containsEntry(database, new Manifests.Mounted("parley-db-ca", "ca.crt"))
                    .containsEntry(
                            String.valueOf(environment.get("PARLEY_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION")),
                            new Manifests.Mounted("parley-kafka-cluster-ca-cert", "ca.crt"))
                    .containsEntry(
                            "/run/secrets/parley.kafka.client.sasl.jaas.config",
                            new Manifests.Mounted("parley-" + name, "sasl.jaas.config"));
        }
        for (String address : List.of("PARLEY_DESK_LEDGER_URL", "PARLEY_DESK_ARCHIVE_URL")) {
            URI uri = URI.create(manifests.environment("desk").get(address));
            assertThat(manifests
                            .get("Service", uri.getHost())
                            .at("/spec/ports/0/port")
                            .asInt())
                    .isEqualTo(uri.getPort());
        }
        // The path of the key in the image.
        assertThat(manifests.mounted("archive"))
                .containsEntry("/keys/log-key", new Manifests.Mounted("parley-log-key", "log-key"));
    }

    /** The topic is the same whether the operator or a service creates it. */
    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void topicsEqualThoseOfTheServices(Manifests manifests) {
        String ledger = PROPERTIES.byDefault("parley.ledger.relay.topic");
        assertThat(manifests.ofKind("KafkaTopic"))
                .containsOnlyKeys(ledger, PROPERTIES.byDefault("parley.kafka.checkpoints-topic"))
                .allSatisfy((name, topic) -> {
                    JsonNode config = topic.at("/spec/config");
                    assertThat(topic.at("/spec/partitions").asText())
                            .isEqualTo(PROPERTIES.byDefault("parley.ledger.relay.partitions"));
                    assertThat(config.path("cleanup.policy").asText()).isEqualTo("delete");
                    assertThat(config.path("retention.ms").asInt()).isEqualTo(-1);
                    assertThat(config.path("retention.bytes").asInt()).isEqualTo(-1);
                    assertThat(config.path("unclean.leader.election.enable").asBoolean(true))
                            .isFalse();
                });
        assertThat(manifests
                        .get("KafkaTopic", ledger)
                        .at("/spec/config/message.timestamp.type")
                        .asText())
                .isEqualTo("LogAppendTime");
    }

    /** Either three replicas, two of which must have an event before it is acknowledged, or one. */
    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void replicationFactorsMatchTheReplicas(Manifests manifests) {
        boolean one = "small".equals(manifests.overlay());
        int nodes = one ? 1 : 3;
        int needed = one ? 1 : 2;
        JsonNode database = manifests.get("Cluster", "parley-db").path("spec");
        assertThat(database.path("instances").asInt()).isEqualTo(nodes);
        assertThat(database.at("/postgresql/parameters/synchronous_commit").asText())
                .isEqualTo("on");
        assertThat(database.at("/postgresql/synchronous/number").asInt(0)).isEqualTo(needed - 1);
        assertThat(database.at("/postgresql/synchronous/dataDurability").asText("required"))
                .isEqualTo("required");
        assertThat(manifests.get("KafkaNodePool", "broker").at("/spec/replicas").asInt())
                .isEqualTo(nodes);
        JsonNode brokers = manifests.get("Kafka", "parley-kafka").at("/spec/kafka/config");
        assertThat(brokers.path("default.replication.factor").asInt()).isEqualTo(nodes);
        assertThat(brokers.path("min.insync.replicas").asInt()).isEqualTo(needed);
        assertThat(manifests.environment("ledger"))
                .containsEntry("PARLEY_LEDGER_RELAY_REPLICATION_FACTOR", Integer.toString(nodes));
        manifests.ofKind("KafkaTopic").values().forEach(topic -> {
            assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(nodes);
            assertThat(topic.at("/spec/config/min.insync.replicas").asInt()).isEqualTo(needed);
        });
    }

    private static Set<String> secretFiles(Manifests manifests, String deployment) {
        return manifests.mounted(deployment).keySet().stream()
                .filter(path -> path.startsWith("/run/secrets/"))
                .map(path -> path.substring("/run/secrets/".length()))
                .collect(Collectors.toSet());
    }
}

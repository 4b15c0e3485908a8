package org.parley.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ACLs, compared in a readable form. */
class BrokerAclsTest {
    /** By user and resource, what may be done with it. */
    private static Map<String, String> readable(BrokerAcls rights) {
        return rights.bindings().stream()
                .collect(Collectors.groupingBy(
                        right -> "%s %s %s %s"
                                .formatted(
                                        right.entry().principal(),
                                        right.pattern().resourceType(),
                                        right.pattern().patternType(),
                                        right.pattern().name()),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(
                                        right -> right.entry().operation().name(), Collectors.toList()),
                                operations -> operations.stream().sorted().collect(Collectors.joining(" ")))));
    }

    @Test
    void grantsEachUserOnlyTheNecessaryRights() {
        BrokerAcls rights = BrokerAcls.of(BrokerTopics.configured(property -> null), BrokerUsers.ANONYMOUS);
        assertThat(readable(rights))
                .isEqualTo(Map.of(
                        "User:ledger TOPIC LITERAL parley.ledger.v1", "CREATE DESCRIBE DESCRIBE_CONFIGS READ WRITE",
                        "User:archive TOPIC LITERAL parley.ledger.v1", "DESCRIBE READ",
                        "User:archive TOPIC LITERAL parley.checkpoints.v1", "CREATE DESCRIBE WRITE",
                        "User:ANONYMOUS TOPIC PREFIXED parley.", "DESCRIBE DESCRIBE_CONFIGS READ",
                        "User:ANONYMOUS GROUP LITERAL *", "READ"));
    }

    /** The ACLs follow the configuration of the services, so they need no configuration of their own. */
    @Test
    void usesTheConfiguredTopics() {
        BrokerAcls rights = BrokerAclsProgram.acls(Map.of(
                "PARLEY_LEDGER_RELAY_TOPIC", "news",
                "PARLEY_KAFKA_LEDGER_TOPIC", "news",
                "PARLEY_KAFKA_CHECKPOINTS_TOPIC", ""));
        assertThat(readable(rights))
                .containsEntry("User:ledger TOPIC LITERAL news", "CREATE DESCRIBE DESCRIBE_CONFIGS READ WRITE")
                .containsEntry("User:archive TOPIC LITERAL news", "DESCRIBE READ")
                .containsEntry("User:archive TOPIC LITERAL parley.checkpoints.v1", "CREATE DESCRIBE WRITE")
                .containsEntry("User:subscriber TOPIC LITERAL news", "DESCRIBE DESCRIBE_CONFIGS READ")
                .hasSize(6);
    }

    @Test
    void signsInWithTheSecret(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "the login\n");
        assertThat(BrokerAclsProgram.settings(Map.of("PARLEY_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"), secret))
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("sasl.jaas.config", "the login")
                .containsEntry("security.protocol", "SASL_PLAINTEXT");
    }

    @Test
    void passwordNeedsNoQuotingAndIsNotPrinted() {
        PlainLogin login = new PlainLogin("ledger", "hidden-1");
        assertThat(login).hasToString("login of ledger");
        assertThat(login.serverJaas(List.of(login))).endsWith("password=\"hidden-1\" user_ledger=\"hidden-1\";");
        assertThatThrownBy(() -> new PlainLogin("ledger", "hidden\" user_mallory=\"x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hidden");
    }
}

package org.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.broker.BrokerAcls;
import org.parley.broker.BrokerTopics;
import org.parley.broker.BrokerUsers;

/** The folder of a broker, also that of an earlier version. */
class KafkaFolderTest {
    private static final Set<String> USERS = Set.of(BrokerUsers.LEDGER);
    private static final BrokerAcls RIGHTS = BrokerAcls.of(
            new BrokerTopics(ProbeTopic.TOPIC, ProbeTopic.TOPIC, ProbeTopic.TOPIC), BrokerUsers.ANONYMOUS);

    @TempDir
    Path folder;

    /** Earlier versions had one listener without access control. */
    @Test
    void upgradesAFolderWithoutAccessControl() throws Exception {
        try (var before = KafkaBroker.startOpenForTests(folder, 0)) {
            ProbeTopic.anonymous(before).create().send("from before");
        }
        try (var broker = KafkaBroker.start(folder, 0, USERS)) {
            assertThatThrownBy(() -> ProbeTopic.anonymous(broker).all())
                    .isInstanceOf(TopicAuthorizationException.class);
            broker.applyAcls(RIGHTS);
            new ProbeTopic(broker.clientSettings(BrokerUsers.LEDGER)).send("since");
            assertThat(ProbeTopic.anonymous(broker).all()).containsExactly("from before", "since");
            assertThatThrownBy(() -> ProbeTopic.anonymous(broker).send("forged"))
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
        // ACLs persist, so subscribers can read immediately after the next start.
        try (var broker = KafkaBroker.start(folder, 0, USERS)) {
            assertThat(ProbeTopic.anonymous(broker).all()).containsExactly("from before", "since");
            assertThatThrownBy(() -> ProbeTopic.anonymous(broker).send("forged"))
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void onlyItsOwnerCanReadIt() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0, USERS)) {
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("credentials"))).isEqualTo("rw-------");
            assertThat(Files.readString(folder.resolve("credentials"))).contains("\nbroker=", "\nledger=");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void replacesLostOrDamagedPasswords() throws Exception {
        Path file = folder.resolve("credentials");
        KafkaCredentials first = KafkaCredentials.loadOrCreate(file, USERS);
        Files.writeString(
                file, "ledger=not a password\nbroker=" + first.broker().password() + "\nmallory=guessed\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        KafkaCredentials second = KafkaCredentials.loadOrCreate(file, USERS);
        assertThat(second.broker()).isEqualTo(first.broker());
        assertThat(second.of(BrokerUsers.LEDGER)).isNotEqualTo(first.of(BrokerUsers.LEDGER));
        assertThat(second.logins()).containsOnlyKeys(BrokerUsers.BROKER, BrokerUsers.LEDGER);
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(KafkaCredentials.loadOrCreate(file, USERS)).isEqualTo(second);
        assertThat(second.toString())
                .doesNotContain(second.of(BrokerUsers.LEDGER).password())
                .doesNotContain(second.broker().password());
    }
}

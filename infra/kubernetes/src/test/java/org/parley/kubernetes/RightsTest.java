package org.parley.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.broker.BrokerAcls;
import org.parley.broker.BrokerTopics;
import org.parley.broker.BrokerUsers;

/** The services' rights at Kafka equal those at the brokers that Parley starts itself. */
class RightsTest {
    private static final BrokerAcls RIGHTS =
            BrokerAcls.of(BrokerTopics.configured(property -> null), BrokerUsers.SUBSCRIBER);

    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void rightsEqualThoseOfTheEmbeddedBroker(Manifests manifests) {
        assertThat(manifests.ofKind("KafkaUser")).containsOnlyKeys("parley-ledger", "parley-archive");
        for (String user : Set.of(BrokerUsers.LEDGER, BrokerUsers.ARCHIVE)) {
            assertThat(rights(manifests.get("KafkaUser", "parley-" + user)))
                    .as(user)
                    .isNotEmpty()
                    .isEqualTo(rights(user));
        }
    }

    /** Such as 'topic parley.ledger.v1 read'. */
    private static Set<String> rights(JsonNode user) {
        return StreamSupport.stream(user.at("/spec/authorization/acls").spliterator(), false)
                .flatMap(acl -> StreamSupport.stream(acl.path("operations").spliterator(), false)
                        .map(operation -> text(
                                acl.at("/resource/type").asText(),
                                acl.at("/resource/name").asText(),
                                operation.asText())))
                .collect(Collectors.toSet());
    }

    private static Set<String> rights(String user) {
        return RIGHTS.bindings().stream()
                .filter(right -> right.entry().principal().equals("User:" + user))
                .map(right -> text(
                        right.pattern().resourceType().name(),
                        right.pattern().name(),
                        right.entry().operation().name().replace("_", "")))
                .collect(Collectors.toSet());
    }

    private static String text(String type, String name, String operation) {
        return "%s %s %s".formatted(type, name, operation).toLowerCase(Locale.ROOT);
    }
}

package org.parley.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.testkit.prerequisite.Prerequisite;
import org.parley.testkit.prerequisite.Requires;

/** The namespace enforces the restricted profile of the Pod Security Standards, and all pods meet it. */
@Requires(Prerequisite.KUSTOMIZE)
class PodSecurityTest {
    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void servicesMeetMoreThanTheRestrictedProfile(Manifests manifests) {
        assertThat(manifests
                        .get("Namespace", "parley")
                        .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                        .asText())
                .isEqualTo("restricted");
        for (String name : manifests.ofKind("Deployment").keySet()) {
            JsonNode pod = manifests.pod(name);
            JsonNode container = manifests.container(name);
            requireRestricted(pod.path("securityContext"), container.path("securityContext"));
            assertThat(pod.path("containers")).hasSize(1);
            assertThat(pod.path("initContainers")).isEmpty();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(manifests
                            .get("ServiceAccount", name)
                            .path("automountServiceAccountToken")
                            .asBoolean(true))
                    .isFalse();
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/resources/limits/memory").isTextual()).isTrue();
            assertThat(container.at("/resources/requests/cpu").isTextual()).isTrue();
            assertThat(Manifests.elements(pod.path("volumes")))
                    .allMatch(volume -> volume.has("emptyDir") || volume.has("secret") || volume.has("projected"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void brokersAndOperatorsMeetTheRestrictedProfile(Manifests manifests) {
        JsonNode brokers = manifests.get("KafkaNodePool", "broker").at("/spec/template");
        requireRestricted(brokers.at("/pod/securityContext"), brokers.at("/kafkaContainer/securityContext"));
        JsonNode operators = manifests.get("Kafka", "parley-kafka").at("/spec/entityOperator/template");
        for (String container : new String[] {"topicOperatorContainer", "userOperatorContainer"}) {
            requireRestricted(
                    operators.at("/pod/securityContext"),
                    operators.path(container).path("securityContext"));
        }
    }

    private static void requireRestricted(JsonNode pod, JsonNode container) {
        assertThat(pod.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(Manifests.texts(container.at("/capabilities/drop"))).containsExactly("ALL");
        assertThat(container.at("/capabilities/add").isMissingNode()).isTrue();
        assertThat(container.path("privileged").asBoolean(false)).isFalse();
    }
}

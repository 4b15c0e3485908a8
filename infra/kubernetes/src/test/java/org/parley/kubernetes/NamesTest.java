package org.parley.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.testkit.prerequisite.Prerequisite;
import org.parley.testkit.prerequisite.Requires;

/**
 * Every referenced resource exists: in the manifests, created by an operator, or created by hand as the README says.
 */
@Requires(Prerequisite.KUSTOMIZE)
class NamesTest {
    private static final Pattern MADE_BY_HAND =
            Pattern.compile("create secret (?:generic|tls) ([a-z-]+)((?:\\\\\\n|[^\\n])*)");
    private static final Pattern KEY = Pattern.compile("--from-(?:file|literal)=([A-Za-z_-]+)=");

    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void everySecretIsCreated(Manifests manifests) throws IOException {
        Set<String> made = madeKeys(manifests);
        for (String deployment : manifests.ofKind("Deployment").keySet()) {
            assertThat(manifests.mounted(deployment).values())
                    .extracting(mounted -> mounted.secret() + " " + mounted.key())
                    .isNotEmpty()
                    .isSubsetOf(made);
        }
        for (JsonNode store : manifests.ofKind("ObjectStore").values()) {
            assertThat(Manifests.elements(store.at("/spec/configuration/s3Credentials")))
                    .extracting(key ->
                            key.path("name").asText() + " " + key.path("key").asText())
                    .isSubsetOf(made);
        }
        assertThat(manifests.get("Ingress", "desk").at("/spec/tls/0/secretName").asText() + " tls.crt")
                .isIn(made);
    }

    /** The secrets with their keys. */
    private static Set<String> madeKeys(Manifests manifests) throws IOException {
        Set<String> made = new LinkedHashSet<>();
        for (String cluster : manifests.ofKind("Cluster").keySet()) {
            made.addAll(List.of(cluster + "-app password", cluster + "-ca ca.crt"));
        }
        manifests.ofKind("Kafka").keySet().forEach(kafka -> made.add(kafka + "-cluster-ca-cert ca.crt"));
        manifests.ofKind("KafkaUser").keySet().forEach(user -> made.add(user + " sasl.jaas.config"));
        Matcher byHand = MADE_BY_HAND.matcher(Files.readString(Kustomize.ROOT.resolve("README.md")));
        while (byHand.find()) {
            if (byHand.group(2).contains("--cert=")) {
                made.add(byHand.group(1) + " tls.crt");
            }
            Matcher key = KEY.matcher(byHand.group(2));
            while (key.find()) {
                made.add(byHand.group(1) + " " + key.group(1));
            }
        }
        return made;
    }

    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void everyOtherReferenceExists(Manifests manifests) {
        manifests.ofKind("Deployment").forEach((name, deployment) -> {
            assertThat(manifests.ofKind("ServiceAccount"))
                    .containsKey(manifests.pod(name).path("serviceAccountName").asText());
            assertThat(manifests.environment(name)).isNotEmpty(); // fails if a ConfigMap is missing
            assertThat(manifests.pod(name).path("volumes").findValuesAsText("claimName"))
                    .isEmpty();
            assertThat(Manifests.elements(manifests.pod(name).path("volumes")).map(v -> v.path("name")))
                    .containsExactlyInAnyOrderElementsOf(
                            manifests.container(name).path("volumeMounts").findValues("name"));
        });
        JsonNode backend = manifests.get("Ingress", "desk").at("/spec/rules/0/http/paths/0/backend/service");
        assertThat(manifests
                        .get("Service", backend.path("name").asText())
                        .at("/spec/ports")
                        .findValues("name"))
                .contains(backend.at("/port/name"));
        for (String kind : List.of("KafkaNodePool", "KafkaTopic", "KafkaUser")) {
            assertThat(manifests.ofKind(kind).values()).isNotEmpty().allSatisfy(resource -> assertThat(
                            manifests.ofKind("Kafka"))
                    .containsKey(
                            resource.at("/metadata/labels/strimzi.io~1cluster").asText()));
        }
        manifests.ofKind("ScheduledBackup").values().forEach(backup -> assertThat(manifests.ofKind("Cluster"))
                .containsKey(backup.at("/spec/cluster/name").asText()));
        assertThat(manifests.everywhere("barmanObjectName"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(
                        manifests.ofKind("ObjectStore").keySet());
        assertThat(manifests.resources().stream().filter(resource -> !"Namespace"
                        .equals(resource.path("kind").asText())))
                .allSatisfy(resource ->
                        assertThat(resource.at("/metadata/namespace").asText()).isEqualTo("parley"));
    }

    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void everySelectorSelectsPods(Manifests manifests) {
        manifests.ofKind("Deployment").values().forEach(deployment -> {
            PodLabels pod = PodLabels.ofPod(deployment);
            assertThat(pod.match(deployment.at("/spec/selector"))).isTrue();
            deployment.findValues("topologySpreadConstraints").forEach(spread -> assertThat(
                            pod.match(spread.at("/0/labelSelector")))
                    .isTrue());
        });
        manifests.ofKind("Service").forEach((name, service) -> assertThat(
                        manifests.ofKind("Deployment").values())
                .filteredOn(deployment -> PodLabels.ofPod(deployment).holds(service.at("/spec/selector")))
                .extracting(deployment -> deployment.at("/metadata/name").asText())
                .containsExactly(name));
        Collection<PodLabels> pods = PodLabels.ofAllPods(manifests);
        Stream.of("PodDisruptionBudget", "NetworkPolicy")
                .flatMap(kind -> manifests.ofKind(kind).values().stream())
                .flatMap(resource -> Stream.concat(
                        Stream.of(resource.at("/spec/selector"), resource.at("/spec/podSelector")),
                        resource.at("/spec").findValues("podSelector").stream()))
                .filter(selector -> !selector.isMissingNode())
                .forEach(selector -> assertThat(pods).as("%s", selector).anyMatch(pod -> pod.match(selector)));
    }

    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void probesExistAndGracePeriodIsLongEnough(Manifests manifests) {
        for (String name : manifests.ofKind("Deployment").keySet()) {
            JsonNode container = manifests.container(name);
            JsonNode port = container.at("/ports/0");
            assertThat(port.path("containerPort").asInt()).isEqualTo(8080);
            for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                assertThat(container.path(probe).at("/httpGet/port")).isEqualTo(port.path("name"));
                assertThat(container.path(probe).at("/httpGet/path").asText())
                        .isEqualTo("/actuator/health/" + ("livenessProbe".equals(probe) ? "liveness" : "readiness"));
            }
            assertThat(manifests.get("Service", name).at("/spec/ports/0/targetPort"))
                    .isEqualTo(port.path("name"));
            // Ten seconds for requests and twenty for the relay's last batch.
            assertThat(manifests.pod(name).path("terminationGracePeriodSeconds").asInt())
                    .isGreaterThan(
                            container.at("/lifecycle/preStop/sleep/seconds").asInt() + 30);
        }
    }

    /** An image that keeps the name of the base has no registry. */
    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void everyImageHasARegistryAndAVersion(Manifests manifests) {
        for (String name : manifests.ofKind("Deployment").keySet()) {
            assertThat(manifests.container(name).path("image").asText())
                    .matches("[a-z.]+\\.[a-z]+/parley/" + name + "(:[0-9.]+|@sha256:[0-9a-f]{64})");
        }
    }

    /** A wrong label would silently exclude a service from the network policies. */
    @Test
    void overlaysHaveAllServices() {
        assertThat(Manifests.of("production").ofKind("Deployment"))
                .containsOnlyKeys("ledger", "archive", "desk")
                .allSatisfy((name, deployment) -> assertThat(
                                PodLabels.ofPod(deployment).all())
                        .isEqualTo(Map.of("app.kubernetes.io/name", name, "app.kubernetes.io/part-of", "parley")));
    }
}

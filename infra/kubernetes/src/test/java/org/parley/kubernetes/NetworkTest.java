package org.parley.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.testkit.prerequisite.Prerequisite;
import org.parley.testkit.prerequisite.Requires;

/** Which pod reaches which, by all network policies together. */
@Requires(Prerequisite.KUSTOMIZE)
class NetworkTest {
    private static final String HERE = "parley";

    /** A pod in a namespace. */
    private record Pod(String name, String namespace, PodLabels labels) {}

    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void everyServiceReachesOnlyWhatItNeeds(Manifests manifests) {
        List<Pod> from = List.of(
                service(manifests, "ledger"),
                service(manifests, "archive"),
                service(manifests, "desk"),
                new Pod("database", HERE, PodLabels.ofDatabase("parley-db")),
                new Pod("stranger", HERE, new PodLabels(Map.of())),
                new Pod("ingress", "ingress-nginx", new PodLabels(Map.of())),
                new Pod("prometheus", "monitoring", new PodLabels(Map.of())),
                new Pod("database operator", "cnpg-system", new PodLabels(Map.of())),
                new Pod("neighbour", "default", new PodLabels(Map.of("app.kubernetes.io/part-of", "parley"))));
        List<Pod> to = from.stream().filter(pod -> pod.namespace().equals(HERE)).toList();
        TreeSet<String> reached = new TreeSet<>();
        for (Pod one : from) {
            for (Pod other : to) {
                for (int port : new int[] {8080, 5432, 8000}) {
                    if (allows(manifests, one, other, port)) {
                        reached.add(one.name() + " -> " + other.name() + " " + port);
                    }
                }
            }
        }

        assertThat(reached)
                .containsExactlyInAnyOrder(
                        "ingress -> desk 8080",
                        "prometheus -> desk 8080",
                        "prometheus -> ledger 8080",
                        "prometheus -> archive 8080",
                        "desk -> ledger 8080",
                        "desk -> archive 8080",
                        "desk -> database 5432",
                        "ledger -> database 5432",
                        "archive -> database 5432",
                        "database -> database 5432",
                        "database -> database 8000",
                        "database operator -> database 8000");
    }

    /** Strimzi's own policies allow the ingress of the listener's peers; this checks the egress. */
    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void ledgerAndArchiveReachKafka(Manifests manifests) {
        Pod broker = new Pod("broker", HERE, PodLabels.ofBroker("parley-kafka"));
        JsonNode listener = manifests.get("Kafka", "parley-kafka").at("/spec/kafka/listeners/0");
        assertThat(manifests.ofKind("Deployment").keySet())
                .filteredOn(name -> lets(manifests, service(manifests, name), broker, 9093, "Egress")
                        && Manifests.elements(listener.path("networkPolicyPeers"))
                                .anyMatch(peer -> isPeer(peer, service(manifests, name))))
                .containsExactlyInAnyOrder("ledger", "archive");
        assertThat(listener.path("port").asInt()).isEqualTo(9093);
    }

    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void everyServiceReachesDns(Manifests manifests) {
        Pod names = new Pod("names", "kube-system", new PodLabels(Map.of()));
        assertThat(manifests.ofKind("Deployment").keySet())
                .allMatch(name -> lets(manifests, service(manifests, name), names, 53, "Egress"));
    }

    private static Pod service(Manifests manifests, String name) {
        return new Pod(name, HERE, PodLabels.ofPod(manifests.get("Deployment", name)));
    }

    private static boolean allows(Manifests manifests, Pod from, Pod to, int port) {
        return lets(manifests, from, to, port, "Egress") && lets(manifests, from, to, port, "Ingress");
    }

    /**
     * A pod that no policy selects for a direction is unrestricted in it; otherwise everything that one of its policies
     * allows is allowed.
     */
    private static boolean lets(Manifests manifests, Pod from, Pod to, int port, String direction) {
        boolean out = "Egress".equals(direction);
        Pod ruled = out ? from : to;
        if (!ruled.namespace().equals(HERE)) {
            return true;
        }
        List<JsonNode> policies = manifests.ofKind("NetworkPolicy").values().stream()
                .map(policy -> policy.path("spec"))
                .filter(spec -> Manifests.texts(spec.path("policyTypes")).contains(direction))
                .filter(spec -> ruled.labels().match(spec.path("podSelector")))
                .toList();
        return policies.isEmpty()
                || policies.stream()
                        .flatMap(spec -> Manifests.elements(spec.path(out ? "egress" : "ingress")))
                        .anyMatch(rule -> isPort(manifests, rule.path("ports"), port)
                                && isAnyPeer(rule.path(out ? "to" : "from"), out ? to : from));
    }

    private static boolean isAnyPeer(JsonNode peers, Pod pod) {
        return peers instanceof MissingNode || Manifests.elements(peers).anyMatch(peer -> isPeer(peer, pod));
    }

    private static boolean isPeer(JsonNode peer, Pod pod) {
        boolean namespace = peer.has("namespaceSelector")
                ? new PodLabels(Map.of("kubernetes.io/metadata.name", pod.namespace()))
                        .match(peer.path("namespaceSelector"))
                : pod.namespace().equals(HERE);
        return namespace && pod.labels().match(peer.path("podSelector"));
    }

    private static boolean isPort(Manifests manifests, JsonNode ports, int port) {
        int http = manifests.container("desk").at("/ports/0/containerPort").asInt();
        return Manifests.elements(ports)
                .map(allowed -> allowed.path("port"))
                .anyMatch(allowed -> (allowed.isTextual() ? http : allowed.asInt()) == port);
    }
}

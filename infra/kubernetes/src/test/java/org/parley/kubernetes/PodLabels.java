package org.parley.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The labels of a pod. */
record PodLabels(Map<String, String> all) {
    static PodLabels ofPod(JsonNode deployment) {
        return new PodLabels(deployment.at("/spec/template/metadata/labels").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText())));
    }

    /** The labels that CloudNativePG gives to an instance of PostgreSQL. */
    static PodLabels ofDatabase(String cluster) {
        return new PodLabels(Map.of("cnpg.io/cluster", cluster, "cnpg.io/podRole", "instance"));
    }

    /** The labels that Strimzi gives to a broker. */
    static PodLabels ofBroker(String kafka) {
        return new PodLabels(
                Map.of("strimzi.io/cluster", kafka, "strimzi.io/kind", "Kafka", "strimzi.io/name", kafka + "-kafka"));
    }

    static Collection<PodLabels> ofAllPods(Manifests manifests) {
        List<PodLabels> pods = new ArrayList<>();
        manifests.ofKind("Deployment").values().forEach(deployment -> pods.add(ofPod(deployment)));
        manifests.ofKind("Cluster").keySet().forEach(cluster -> pods.add(ofDatabase(cluster)));
        manifests.ofKind("Kafka").keySet().forEach(kafka -> pods.add(ofBroker(kafka)));
        return pods;
    }

    /** Whether a label selector selects the pod; an empty selector selects every pod. */
    boolean match(JsonNode selector) {
        return holds(selector.path("matchLabels"))
                && Manifests.elements(selector.path("matchExpressions")).allMatch(this::satisfies);
    }

    /** Whether the pod has all of these labels. */
    boolean holds(JsonNode labels) {
        return labels.properties().stream()
                .allMatch(label -> label.getValue().asText().equals(all.get(label.getKey())));
    }

    private boolean satisfies(JsonNode expression) {
        String operator = expression.path("operator").asText();
        if (!"In".equals(operator)) {
            throw new IllegalArgumentException("no manifest has used the operator " + operator + " yet");
        }
        String value = all.get(expression.path("key").asText());
        return value != null && Manifests.texts(expression.path("values")).contains(value);
    }
}

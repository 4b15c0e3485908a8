package org.parley.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All resources that an overlay applies to the cluster. */
record Manifests(String overlay, List<JsonNode> resources) {
    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();
    private static final String WITH_BACKUP = "with-backup";

    /** All variants that can be installed; production also with the backup component. */
    static Collection<Manifests> all() {
        return Stream.of("small", "production", WITH_BACKUP).map(Manifests::of).toList();
    }

    static Manifests of(String overlay) {
        return RENDERED.computeIfAbsent(overlay, Manifests::render);
    }

    private static Manifests render(String overlay) {
        try {
            Path folder = WITH_BACKUP.equals(overlay)
                    ? withBackup()
                    : Kustomize.ROOT.resolve("overlays").resolve(overlay);
            List<JsonNode> resources = YAML.readerFor(JsonNode.class)
                    .<JsonNode>readValues(Kustomize.render(folder))
                    .readAll();
            return new Manifests(overlay, resources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path withBackup() throws IOException {
        Path folder = Files.createDirectories(Kustomize.ROOT.resolve("target/kustomize"));
        Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: parley
                resources: [../../overlays/production]
                components: [../../components/backup]
                """);
        return folder;
    }

    /** The resources of a kind by name. */
    Map<String, JsonNode> ofKind(String kind) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        resources.stream()
                .filter(resource -> kind.equals(resource.path("kind").asText()))
                .forEach(resource -> found.put(resource.at("/metadata/name").asText(), resource));
        return found;
    }

    JsonNode get(String kind, String name) {
        return Optional.ofNullable(ofKind(kind).get(name))
                .orElseThrow(() -> new AssertionError(overlay + " has no " + kind + " " + name));
    }

    /** The environment variables of a service's container. */
    Map<String, String> environment(String deployment) {
        Map<String, String> all = new LinkedHashMap<>();
        JsonNode container = container(deployment);
        for (JsonNode from : container.path("envFrom")) {
            get("ConfigMap", from.at("/configMapRef/name").asText())
                    .path("data")
                    .properties()
                    .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        }
        container
                .path("env")
                .forEach(entry ->
                        all.put(entry.path("name").asText(), entry.path("value").asText()));
        return all;
    }

    JsonNode pod(String deployment) {
        return get("Deployment", deployment).at("/spec/template/spec");
    }

    JsonNode container(String deployment) {
        return pod(deployment).at("/containers/0");
    }

    /** The paths of the files of mounted secrets in a pod. */
    Map<String, Mounted> mounted(String deployment) {
        Map<String, Mounted> files = new LinkedHashMap<>();
        for (JsonNode mount : container(deployment).path("volumeMounts")) {
            JsonNode volume = elements(pod(deployment).path("volumes"))
                    .filter(v -> v.path("name").equals(mount.path("name")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(deployment + " mounts what is no volume: " + mount));
            Stream<JsonNode> secrets = Stream.concat(
                    Stream.of(volume.path("secret")),
                    elements(volume.at("/projected/sources")).map(source -> source.path("secret")));
            secrets.forEach(secret -> secret.path("items")
                    .forEach(item -> files.put(
                            mount.path("mountPath").asText() + "/"
                                    + item.path("path").asText(),
                            new Mounted(
                                    secret.path("secretName")
                                            .asText(secret.path("name").asText()),
                                    item.path("key").asText()))));
        }
        return files;
    }

    /** A key of a secret. */
    record Mounted(String secret, String key) {}

    /** Every value of a field with this name, at any depth. */
    List<JsonNode> everywhere(String field) {
        return resources.stream()
                .flatMap(resource -> resource.findValues(field).stream())
                .toList();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    @Override
    public String toString() {
        return overlay;
    }
}

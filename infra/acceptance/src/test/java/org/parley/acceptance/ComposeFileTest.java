package org.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.acceptance.environment.Shell;
import org.yaml.snakeyaml.Yaml;

/** The capabilities and networks of each container in docker-compose.yml. */
class ComposeFileTest {
    private static final Set<String> OWN_IMAGES = Set.of("parley/ledger", "parley/archive", "parley/desk");

    private final Map<String, Map<String, Object>> services;

    ComposeFileTest() throws IOException {
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml().load(Files.readString(Shell.ROOT.resolve("docker-compose.yml")));
        services = file.get("services");
        assertThat(services).containsKeys("postgres", "kafka", "ledger", "archive", "desk", "prometheus", "grafana");
    }

    @Test
    void noContainerHasOrGainsCapabilities() {
        assertThat(services).allSatisfy((name, service) -> assertThat(service)
                .as(name)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .doesNotContainKeys("cap_add", "privileged"));
    }

    @Test
    void monitoringReachesNeitherDatabaseNorBroker() {
        for (String storage : List.of("postgres", "kafka")) {
            assertThat(networks(storage)).containsExactly("services");
        }
        for (String watching : List.of("prometheus", "grafana")) {
            assertThat(networks(watching)).isNotEmpty().doesNotContain("services", "default");
        }
        assertThat(networks("grafana")).doesNotContainAnyElementsOf(networks("ledger"));
    }

    @Test
    void onlyDeskAndGrafanaArePublishedOnLocalhost() {
        assertThat(services).allSatisfy((name, service) -> {
            if (Set.of("desk", "grafana").contains(name)) {
                assertThat(strings(service.get("ports")))
                        .singleElement()
                        .asString()
                        .matches("(\\$\\{PARLEY_ADDRESS:-)?127\\.0\\.0\\.1.*");
            } else {
                assertThat(service).doesNotContainKey("ports");
            }
        });
    }

    /** For example to pin it by digest or to use another registry. */
    @Test
    void everyThirdPartyImageCanBeOverridden() {
        assertThat(services.values().stream()
                        .map(service -> String.valueOf(service.get("image")))
                        .filter(image -> !OWN_IMAGES.contains(image)))
                .hasSize(4)
                .allMatch(image -> image.matches("\\$\\{PARLEY_[A-Z]+_IMAGE:-[^@]+:[^@]+}"));
        assertThat(OWN_IMAGES.stream()
                        .map(image -> services.get(image.replace("parley/", "")).get("build")))
                .allSatisfy(build -> assertThat(build.toString()).contains("JRE=${PARLEY_JRE_IMAGE:-"));
    }

    private Collection<String> networks(String service) {
        return strings(services.get(service).get("networks"));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).collect(Collectors.toList());
    }
}

package org.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.acceptance.running.Shell;
import org.parley.testkit.prerequisite.Images;

/** The images that tests look for are those that containers are made of. */
class ImagesTest {
    private static final Pattern NAMED = Pattern.compile("(?m)^(?: +image: |ARG JRE=)(\\S+)$");

    /** Made here, or only for watching. */
    private static final List<String> OTHERS = List.of("parley/", "prom/", "grafana/");

    @Test
    void theyAreThoseOfComposeAndTheDockerfile() throws IOException {
        String both = Files.readString(Shell.ROOT.resolve("docker-compose.yml"))
                + Files.readString(Shell.ROOT.resolve("infra/docker/Dockerfile"));

        assertThat(NAMED.matcher(both).results().map(named -> named.group(1)).distinct())
                .filteredOn(image -> OTHERS.stream().noneMatch(image::startsWith))
                .containsExactlyInAnyOrderElementsOf(Images.ALL);
    }
}

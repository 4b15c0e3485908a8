package org.parley.domain.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the entry pages of the documentation. */
class PagesTest {
    private static final int README_WORDS_MAX = 1_000;
    private static final Path DECISIONS = Repository.ROOT.resolve("docs/adr");

    @Test
    void theReadmeIsShort() throws IOException {
        String[] words =
                Files.readString(Repository.ROOT.resolve("README.md")).strip().split("\\s+");

        assertThat(words).hasSizeBetween(1, README_WORDS_MAX - 1);
    }

    @Test
    void theReadmeContainsTheTwoCommands() throws IOException {
        assertThat(Files.readAllLines(Repository.ROOT.resolve("README.md")))
                .contains("mvn spring-boot:run", "mvn verify");
    }

    @Test
    void theIndexListsEveryDecision() throws IOException {
        String index = Files.readString(DECISIONS.resolve("README.md"));
        try (Stream<Path> files = Files.list(DECISIONS)) {
            List<Path> decisions = files.filter(
                            file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .toList();
            assertThat(decisions).isNotEmpty();
            for (Path decision : decisions) {
                String title = Files.readAllLines(decision).getFirst().replaceFirst("^# ", "");
                assertThat(index).contains("[" + title + "](" + decision.getFileName() + ")");
            }
        }
    }
}

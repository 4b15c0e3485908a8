package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testkit.prerequisite.Prerequisite;
import org.parley.testkit.prerequisite.Requires;

/** The documentation's examples with kcat, and what kcat is not allowed to do. */
@Requires(Prerequisite.KCAT)
@ExtendWith(SharedNewsroom.class)
class KcatTest {
    private static final long PATIENCE_SECONDS = 60;

    private final RunningNewsroom newsroom;
    private final String address;

    KcatTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        this.address = newsroom.topic().kafka().bootstrapServers();
    }

    /** The output and exit code of a command. */
    private record Printed(int exitCode, String text) {
        static Printed by(String... command) throws IOException, InterruptedException {
            Path output = Files.createTempFile("kcat", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                boolean isOver = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                process.destroyForcibly();
                assertThat(isOver).as(Files.readString(output)).isTrue();
                return new Printed(process.waitFor(), Files.readString(output, UTF_8));
            } finally {
                Files.delete(output);
            }
        }
    }

    @Test
    void everyExampleOfTheDocumentationRuns() throws Exception {
        Set<String> examples = new LinkedHashSet<>();
        for (String page : List.of("README.md", "docs/subscribers/kafka.md")) {
            List<String> shown = Files.readAllLines(Path.of("../..", page)).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith("kcat "))
                    .toList();
            assertThat(shown).as(page).isNotEmpty();
            examples.addAll(shown);
        }
        for (String example : examples) {
            assertThat(example).contains("localhost:9092");
            Printed printed = Printed.by("bash", "-c", example.replace("localhost:9092", address));
            assertThat(printed.exitCode()).as(printed.text()).isZero();
            assertThat(printed.text()).contains("ukraine-2025 ", "ce_type=org.parley.");
        }
    }

    @Test
    void anonymousClientCannotWrite() throws Exception {
        Printed printed = Printed.by(
                "bash", "-c", "echo forged | kcat -b %s -t parley.ledger.v1 -P -k ukraine-2025".formatted(address));
        assertThat(printed.exitCode()).as(printed.text()).isNotZero();
        assertThat(printed.text()).contains("authorization failed");
        // The end of the topic may move: events of an earlier test may be published at this moment.
        assertThat(newsroom.topic().of("ukraine-2025"))
                .isNotEmpty()
                .extracting(PublishedTopic.Message::value)
                .noneMatch(value -> value.contains("forged"));
    }

    @Test
    void wrongPasswordIsRefused() throws Exception {
        Printed printed = Printed.by(
                "kcat",
                "-b",
                String.valueOf(newsroom.kafkaClient("ledger").get("bootstrap.servers")),
                "-X",
                "security.protocol=SASL_PLAINTEXT",
                "-X",
                "sasl.mechanisms=PLAIN",
                "-X",
                "sasl.username=ledger",
                "-X",
                "sasl.password=guessed",
                "-m",
                "5",
                "-L");
        assertThat(printed.exitCode()).as(printed.text()).isNotZero();
        assertThat(printed.text()).doesNotContain("parley.");
    }
}

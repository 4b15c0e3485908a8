package org.parley.testkit.prerequisite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs sample tests in separate JVMs whose environment lacks prerequisites. */
class PrerequisiteTest {
    @TempDir
    private Path folder;

    @Test
    void skipsTestsWithReasonWhenPrerequisiteIsMissing() throws Exception {
        String output = run(false);

        assertThat(output).contains("SUCCEEDED 1").doesNotContain("FAILED", "ENGINE");
        assertThat(Files.readString(skipped()))
                .contains(
                        "shared/testkit: WholeClass\n  " + Prerequisite.CONTAINER_ENGINE.reason(),
                        "shared/testkit: SingleTests (needsABrowser()), SingleTests (needsTwo())\n  "
                                + Prerequisite.BROWSER.reason(),
                        "shared/testkit: SingleTests (a cut)\n  " + Prerequisite.PACKET_FILTER.reason());
        assertThat(output).contains(Files.readString(skipped()));
    }

    @Test
    void failsTestsWithReasonInCi() throws Exception {
        String output = run(true);

        assertThat(output)
                .contains("SUCCEEDED 1")
                .doesNotContain("ENGINE")
                .containsPattern("FAILED Sample.WholeClass: .*\\Q" + Prerequisite.CONTAINER_ENGINE.reason())
                .containsPattern("FAILED needsABrowser\\(\\): .*\\Q" + Prerequisite.BROWSER.reason())
                .containsPattern("FAILED needsTwo\\(\\): .*\\Q" + Prerequisite.BROWSER.reason())
                .containsPattern("FAILED a cut: .*\\Q" + Prerequisite.PACKET_FILTER.reason());
        assertThat(skipped()).doesNotExist();
    }

    @Test
    void findsProgramsOnPath() throws Exception {
        program("docker", "exit 0");
        program("google-chrome", "exit 0");
        program("kubectl", "echo 'Client Version: v1.35.0'; echo 'Kustomize Version: v5.7.1'");
        String output = run(true);

        assertThat(output).contains("SUCCEEDED 5", "ENGINE docker").doesNotContain("FAILED Whole", "FAILED needs");
    }

    @Test
    void ignoresUnresponsiveAndOutdatedPrograms() throws Exception {
        program("docker", "[ \"$1\" = compose ]");
        program("chromium", "exit 0");
        program("kubectl", "echo 'Client Version: v1.25.0'; echo 'Kustomize Version: v4.5.7'");
        String output = run(false);

        assertThat(output).contains("SUCCEEDED 2").doesNotContain("FAILED");
        assertThat(Files.readString(skipped()))
                .contains(
                        "WholeClass\n  " + Prerequisite.CONTAINER_ENGINE.reason(),
                        "SingleTests (needsTwo())\n  " + Prerequisite.KUSTOMIZE.reason());
    }

    private Path skipped() {
        return folder.resolve("skipped/tests.txt");
    }

    private void program(String name, String script) throws IOException {
        Files.writeString(
                Files.createFile(
                        folder.resolve(name),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"))),
                "#!/bin/sh\n" + script + "\n");
    }

    /** Runs the samples with only this folder on the PATH. */
    private String run(boolean isCi) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dbasedir="
                                + System.getProperty(
                                        "basedir", Path.of("").toAbsolutePath().toString()),
                        "-Dparley.skipped-tests=" + skipped(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sample.class.getName())
                .redirectErrorStream(true);
        program.environment().put("PATH", folder.toString());
        program.environment().put("DOCKER_HOST", "unix:///nonexistent");
        program.environment().remove("CI");
        if (isCi) {
            program.environment().put("CI", "true");
        }
        Process process = program.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}

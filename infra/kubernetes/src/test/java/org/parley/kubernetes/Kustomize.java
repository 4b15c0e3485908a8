package org.parley.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.testkit.prerequisite.Prerequisite;

/** Runs this machine's kustomize. Tests that need it require {@link Prerequisite#KUSTOMIZE}. */
final class Kustomize {
    /** The folder of the manifests. */
    static final Path ROOT = Path.of("").toAbsolutePath();

    private Kustomize() {}

    /**
     * The rendered manifests of a folder.
     *
     * @throws AssertionError when kustomize fails or warns
     */
    static String render(Path folder) {
        List<String> command = new ArrayList<>(Prerequisite.KUSTOMIZE.found());
        command.add(folder.toString());
        Run run = Run.of(command);
        // Warnings fail too, for example about a deprecated field.
        if (run.exit() != 0 || !run.errorOutput().isBlank()) {
            throw new AssertionError(command + " ended with " + run.exit() + ": " + run.errorOutput());
        }
        return run.output();
    }

    private record Run(int exit, String output, String errorOutput) {
        static Run of(List<String> command) {
            try {
                Path errors = Files.createTempFile("kustomize", ".txt");
                Process process = new ProcessBuilder(command)
                        .redirectError(errors.toFile())
                        .start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int exit = process.waitFor();
                String errorOutput = Files.readString(errors);
                Files.delete(errors);
                return new Run(exit, output, errorOutput);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

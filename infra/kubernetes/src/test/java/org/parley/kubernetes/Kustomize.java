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
        List<String> asked = new ArrayList<>(Prerequisite.KUSTOMIZE.found());
        asked.add(folder.toString());
        Run run = Run.of(asked);
        // Warnings fail too, for example about a deprecated field.
        if (run.exit() != 0 || !run.trouble().isBlank()) {
            throw new AssertionError(asked + " ended with " + run.exit() + ": " + run.trouble());
        }
        return run.said();
    }

    private record Run(int exit, String said, String trouble) {
        static Run of(List<String> command) {
            try {
                Path errors = Files.createTempFile("kustomize", ".txt");
                Process process = new ProcessBuilder(command)
                        .redirectError(errors.toFile())
                        .start();
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int exit = process.waitFor();
                String trouble = Files.readString(errors);
                Files.delete(errors);
                return new Run(exit, said, trouble);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

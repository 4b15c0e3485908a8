package org.parley.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The program that renders, as it is found on this machine. */
final class Kustomize {
    /** Where the manifests are. */
    static final Path ROOT = Path.of("").toAbsolutePath();

    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.\\d+\\.\\d+");
    private static final int OLDEST = 5;

    private final List<String> command;

    private Kustomize(List<String> command) {
        this.command = command;
    }

    /** Where there is none that is new enough nothing of this is run, and it is said; where {@code CI} is set that fails. */
    static Kustomize find() {
        if (isNew(List.of("kustomize", "version"), "")) {
            return new Kustomize(List.of("kustomize", "build"));
        }
        if (isNew(List.of("kubectl", "version", "--client"), "Kustomize Version: ")) {
            return new Kustomize(List.of("kubectl", "kustomize"));
        }
        String missing = "neither kustomize nor a kubectl with kustomize " + OLDEST + " or later is on this machine";
        if (System.getenv("CI") != null) {
            throw new AssertionError(missing);
        }
        return Assumptions.abort("NOT RUN: " + missing);
    }

    private static boolean isNew(List<String> asked, String before) {
        try {
            Run run = Run.of(asked);
            Matcher version = VERSION.matcher(run.said());
            return run.exit() == 0
                    && run.said().contains(before)
                    && version.find(run.said().indexOf(before))
                    && Integer.parseInt(version.group(1)) >= OLDEST;
        } catch (UncheckedIOException e) {
            return false; // there is no such program
        }
    }

    /** What comes out for a folder. */
    String render(Path folder) {
        List<String> asked = new ArrayList<>(command);
        asked.add(folder.toString());
        Run run = Run.of(asked);
        // Warnings too, such as of a field that goes out of use.
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

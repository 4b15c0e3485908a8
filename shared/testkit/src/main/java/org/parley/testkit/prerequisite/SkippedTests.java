package org.parley.testkit.prerequisite;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells which tests were skipped and why: on the console after a module's tests, and in the file that the system property
 * {@code parley.skipped-tests} names, to which all modules of one build append and whose content the last one prints.
 */
public final class SkippedTests implements TestExecutionListener {
    private static final String FILE = "parley.skipped-tests";

    private final Map<String, List<String>> namesByReason = new TreeMap<>();
    private Optional<TestPlan> plan = Optional.empty();

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = Optional.of(started);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            note(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        String told = text(Path.of(System.getProperty("basedir", "")).toAbsolutePath());
        if (!told.isEmpty()) {
            System.out.println(told);
            Optional.ofNullable(System.getProperty(FILE)).map(Path::of).ifPresent(file -> append(file, told));
        }
        namesByReason.clear();
    }

    private synchronized void note(TestIdentifier test, String reason) {
        namesByReason.computeIfAbsent(reason, key -> new ArrayList<>()).add(name(test));
    }

    private synchronized String text(Path module) {
        int depth = module.getNameCount();
        Path name = module.subpath(Math.max(0, depth - 2), depth); // such as services/ledger
        return namesByReason.entrySet().stream()
                .map(skipped -> "SKIPPED in %s: %s\n  %s\n"
                        .formatted(name, String.join(", ", skipped.getValue()), skipped.getKey()))
                .collect(Collectors.joining());
    }

    /** The class, and the test if it is only one of its tests. */
    private String name(TestIdentifier test) {
        Optional<TestIdentifier> above = Optional.of(test);
        while (above.isPresent()) {
            if (above.get().getSource().orElse(null) instanceof ClassSource source) {
                String type = source.getJavaClass().getSimpleName();
                return above.get().equals(test) ? type : type + " (" + test.getDisplayName() + ")";
            }
            TestIdentifier below = above.get();
            above = plan.flatMap(all -> all.getParent(below));
        }
        return test.getDisplayName();
    }

    private static void append(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

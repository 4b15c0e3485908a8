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
 * Reports the skipped tests with the reasons: on the console after the tests of a module, and in the file of the system
 * property {@code parley.skipped-tests}. All modules of a build append to that file, and the last one prints it.
 */
public final class SkippedTestReport implements TestExecutionListener {
    private static final String FILE = "parley.skipped-tests";

    private final Map<String, List<String>> namesByReason = new TreeMap<>();
    private Optional<TestPlan> plan = Optional.empty();

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = Optional.of(started);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        record(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            record(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        String report = report(Path.of(System.getProperty("basedir", "")).toAbsolutePath());
        if (!report.isEmpty()) {
            System.out.println(report);
            Optional.ofNullable(System.getProperty(FILE)).map(Path::of).ifPresent(file -> append(file, report));
        }
        namesByReason.clear();
    }

    private synchronized void record(TestIdentifier test, String reason) {
        namesByReason.computeIfAbsent(reason, key -> new ArrayList<>()).add(name(test));
    }

    private synchronized String report(Path module) {
        int depth = module.getNameCount();
        Path name = module.subpath(Math.max(0, depth - 2), depth); // such as services/ledger
        return namesByReason.entrySet().stream()
                .map(skipped -> "SKIPPED in %s: %s\n  %s\n"
                        .formatted(name, String.join(", ", skipped.getValue()), skipped.getKey()))
                .collect(Collectors.joining());
    }

    /** The name of the class, followed by the test if only a single test was skipped. */
    private String name(TestIdentifier test) {
        Optional<TestIdentifier> ancestor = Optional.of(test);
        while (ancestor.isPresent()) {
            if (ancestor.get().getSource().orElse(null) instanceof ClassSource source) {
                String type = source.getJavaClass().getSimpleName();
                return ancestor.get().equals(test) ? type : type + " (" + test.getDisplayName() + ")";
            }
            TestIdentifier child = ancestor.get();
            ancestor = plan.flatMap(all -> all.getParent(child));
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

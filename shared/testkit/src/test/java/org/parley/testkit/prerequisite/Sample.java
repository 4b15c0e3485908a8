package org.parley.testkit.prerequisite;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Sample tests with prerequisites, and the program that runs them; {@link PrerequisiteTest} sets its environment. */
final class Sample {
    private Sample() {}

    public static void main(String[] arguments) {
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClasses(WholeClass.class, SingleTests.class))
                                .build(),
                        summary);
        summary.getSummary()
                .getFailures()
                .forEach(failure -> System.out.printf(
                        "FAILED %s: %s%n",
                        failure.getTestIdentifier().getDisplayName(),
                        failure.getException().getMessage()));
        System.out.printf("SUCCEEDED %d%n", summary.getSummary().getTestsSucceededCount());
    }

    static final class Engine implements ParameterResolver, ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Prerequisite.evaluate(Prerequisite.CONTAINER_ENGINE);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return true;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Prerequisite.CONTAINER_ENGINE.found().getFirst();
        }
    }

    @ExtendWith(Engine.class)
    static class WholeClass {
        WholeClass(String engine) {
            System.out.println("ENGINE " + engine);
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    static class SingleTests {
        @Test
        void needsNothing() {}

        @Test
        @Requires(Prerequisite.BROWSER)
        void needsABrowser() {}

        @Test
        @Requires({Prerequisite.BROWSER, Prerequisite.KUSTOMIZE})
        void needsTwo() {}

        @TestFactory
        Stream<DynamicTest> dynamic() {
            return Stream.of(DynamicTest.dynamicTest("a cut", Prerequisite.PACKET_FILTER::require));
        }
    }
}

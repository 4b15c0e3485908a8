package org.parley.acceptance.environment;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.parley.testkit.prerequisite.Prerequisite;

/**
 * Injects the {@link ComposeEnvironment} of this run into test classes. It is shared, because its start takes longest. If it
 * cannot be started, the tests are skipped.
 */
public final class SharedCompose implements ParameterResolver, ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Prerequisite.evaluate(Prerequisite.CONTAINER_ENGINE, Prerequisite.CONTAINER_IMAGES);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ComposeEnvironment.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // JUnit's store closes it after the last test.
        return context.getRoot()
                .getStore(Namespace.create(SharedCompose.class))
                .computeIfAbsent(ComposeEnvironment.class, key -> ComposeEnvironment.up(), ComposeEnvironment.class);
    }
}

package org.parley.testkit.prerequisite;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Evaluates {@link Requires}. */
final class PrerequisiteCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Prerequisite> missing = AnnotationSupport.findAnnotation(context.getElement(), Requires.class).stream()
                .flatMap(requires -> Stream.of(requires.value()))
                .filter(prerequisite -> !prerequisite.isPresent())
                .findFirst();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("everything needed is here");
        }
        missing.get().failInCi();
        return ConditionEvaluationResult.disabled(missing.get().reason());
    }
}

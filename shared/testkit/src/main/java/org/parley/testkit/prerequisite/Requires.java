package org.parley.testkit.prerequisite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Declares the prerequisites of a test. If one is missing, the test is skipped before it is instantiated or a parameter
 * is resolved; if the environment variable {@code CI} is set, it fails instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PrerequisiteCondition.class)
public @interface Requires {
    Prerequisite[] value();
}

package org.parley.testkit.prerequisite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a test needs of the machine. Where it is missing the test is skipped, before an instance of it is made or a parameter
 * is resolved; where the environment variable {@code CI} is set it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PrerequisiteCondition.class)
public @interface Requires {
    Prerequisite[] value();
}

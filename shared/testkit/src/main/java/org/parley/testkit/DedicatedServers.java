package org.parley.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Marks a test class that starts, stops or kills its own servers or processes, and mostly waits for them. If the
 * module's {@code junit-platform.properties} permit it, the class runs in parallel to the classes that share fixtures,
 * which run one after another; only one marked class runs at a time. It must not change any state that is shared in the
 * JVM.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("own servers")
public @interface DedicatedServers {}

package org.parley.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Sets the defaults of Awaitility. It polls at once, then after 10 ms, 20 ms and so on up to the default of 100 ms: most
 * conditions hold before the 200 ms of the default second poll. A condition may take a minute, because a busy machine
 * takes longer than the default of 10 s.
 */
public final class PollingDefaults implements TestExecutionListener {
    private static final Duration FIRST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        Awaitility.setDefaultTimeout(PATIENCE);
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(IterativePollInterval.iterative(PollingDefaults::next, FIRST));
    }

    private static Duration next(Duration interval) {
        Duration doubled = interval.multipliedBy(2);
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}

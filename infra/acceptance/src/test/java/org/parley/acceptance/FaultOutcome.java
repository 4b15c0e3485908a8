package org.parley.acceptance;

import java.time.Duration;
import org.parley.acceptance.check.Findings;
import org.parley.acceptance.fault.Fault;
import org.parley.acceptance.load.ClientStatistics;

/**
 * The outcome of a fault.
 *
 * @param lasted from the injection of the fault to its removal
 * @param noticed what clients observed, from the injection until all developments were readable again
 * @param readAgain the time from the removal until all acknowledged developments were readable
 * @param findings the findings of the check after the fault
 * @param agreed whether the content hashes of all states were equal, as a word for the table
 */
record FaultOutcome(
        Fault fault, Duration lasted, ClientStatistics noticed, Duration readAgain, Findings findings, String agreed) {
    static final String HEADER = """
            | what happened | for | commands meant to | accepted | 503 | 502 | no answer | slowest answer | longest pause | questions answered | not answered | all read again after | lost | doubled | out of order | repeats on Kafka | states agree |
            | --- | --: | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |
            """;

    String row() {
        return "| %s | %s | %s | %d | %d | %d | %d | %s | %s | %d | %d | %s | %d | %d | %d | %d | %s |%n"
                .formatted(
                        fault.name(),
                        seconds(lasted.toMillis()),
                        fault.meanwhile(),
                        noticed.accepted(),
                        noticed.unavailable(),
                        noticed.badGateway(),
                        noticed.unanswered(),
                        seconds(noticed.slowestMs()),
                        seconds(noticed.pauseMs()),
                        noticed.asked(),
                        noticed.notAnswered(),
                        seconds(readAgain.toMillis()),
                        findings.lost().size(),
                        findings.doubled().size(),
                        findings.reordered().size(),
                        findings.repeats(),
                        agreed);
    }

    private static String seconds(long ms) {
        return "%d.%d s".formatted(ms / 1000, ms % 1000 / 100);
    }
}

package org.parley.acceptance;

import java.time.Duration;
import org.parley.acceptance.check.Findings;
import org.parley.acceptance.fault.Fault;
import org.parley.acceptance.load.Noticed;

/**
 * What came of a fault.
 *
 * @param lasted from when it began to happen until it was put right
 * @param noticed by clients, from its beginning until all was read again
 * @param readAgain how long after it was put right all that had been acknowledged was read
 * @param findings of the check after it
 * @param agreed whether the fingerprints of all states agreed; as a word
 */
record Outcome(Fault fault, Duration lasted, Noticed noticed, Duration readAgain, Findings findings, String agreed) {
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

package org.parley.acceptance;

import java.util.List;
import java.util.stream.Collectors;

/** The outcomes of a run, for people. */
record Table(List<Outcome> outcomes, List<Agreement.Result> results, int rounds, long seed) {
    private static final String RESULTS = """
            | negotiation | acknowledged | lost | doubled | out of order | never acknowledged | repeats on Kafka | state as read, rebuilt, folded offline |
            | --- | --: | --: | --: | --: | --: | --: | --- |
            """;

    String text() {
        return """
                # Faults and what came of them

                Made by the run: `%s`, on %d cores.
                Two ledgers, two archives, one desk, one Kafka, one PostgreSQL; three negotiations, each logged to by two
                editors who send a command again, with its id, until it is answered for good. A pause is the longest time in
                which one of the negotiations had no command accepted. *All read again* is when everything acknowledged had
                come by Kafka and by Server-Sent Events to those who followed all the time.

                %s%s
                At the end, all of it: the topic from its beginning, the export, the trail, and who followed.

                %s%s""".formatted(
                        command(),
                        Runtime.getRuntime().availableProcessors(),
                        Outcome.HEADER,
                        outcomes.stream().map(Outcome::row).collect(Collectors.joining()),
                        RESULTS,
                        results.stream().map(Table::row).collect(Collectors.joining()));
    }

    private String command() {
        return rounds == 0
                ? "mvn verify"
                : "mvn verify -Pfaults -Dparley.faults.rounds=%d -Dparley.faults.seed=%d".formatted(rounds, seed);
    }

    private static String row(Agreement.Result result) {
        return "| %s | %d | %d | %d | %d | %d | %d | %s |%n"
                .formatted(
                        result.negotiation(),
                        result.acknowledged(),
                        result.findings().lost().size(),
                        result.findings().doubled().size(),
                        result.findings().reordered().size(),
                        result.findings().foreign().size(),
                        result.findings().repeats(),
                        result.hashes().size() == 1
                                ? "`" + result.hashes().iterator().next().substring(0, 19) + "…`, all the same"
                                : "DIFFERENT: " + result.hashes());
    }
}

package org.parley.acceptance;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.acceptance.fault.Fault;
import org.parley.acceptance.fault.FaultCatalogue;

/** The results of a run as a Markdown table, grouped by fault in the order of {@link FaultCatalogue}. */
record FaultTable(List<FaultOutcome> outcomes, List<ConsistencyCheck.Result> results, int rounds, long seed) {
    private static final String RESULTS = """
            | negotiation | acknowledged | lost | doubled | out of order | never acknowledged | repeats on Kafka | state as read, rebuilt, folded offline |
            | --- | --: | --: | --: | --: | --: | --: | --- |
            """;

    String text() {
        List<String> names = FaultCatalogue.all().stream().map(Fault::name).toList();
        return """
                `%s`, on %d cores:

                %s%s
                At the end, all of it: the topic from its beginning, the export, the trail, and what followers saw.

                %s%s""".formatted(
                        command(),
                        Runtime.getRuntime().availableProcessors(),
                        FaultOutcome.HEADER,
                        outcomes.stream()
                                .sorted(Comparator.comparing(
                                        outcome -> names.indexOf(outcome.fault().name())))
                                .map(FaultOutcome::row)
                                .collect(Collectors.joining()),
                        RESULTS,
                        results.stream().map(FaultTable::row).collect(Collectors.joining()));
    }

    private String command() {
        return rounds == 0
                ? "mvn verify"
                : "mvn verify -Pfaults -Dparley.faults.rounds=%d -Dparley.faults.seed=%d".formatted(rounds, seed);
    }

    private static String row(ConsistencyCheck.Result result) {
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

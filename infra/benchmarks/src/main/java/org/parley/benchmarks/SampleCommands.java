package org.parley.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.parley.testkit.ApiClient;

/** Commands of the usual kind and size: a party states a position on a question. */
final class SampleCommands {
    /** The number of negotiations when there are many. */
    static final int MANY = 50;

    private SampleCommands() {}

    /** Opens negotiations with one party and one question each. */
    static void open(ApiClient client, String prefix, int negotiations) {
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < negotiations; n++) {
            lines.append("""
                    {"command":"OpenNegotiation","negotiation":"%1$s-%2$d","title":"Talks"}
                    {"command":"AdmitParty","negotiation":"%1$s-%2$d","party":"USA","name":"USA","partyKind":"STATE"}
                    {"command":"RaiseQuestion","negotiation":"%1$s-%2$d","matter":"q","title":"Q","theme":"SECURITY"}
                    """.formatted(prefix, n));
        }
        client.batch(lines.toString()).forEach(result -> {
            if (result.path("status").asInt() >= 300) {
                throw new IllegalStateException("A negotiation was not opened: " + result);
            }
        });
    }

    /** Commands that are dealt to the negotiations in turn; each has its own id. */
    static List<String> positions(String prefix, int negotiations, int count) {
        List<String> commands = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            commands.add(position(prefix + "-" + i % negotiations, UUID.randomUUID()));
        }
        return commands;
    }

    /** The same number of commands for each negotiation, one negotiation after the other. */
    static List<String> runs(String prefix, int negotiations, int count) {
        List<String> commands = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            commands.add(position(prefix + "-" + (int) ((long) i * negotiations / count), UUID.randomUUID()));
        }
        return commands;
    }

    static String position(String negotiation, UUID id) {
        return """
                {"command":"StatePosition","negotiation":"%s","matter":"q","developmentId":"%s","occurred":"2025-08-15",\
                "by":"USA","stance":"OPPOSES","summary":"%s",\
                "evidence":{"sources":[{"publisher":"A","title":"A report"}]}}""".formatted(
                negotiation, id, "No guarantee without a ceasefire. ".repeat(8).strip());
    }
}

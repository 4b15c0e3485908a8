package org.parley.cli;

import java.io.PrintWriter;
import java.util.List;
import org.parley.contract.Json;
import picocli.CommandLine.ExitCode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What went wrong, as printed on standard error: a sentence, or with {@code --json} an object in the shape of the
 * server's own problems (RFC 9457).
 *
 * @param problem with {@code exitCode} beside what every problem has
 */
record Failure(ObjectNode problem, int exitCode) {
    private static final String JSON = "--json";

    static Failure of(Exception failure, int exitCode) {
        ObjectNode problem = Json.MAPPER.createObjectNode();
        problem.put("type", "about:blank");
        problem.put("title", exitCode == ExitCode.USAGE ? "Wrong usage" : "Refused");
        problem.put("detail", failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
        if (failure instanceof Refused refused && refused.problem() != null) {
            // As the server told it, but for the sentence, which names the server.
            refused.problem().properties().stream()
                    .filter(member -> !member.getKey().equals("detail"))
                    .forEach(member -> problem.set(member.getKey(), member.getValue()));
        }
        problem.put("exitCode", exitCode);
        return new Failure(problem, exitCode);
    }

    /** Whether answers are to be JSON, even where the arguments are wrong otherwise. */
    static boolean wantsJson(List<String> arguments) {
        return arguments.contains(JSON);
    }

    /** Prints it; returns the exit code. */
    int print(PrintWriter err, List<String> arguments) {
        err.println(
                wantsJson(arguments)
                        ? Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(problem)
                        : "parley: " + problem.path("detail").asString());
        return exitCode;
    }
}

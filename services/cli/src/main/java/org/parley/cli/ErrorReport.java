package org.parley.cli;

import java.io.PrintWriter;
import java.util.List;
import org.parley.cli.server.CommandFailedException;
import org.parley.contract.Json;
import picocli.CommandLine.ExitCode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error as printed on standard error: a sentence, or with {@code --json} a problem document (RFC 9457) like the
 * server's.
 *
 * @param problem the problem document, extended by {@code exitCode}
 */
record ErrorReport(ObjectNode problem, int exitCode) {
    private static final String JSON = "--json";

    static ErrorReport of(Exception failure, int exitCode) {
        ObjectNode problem = Json.MAPPER.createObjectNode();
        problem.put("type", "about:blank");
        problem.put("title", exitCode == ExitCode.USAGE ? "Wrong usage" : "Refused");
        problem.put("detail", failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
        if (failure instanceof CommandFailedException refused && refused.problem() != null) {
            // The server's problem, except for the detail: the message of the exception also names the server.
            refused.problem().properties().stream()
                    .filter(member -> !member.getKey().equals("detail"))
                    .forEach(member -> problem.set(member.getKey(), member.getValue()));
        }
        problem.put("exitCode", exitCode);
        return new ErrorReport(problem, exitCode);
    }

    /** Whether the output is JSON; decided before the arguments are parsed, since they may be invalid. */
    static boolean wantsJson(List<String> arguments) {
        return arguments.contains(JSON);
    }

    /** Prints the error and returns the exit code. */
    int print(PrintWriter err, List<String> arguments) {
        err.println(
                wantsJson(arguments)
                        ? Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(problem)
                        : "parley: " + problem.path("detail").asString());
        return exitCode;
    }
}

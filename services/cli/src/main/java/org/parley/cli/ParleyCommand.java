package org.parley.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The program. Exit codes: 0 success, 1 refused or verification failed, 2 wrong usage. */
@Command(
        name = "parley",
        mixinStandardHelpOptions = true,
        version = "parley 0.1.0",
        description = "Verifies, reads and replays the trails of negotiations, and imports files.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            VerifyCommand.class,
            ExportCommand.class,
            StateCommand.class,
            TrailCommand.class,
            DiffCommand.class,
            ReplayCommand.class,
            ImportCommand.class
        })
public final class ParleyCommand {
    /** The exit code when the command was refused or the verification failed. */
    static final int REFUSED = 1;

    private ParleyCommand() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        System.exit(code);
    }

    /** Runs the program and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine parley = new CommandLine(new ParleyCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    int code = failure instanceof IllegalArgumentException ? ExitCode.USAGE : REFUSED;
                    ErrorReport.of(failure, code).print(command.getErr(), Arrays.asList(arguments));
                    return code;
                });
        CommandLine.IParameterExceptionHandler defaultHandler = parley.getParameterExceptionHandler();
        return parley.setParameterExceptionHandler((wrong, given) -> ErrorReport.wantsJson(Arrays.asList(given))
                        ? ErrorReport.of(wrong, ExitCode.USAGE)
                                .print(wrong.getCommandLine().getErr(), Arrays.asList(given))
                        : defaultHandler.handleParseException(wrong, given))
                .execute(arguments);
    }
}

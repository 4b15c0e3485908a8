package org.parley.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The program: 0 is fine, 1 is refused or failed verification, 2 is wrong usage. */
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
public final class Parley {
    /** What was asked for was refused, or is not as it should be. */
    static final int REFUSED = 1;

    private Parley() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        System.exit(code);
    }

    /** Runs the program; returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine parley = new CommandLine(new Parley())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    int code = failure instanceof IllegalArgumentException ? ExitCode.USAGE : REFUSED;
                    Failure.of(failure, code).print(command.getErr(), Arrays.asList(arguments));
                    return code;
                });
        CommandLine.IParameterExceptionHandler plain = parley.getParameterExceptionHandler();
        return parley.setParameterExceptionHandler((wrong, given) -> Failure.wantsJson(Arrays.asList(given))
                        ? Failure.of(wrong, ExitCode.USAGE)
                                .print(wrong.getCommandLine().getErr(), Arrays.asList(given))
                        : plain.handleParseException(wrong, given))
                .execute(arguments);
    }
}

package org.parley.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.imports.ImportOutput;
import org.parley.cli.imports.RowSender;
import org.parley.table.ImportFile;
import org.parley.table.ImportReader;
import org.parley.table.ImportRow;
import org.parley.table.report.RowReport;
import org.parley.table.report.RowVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Records the developments of a file: CSV, TSV or NDJSON. A dry run checks every row first; rows"
                + " that are refused or seem to be recorded already are left out and reported. Importing a file twice"
                + " records nothing twice.")
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file; '-' is standard input.")
    private Path file = Path.of("");

    @Option(
            names = "--negotiation",
            paramLabel = "NEGOTIATION",
            required = true,
            description = "The slug of the negotiation of rows that do not name one.")
    private String negotiation = "";

    @Option(names = "--dry-run", description = "Only checks every row; records nothing.")
    private boolean dryRun;

    @Option(
            names = "--again",
            description = "Also records rows that seem to be recorded already or are repeated in the file.")
    private boolean again;

    @Option(names = "--encoding", paramLabel = "NAME", description = "The file's encoding; detected if not given.")
    private @Nullable Charset encoding;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Mixin
    private ServerOptions from = new ServerOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RowSender sender = new RowSender(from.server(), negotiation);
        ImportFile read = new ImportReader(negotiation, sender.vocabulary()).read(bytes(), encoding);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (!read.refusals().isEmpty()) {
            ImportOutput.of(read, List.of(), dryRun).print(out, json);
            return ParleyCommand.REFUSED;
        }
        List<RowReport> reports = sender.tried(read.rows());
        if (!dryRun) {
            reports = sender.recorded(read.rows(), reports, this::rowToSend);
        }
        ImportOutput.of(read, reports, dryRun).print(out, json);
        boolean refused = reports.stream().anyMatch(report -> report.verdict() == RowVerdict.REFUSED);
        return refused ? ParleyCommand.REFUSED : ExitCode.OK;
    }

    private @Nullable ImportRow rowToSend(ImportRow row, RowReport report) {
        if (report.verdict() == RowVerdict.READY) {
            return row;
        } else if (again && report.verdict().isAsked()) {
            return report.verdict() == RowVerdict.ALREADY_RECORDED ? row.withNewId() : row;
        }
        return null;
    }

    private byte[] bytes() throws IOException {
        if (file.toString().equals("-")) {
            return limited(System.in);
        } else if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("the file " + file + " cannot be read");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return limited(in);
        }
    }

    /** Reads at most one byte more than the limit, which is enough to refuse the file. */
    private static byte[] limited(InputStream in) throws IOException {
        return in.readNBytes(ImportReader.BYTES_MAX + 1);
    }
}

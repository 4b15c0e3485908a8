package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.cli.server.CommandFailedException;
import org.parley.cli.server.ServerClient;
import org.parley.cli.trail.ExportFile;
import org.parley.cli.verify.ExportVerification;
import org.parley.contract.Json;
import org.parley.contract.proof.SignedNote;
import org.parley.contract.proof.TrailCheckpoint;
import org.parley.contract.proof.TreeHash;
import org.parley.contract.proof.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Downloads a trail with everything that is needed to verify it later: FILE, FILE.checkpoint,"
                + " FILE.key and FILE.leaves. It is verified at once.")
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NEGOTIATION", description = "Its slug, such as ukraine-2025.")
    private String negotiation = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Mixin
    private ServerOptions from = new ServerOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ServerClient server = from.server();
        String path = "/api/negotiations/" + negotiation;
        String key = server.text("/api/log-key");
        String note = server.text(path + "/checkpoint"); // before the export, because the trail may grow in between
        TrailCheckpoint checkpoint =
                TrailCheckpoint.parse(SignedNote.parse(note).text());
        List<byte[]> all = ExportFile.lines(server.get(path + "/export?format=ndjson"));
        if (all.size() < checkpoint.size()) {
            throw new CommandFailedException(
                    "the export has %d entries, but the checkpoint covers %d".formatted(all.size(), checkpoint.size()));
        }
        List<byte[]> lines = all.subList(0, (int) checkpoint.size());
        ExportVerification done = ExportVerification.of(
                lines,
                new ExportVerification.Basis(
                        VerifierKey.parse(key.strip()), List.of(SignedNote.parse(note)), null, false));
        if (!done.isFine()) {
            throw new CommandFailedException("the export is not what the server signed: "
                    + done.findings().getFirst().detail());
        }
        write("", lines.stream().map(line -> new String(line, StandardCharsets.UTF_8) + "\n"));
        write(".checkpoint", Stream.of(note));
        write(".key", Stream.of(key));
        write(".leaves", lines.stream().map(line -> TreeHash.ofLeaf(line).base64() + "\n"));
        tell(Objects.requireNonNull(spec).commandLine().getOut(), done);
        return ExitCode.OK;
    }

    private void write(String suffix, Stream<String> parts) throws IOException {
        Files.writeString(Path.of(out + suffix), parts.collect(Collectors.joining()), StandardCharsets.UTF_8);
    }

    private void tell(PrintWriter to, ExportVerification done) {
        if (json) {
            to.println(Json.MAPPER
                    .createObjectNode()
                    .put("negotiation", negotiation)
                    .put("size", done.size())
                    .put("rootHash", done.root().base64())
                    .put("file", out.toString()));
        } else {
            to.printf("%s: %,d entries in %s, checked against the checkpoint.%n", negotiation, done.size(), out);
        }
    }
}

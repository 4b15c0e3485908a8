package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.trail.ExportFile;
import org.parley.cli.verify.ExportVerification;
import org.parley.cli.verify.Finding;
import org.parley.cli.verify.PublicComparison;
import org.parley.contract.Json;
import org.parley.contract.proof.SignedNote;
import org.parley.contract.proof.TrailCheckpoint;
import org.parley.contract.proof.TreeHash;
import org.parley.contract.proof.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code parley verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Verifies an export against signed checkpoints, without a server, and names the positions at which"
                        + " entries were altered, dropped, inserted, moved or renumbered. With --public, also"
                        + " compares a public export with what this trail lets out.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EXPORT", description = "The export (NDJSON); '-' is standard input.")
    private Path export = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The verifier key (name+id+key), or a file that holds it; EXPORT.key if not given. Get it from"
                            + " somebody you trust: a forger of an export can create a key for it too.")
    private @Nullable String key;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A signed checkpoint; several locate a change better. EXPORT.checkpoint if not given.")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(
            names = "--leaves",
            paramLabel = "FILE",
            description = "The hashes of all signed lines in base64, one per line: with them the position of every"
                    + " change is named. EXPORT.leaves if not given, if that file exists.")
    private @Nullable Path leaves;

    @Option(names = "--allow-uncovered", description = "Allows entries after the last one that a checkpoint covers.")
    private boolean uncovered;

    @Option(
            names = "--public",
            paramLabel = "PUBLIC",
            description = "The public export (NDJSON): computes it from EXPORT and names the first line that differs."
                    + " Without a key and EXPORT.key, only this is verified.")
    private @Nullable Path publicExport;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        VerifierKey verifier = isComparedOnly() ? null : key();
        List<byte[]> lines = ExportFile.lines(export);
        ExportVerification done = verifier == null
                ? null
                : ExportVerification.of(lines, new ExportVerification.Basis(verifier, notes(), leaves(), uncovered));
        PublicComparison compared =
                publicExport == null ? null : PublicComparison.of(lines, ExportFile.lines(publicExport));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json(done, compared)));
        } else {
            if (verifier != null && done != null) {
                print(out, done, verifier);
            }
            if (compared != null) {
                print(out, compared);
            }
        }
        return isFine(done, compared) ? ExitCode.OK : ParleyCommand.REFUSED;
    }

    /** Whether nothing names a key, and a public export is to be compared. */
    private boolean isComparedOnly() {
        return publicExport != null && key == null && checkpoints.isEmpty() && !Files.exists(withSuffix(".key"));
    }

    private static boolean isFine(@Nullable ExportVerification done, @Nullable PublicComparison compared) {
        return (done == null || done.isFine()) && (compared == null || compared.isSame());
    }

    private Path withSuffix(String suffix) {
        return Path.of(export + suffix);
    }

    private VerifierKey key() {
        if (key != null && key.contains("+") && !Files.exists(Path.of(key))) {
            return VerifierKey.parse(key.strip());
        }
        return VerifierKey.parse(
                read(key == null ? withSuffix(".key") : Path.of(key), "--key").strip());
    }

    private List<SignedNote> notes() {
        List<Path> files = checkpoints.isEmpty() ? List.of(withSuffix(".checkpoint")) : checkpoints;
        return files.stream()
                .map(file -> SignedNote.parse(read(file, "--checkpoint")))
                .toList();
    }

    private @Nullable List<TreeHash> leaves() {
        Path file = leaves == null ? withSuffix(".leaves") : leaves;
        if (leaves == null && !Files.exists(file)) {
            return null;
        }
        return read(file, "--leaves").lines().map(TreeHash::parse).toList();
    }

    private static String read(Path file, String option) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + "; name another one with " + option);
        }
    }

    private void print(PrintWriter out, ExportVerification done, VerifierKey verifier) {
        out.printf("%s: %,d entries%n", done.negotiation(), done.size());
        out.println("  root         " + done.root().base64());
        if (done.contentHash() != null) {
            out.println("  state        " + done.contentHash());
        }
        for (TrailCheckpoint checkpoint : done.checkpoints()) {
            out.printf(
                    "  checkpoint   %,d entries, %s%n",
                    checkpoint.size(), checkpoint.root().base64());
        }
        out.println("  signed with  " + verifier
                + (key == null ? " (found next to the export: make sure that it is the right one)" : ""));
        for (Finding finding : done.findings()) {
            out.println(finding.kind() + ": " + finding.detail());
        }
        out.println(
                done.isFine() ? "OK: the export is what was signed." : "FAILED: the export is not what was signed.");
    }

    private static void print(PrintWriter out, PublicComparison compared) {
        out.printf(
                "public: %,d lines; the trail%s lets out %,d%n",
                compared.size(),
                compared.negotiation().isEmpty() ? "" : " of " + compared.negotiation(),
                compared.expected());
        PublicComparison.Difference difference = compared.difference();
        if (difference == null) {
            out.println("OK: the public export is what the trail lets out.");
        } else {
            out.printf("%s: line %,d: %s%n", difference.kind(), difference.line(), difference.detail());
            out.println("FAILED: the public export is not what the trail lets out.");
        }
    }

    private static ObjectNode json(@Nullable ExportVerification done, @Nullable PublicComparison compared) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("ok", isFine(done, compared));
        if (done != null) {
            put(json, done);
        }
        if (compared != null) {
            ObjectNode comparison = json.putObject("public");
            comparison.put("ok", compared.isSame());
            comparison.put("size", compared.size());
            comparison.put("expected", compared.expected());
            PublicComparison.Difference difference = compared.difference();
            if (difference != null) {
                comparison
                        .putObject("difference")
                        .put("line", difference.line())
                        .put("problem", difference.kind().name())
                        .put("detail", difference.detail());
            }
        }
        return json;
    }

    private static void put(ObjectNode json, ExportVerification done) {
        json.put("negotiation", done.negotiation());
        json.put("size", done.size());
        json.put("rootHash", done.root().base64());
        json.put("contentHash", done.contentHash());
        ArrayNode checkpoints = json.putArray("checkpoints");
        done.checkpoints().forEach(checkpoint -> checkpoints
                .addObject()
                .put("size", checkpoint.size())
                .put("rootHash", checkpoint.root().base64()));
        ArrayNode problems = json.putArray("problems");
        done.findings().forEach(finding -> problems.addObject()
                .put("position", finding.position())
                .put("problem", finding.kind().name())
                .put("detail", finding.detail()));
    }
}

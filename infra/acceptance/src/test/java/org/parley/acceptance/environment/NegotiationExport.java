package org.parley.acceptance.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** A negotiation's verifiable export. */
public record NegotiationExport(String negotiation, String lines, String checkpoint, String key) {
    public static NegotiationExport of(DeskClient desk, String negotiation) {
        String path = "/api/negotiations/" + negotiation;
        return new NegotiationExport(
                negotiation,
                desk.get(path + "/export?format=ndjson").body(),
                desk.get(path + "/checkpoint").body(),
                desk.get("/api/log-key").body());
    }

    public List<JsonNode> events() {
        return lines.lines().map(Json.MAPPER::readTree).toList();
    }

    /**
     * Verifies the export with the command line.
     *
     * @return the content hash of the state folded from it
     */
    public String verify() {
        try {
            Path folder = Files.createTempDirectory("export");
            Path trail = Files.writeString(folder.resolve("trail.ndjson"), lines);
            Path keyFile = Files.writeString(folder.resolve("key.txt"), key);
            Path checkpointFile = Files.writeString(folder.resolve("checkpoint.txt"), checkpoint);
            String output = Shell.run(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    Shell.ROOT.resolve("services/cli/target/parley.jar").toString(),
                    "verify",
                    trail.toString(),
                    "--key",
                    keyFile.toString(),
                    "--checkpoint",
                    checkpointFile.toString(),
                    "--json");
            return Json.MAPPER
                    .readTree(output.substring(output.indexOf('{')))
                    .path("contentHash")
                    .asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.parley.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.cli.server.CommandFailedException;
import org.parley.cli.trail.ExportFile;
import org.parley.contract.PublishedEvent;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for the source of a trail: a server or an export file. In both cases it is folded locally. */
final class TrailSourceOptions {
    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Reads this verifiable export instead of a server's trail; '-' is standard input.")
    private @Nullable Path export;

    @Mixin
    private ServerOptions from = new ServerOptions();

    /**
     * The events of a negotiation's trail.
     *
     * @throws CommandFailedException when the trail cannot be read or belongs to another negotiation
     */
    List<PublishedEvent> events(String negotiation) {
        List<byte[]> lines = export == null
                ? ExportFile.lines(from.server().get("/api/negotiations/" + negotiation + "/export?format=ndjson"))
                : ExportFile.lines(export);
        List<PublishedEvent> events = ExportFile.events(lines);
        for (PublishedEvent event : events) {
            if (!event.subject().negotiation().equals(negotiation)) {
                throw new CommandFailedException(
                        "the export is of " + event.subject().negotiation() + ", not of " + negotiation);
            }
        }
        return events;
    }
}

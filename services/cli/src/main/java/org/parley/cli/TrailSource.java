package org.parley.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for the source of a trail: a server or an export file. In both cases it is folded locally. */
final class TrailSource {
    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Reads this verifiable export instead of asking a server; '-' is standard input.")
    private @Nullable Path export;

    @Mixin
    private ServerOption from = new ServerOption();

    /**
     * The events of a negotiation's trail.
     *
     * @throws Refused when the trail cannot be read or belongs to another negotiation
     */
    List<PublishedEvent> events(String negotiation) {
        List<byte[]> lines = export == null
                ? ExportFile.lines(from.server().get("/api/negotiations/" + negotiation + "/export?format=ndjson"))
                : ExportFile.lines(export);
        List<PublishedEvent> events = ExportFile.events(lines);
        for (PublishedEvent event : events) {
            if (!event.subject().negotiation().equals(negotiation)) {
                throw new Refused("the export is of " + event.subject().negotiation() + ", not of " + negotiation);
            }
        }
        return events;
    }
}

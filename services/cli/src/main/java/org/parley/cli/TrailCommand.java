package org.parley.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.cli.trail.KnownHistory;
import org.parley.cli.trail.RecordedEntry;
import org.parley.cli.trail.ReplayStep;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.history.ActiveEmbargo;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.history.Standing;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.state.NegotiationHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code parley trail}. */
@Command(
        name = "trail",
        mixinStandardHelpOptions = true,
        description = "All entries in the order recorded, with their standing.")
final class TrailCommand extends TrailSubcommand {
    @Option(names = "--kind", description = "Only matters of this kind, such as ceasefire.")
    private @Nullable String kind;

    @Option(names = "--matter", description = "Only the matters of this slug.")
    private @Nullable String matter;

    @Option(names = "--type", description = "Only events of this type, such as CeasefireRejected.")
    private @Nullable String type;

    @Option(names = "--editor", description = "Only what this editor logged.")
    private @Nullable String editor;

    @Option(names = "--q", paramLabel = "TEXT", description = "Only entries whose sentence contains this text.")
    private @Nullable String text;

    @Override
    public Integer call() {
        requireKnown();
        List<PublishedEvent> trail = source.events(negotiation);
        Instant knownAt = times.knownAt(trail);
        NegotiationHistory history = KnownHistory.at(negotiation, trail, knownAt);
        List<RecordedEntry> entries = RecordedEntry.of(negotiation, trail).stream()
                .filter(said -> said.event().position() <= history.lastPosition())
                .filter(said -> !times.isAsOfGiven()
                        || !said.entry().development().start().isAfter(times.asOf(history)))
                .map(said -> said.withNamesKnownIn(history))
                .filter(this::matches)
                .toList();
        PrintWriter out = out();
        if (json) {
            print(json(entries, history));
        } else {
            entries.forEach(said -> out.println(line(said, history)));
        }
        return ExitCode.OK;
    }

    /** An unknown kind or type would match nothing, as if nothing had been recorded, so it is refused. */
    private void requireKnown() {
        if (kind != null && MatterKind.ofSlug(kind).isEmpty()) {
            throw new IllegalArgumentException("there is no kind of matter '" + kind + "'; there are "
                    + Stream.of(MatterKind.values()).map(MatterKind::slug).collect(Collectors.joining(", ")));
        }
        if (type != null && !DomainCatalogue.events().containsKey(type)) {
            throw new IllegalArgumentException("there is no event type '" + type + "'; there are "
                    + String.join(", ", DomainCatalogue.events().keySet()));
        }
    }

    private boolean matches(RecordedEntry said) {
        PublishedEvent event = said.event();
        return (kind == null || kind.equals(event.subject().kind().slug()))
                && (matter == null || matter.equals(event.subject().slug()))
                && (type == null || type.equals(event.type().event()))
                && (editor == null || editor.equals(event.editor()))
                && (text == null || said.sentence().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    private static String line(RecordedEntry said, NegotiationHistory history) {
        List<String> marks = marks(said, history);
        return "%5d  %s  %s%s"
                .formatted(
                        said.event().position(),
                        ReplayStep.date(said.event().recordedAt()),
                        said.sentence(),
                        marks.isEmpty() ? "" : " [" + String.join(", ", marks) + "]");
    }

    /** The marks of an entry: its standing unless effective, dispute, embargo, and whether it changes no state. */
    private static List<String> marks(RecordedEntry said, NegotiationHistory history) {
        RecordedHistory matter = history.matter(said.event().subject()).orElseThrow();
        UUID id = said.event().developmentId();
        Set<String> marks = new LinkedHashSet<>();
        marks.add(matter.standing(id).name());
        if (matter.isDisputed(id)) {
            marks.add(Standing.DISPUTED.name());
        }
        marks.remove(Standing.EFFECTIVE.name());
        marks.remove(Standing.HELD.name());
        matter.embargo(id)
                .ifPresent(embargo ->
                        marks.add(Standing.HELD.name() + (embargo.until() == null ? "" : " until " + embargo.until())));
        if (matter.isDisregarded(id)) {
            marks.add("DISREGARDED");
        }
        return List.copyOf(marks);
    }

    private static ObjectNode json(List<RecordedEntry> entries, NegotiationHistory history) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode array = json.putArray("entries");
        for (RecordedEntry said : entries) {
            RecordedHistory matter = history.matter(said.event().subject()).orElseThrow();
            UUID id = said.event().developmentId();
            ObjectNode entry = said.json()
                    .put("standing", matter.standing(id).name())
                    .put("disputed", matter.isDisputed(id))
                    .put("held", matter.embargo(id).isPresent());
            matter.embargo(id).map(ActiveEmbargo::until).ifPresent(until -> entry.put("heldUntil", until.text()));
            array.add(entry.put("disregarded", matter.isDisregarded(id)));
        }
        return json;
    }
}

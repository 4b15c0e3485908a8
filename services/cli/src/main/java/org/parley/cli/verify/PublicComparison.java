package org.parley.cli.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.cli.trail.ExportFile;
import org.parley.contract.CanonicalEvent;
import org.parley.contract.Json;
import org.parley.contract.PublicEvent;
import org.parley.contract.PublishedEvent;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.publication.PublicEntry;
import org.parley.domain.publication.PublicTrail;
import tools.jackson.databind.JsonNode;

/**
 * Compares a public export with what the rules of the public trail make of a trail.
 *
 * @param negotiation the slug of the negotiation; empty if the trail is
 * @param size the number of lines of the public export
 * @param expected the number of lines that the trail lets out
 * @param difference the first line that differs; null if none does
 */
public record PublicComparison(
        String negotiation,
        long size,
        long expected,
        @Nullable Difference difference) {

    /**
     * A line of the public export that differs.
     *
     * @param line the line number, from 1: the public position
     * @param kind how it differs
     * @param detail a description in a sentence
     */
    public record Difference(long line, Kind kind, String detail) {}

    /** How a line differs. */
    public enum Kind {
        /** The line is not the one that the trail lets out there. */
        DIFFERENT,
        /** The public export ends before this line. */
        MISSING,
        /** The trail lets out no more lines. */
        UNEXPECTED
    }

    public boolean isSame() {
        return difference == null;
    }

    /**
     * Compares the lines of two exports, each without its line break, in UTF-8.
     *
     * @param trail the export of the whole trail, which is trusted here
     * @param published the public export
     * @throws org.parley.cli.server.CommandFailedException when a line of the trail is not an event
     * @throws IllegalArgumentException when the trail lacks a position
     */
    public static PublicComparison of(List<byte[]> trail, List<byte[]> published) {
        List<PublishedEvent> events = ExportFile.events(trail);
        List<byte[]> expected = publicLines(events);
        String negotiation = events.isEmpty() ? "" : events.getFirst().subject().negotiation();
        return new PublicComparison(negotiation, published.size(), expected.size(), difference(expected, published));
    }

    /** The lines of the public export of a trail. */
    static List<byte[]> publicLines(List<PublishedEvent> trail) {
        List<byte[]> lines = new ArrayList<>();
        if (trail.isEmpty()) {
            return lines;
        }
        PublicTrail publicTrail = new PublicTrail(trail.getFirst().subject().negotiation(), PublicEvent.NOTICE_IDS);
        Map<UUID, PublishedEvent> recorded = new HashMap<>();
        for (PublishedEvent event : trail) {
            recorded.put(event.developmentId(), event);
            for (PublicEntry entry : publicTrail.step(event.entry())) {
                lines.add(CanonicalEvent.of(PublicEvent.of(entry, recorded(entry, recorded))));
            }
        }
        return lines;
    }

    private static @Nullable PublishedEvent recorded(PublicEntry entry, Map<UUID, PublishedEvent> events) {
        LedgerEntry recorded = entry.recorded();
        if (recorded == null) {
            return null;
        }
        PublishedEvent event = events.get(recorded.developmentId());
        if (event == null) {
            throw new IllegalStateException("the trail has no event " + recorded.developmentId());
        }
        return event.canonical();
    }

    private static @Nullable Difference difference(List<byte[]> expected, List<byte[]> published) {
        int common = Math.min(expected.size(), published.size());
        for (int i = 0; i < common; i++) {
            if (!Arrays.equals(expected.get(i), published.get(i))) {
                return new Difference(i + 1L, Kind.DIFFERENT, differing(expected.get(i), published.get(i)));
            }
        }
        if (expected.size() > common) {
            return new Difference(
                    common + 1L, Kind.MISSING, "it ends before " + named(expected.get(common)) + ", which is public");
        }
        if (published.size() > common) {
            return new Difference(
                    common + 1L,
                    Kind.UNEXPECTED,
                    "the trail lets out no more, and this is " + named(published.get(common)));
        }
        return null;
    }

    private static String differing(byte[] expected, byte[] found) {
        JsonNode ours = json(expected);
        JsonNode theirs = json(found);
        if (!theirs.isObject()) {
            return "it should be " + named(expected) + ", and is no event";
        }
        if (!ours.path("id").equals(theirs.path("id"))) {
            return "it should be " + named(expected) + ", and is " + named(found);
        }
        Set<String> names = new TreeSet<>(ours.propertyNames());
        names.addAll(theirs.propertyNames());
        names.removeIf(name -> ours.path(name).equals(theirs.path(name)));
        return named(expected) + " differs in "
                + (names.isEmpty() ? "the form of its JSON, which is not canonical" : String.join(", ", names));
    }

    private static JsonNode json(byte[] line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (RuntimeException e) {
            return Json.MAPPER.missingNode();
        }
    }

    private static String named(byte[] line) {
        JsonNode event = json(line);
        String type = event.path("type").asString("");
        return type.isEmpty() ? "no event" : type + " (" + event.path("id").asString("") + ")";
    }
}

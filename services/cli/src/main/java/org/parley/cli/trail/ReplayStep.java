package org.parley.cli.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.history.FoldStep;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.state.EntrySentence;
import org.parley.domain.state.NegotiationHistory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A step of a replay: something was recorded, or occurred.
 *
 * @param at when, on the axis of the replay; {@link Instant#MIN} is before everything
 * @param line the step as a line of text
 * @param json the step as a JSON object
 */
public record ReplayStep(Instant at, String line, ObjectNode json) {
    private static final int MINUTES = "2025-08-15T20:00".length();

    /** A step on the axis of transaction time. */
    public static ReplayStep recorded(RecordedEntry said) {
        Instant at = said.event().recordedAt();
        return new ReplayStep(at, line(date(at), said.sentence(), said.before(), said.after()), said.json());
    }

    /** A step on the axis of valid time, as known at {@code knownAt}. */
    public static ReplayStep happened(
            NegotiationHistory known,
            RecordedHistory history,
            Occurrence occurrence,
            Instant knownAt,
            @Nullable MatterState before,
            FoldStep step) {
        MatterState after = step.state();
        LedgerEntry entry = new LedgerEntry(
                occurrence.developmentId(),
                history.address(),
                occurrence.position(),
                knownAt,
                "",
                occurrence.development());
        String sentence = EntrySentence.of(known, entry);
        String occurred = occurrence.development().occurred() == null
                ? "before everything"
                : occurrence.development().occurred().text();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("position", occurrence.position());
        json.put("developmentId", occurrence.developmentId().toString());
        json.put("type", occurrence.event().type());
        json.put("kind", history.address().kind().slug());
        json.put("matter", history.address().slug());
        json.put("occurred", occurred);
        json.put("summary", sentence);
        json.put("disputed", occurrence.disputed());
        json.put("held", occurrence.held());
        json.put("disregarded", step.disregarded());
        json.put("before", before == null ? null : before.status().name());
        json.put("after", after == null ? null : after.status().name());
        String marks = (occurrence.disputed() ? " (disputed)" : "")
                + (occurrence.held() ? " (held)" : "")
                + (step.disregarded() ? " (disregarded)" : "");
        return new ReplayStep(occurrence.start(), line(occurred, sentence + marks, before, after), json);
    }

    private static String line(
            String date, String sentence, @Nullable MatterState before, @Nullable MatterState after) {
        String from = before == null ? "-" : before.status().name();
        String to = after == null ? "-" : after.status().name();
        return "%-17s  %s%s".formatted(date, sentence, from.equals(to) ? "" : "  [" + from + " → " + to + "]");
    }

    /** An instant to the minute, in UTC. */
    public static String date(Instant at) {
        return PublishedEvent.time(at).substring(0, MINUTES) + "Z";
    }
}

package org.parley.contract.state;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.diff.MatterChange;
import org.parley.domain.diff.MatterStateAsOf;
import org.parley.domain.diff.NegotiationDiff;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The difference between two states of a negotiation as JSON. */
public final class DiffJson {
    private DiffJson() {}

    /** The time axis along which the two states differ. */
    public enum Axis {
        /** Two instants of the time of occurrence, as known at one instant. */
        WORLD("knownAt"),
        /** Two instants of the time of recording, as of one instant. */
        KNOWLEDGE("asOf");

        private final String fixed;

        Axis(String fixed) {
            this.fixed = fixed;
        }

        /** The name in parameters and responses. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The difference together with its query. When a correction changes only a date that the state does not contain,
     * before and after are equal; the change is still listed, with its causes.
     *
     * @param from the earlier instant on the axis
     * @param to the later instant on the axis
     * @param fixed the instant on the other axis, which both states share
     */
    public static ObjectNode of(
            String negotiation, Axis axis, Instant from, Instant to, Instant fixed, NegotiationDiff diff) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("negotiation", negotiation);
        json.put("axis", axis.text());
        json.put("from", PublishedEvent.time(from));
        json.put("to", PublishedEvent.time(to));
        json.put(axis.fixed, PublishedEvent.time(fixed));
        ArrayNode changes = json.putArray("changes");
        diff.changes().forEach(change -> changes.add(of(change)));
        return json;
    }

    private static ObjectNode of(MatterChange change) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("kind", change.matter().kind().slug());
        json.put("matter", change.matter().slug());
        set(json, "before", change.before());
        set(json, "after", change.after());
        ArrayNode because = json.putArray("because");
        change.because().stream().map(UUID::toString).forEach(because::add);
        return json;
    }

    private static void set(ObjectNode json, String field, @Nullable MatterStateAsOf seen) {
        if (seen == null) {
            json.putNull(field);
        } else {
            json.set(field, StateJson.of(seen));
        }
    }
}

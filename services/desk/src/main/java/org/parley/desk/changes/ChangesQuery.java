package org.parley.desk.changes;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.written.DateParameter;
import org.parley.domain.time.Edtf;
import org.parley.domain.time.InvalidDateException;

/**
 * The query parameters of the page: what to compare.
 *
 * @param axis {@code world} or {@code knowledge}
 * @param from the earlier point: a date, an instant, or the address of a page with its times
 * @param to the later point in the same forms; blank for now
 * @param page the page of the answer, from 1
 */
record ChangesQuery(
        @Nullable String axis,
        @Nullable String from,
        @Nullable String to,
        @Nullable Integer page) {
    private static final String WORLD = "world";

    /** The same with dates in EDTF, however they are written; what is no date stays as it is. */
    ChangesQuery withDatesRead(Clock clock) {
        return new ChangesQuery(axis, dateRead(from, clock), dateRead(to, clock), page);
    }

    private static @Nullable String dateRead(@Nullable String text, Clock clock) {
        return isBlank(text)
                ? text
                : DateParameter.find(Objects.requireNonNull(text), clock).orElse(text);
    }

    /** Whether it compares what was known, not what was the case. */
    boolean isAboutKnowledge() {
        return "knowledge".equals(axis);
    }

    /** The axis, which is the world's unless the other one is requested. */
    public String axisOrDefault() {
        return axis == null || axis.isBlank() ? WORLD : axis;
    }

    /** Whether anything was asked; a page without an earlier point only has the form. */
    public boolean isAsked() {
        return !isBlank(from) || !isBlank(to);
    }

    int pageOrFirst() {
        return page == null || page < 1 ? 1 : page;
    }

    /**
     * What the archive is asked.
     *
     * @param parameters the parameters of the archive's query; empty if something is wrong
     * @param errors the keys of the messages of what is wrong, by field
     */
    public record Resolved(Map<String, Object> parameters, Map<String, String> errors) {
        /** The point of a field, of a date of several days the last; null for now. */
        public @Nullable String point(String field) {
            Object point = parameters.get(field);
            return point == null
                    ? null
                    : point.toString().indexOf('/') < 0 || point.toString().contains("..")
                            ? point.toString()
                            : Edtf.parse(point.toString()).lastDay().toString();
        }

        /** The time on the other axis, at which both are compared; null for now. */
        @Nullable String other() {
            Object other = parameters.getOrDefault("knownAt", parameters.get("asOf"));
            return other == null ? null : other.toString();
        }
    }

    /** Reads both points. The time on the other axis is that of the later address, or else that of the page. */
    Resolved resolve(String negotiation, BitemporalPoint moment) {
        Map<String, String> errors = new LinkedHashMap<>();
        String first = point("from", from, negotiation, errors);
        String last = point("to", to, negotiation, errors);
        if (first == null && !errors.containsKey("from")) {
            errors.put("from", "changes.error.from");
        }
        if (!errors.isEmpty()) {
            return new Resolved(Map.of(), errors);
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("axis", axisOrDefault());
        parameters.put("from", first);
        if (last != null) {
            parameters.put("to", last);
        }
        String other = otherAxis(moment);
        if (other != null) {
            parameters.put(isAboutKnowledge() ? "asOf" : "knownAt", other);
        }
        return new Resolved(parameters, errors);
    }

    private @Nullable String otherAxis(BitemporalPoint moment) {
        Optional<StoryAddress> later = isBlank(to) ? address(from) : address(to);
        if (later.isPresent()) {
            return isAboutKnowledge() ? later.get().asOf() : later.get().knownAt();
        }
        return isAboutKnowledge() ? moment.asOf() : moment.knownAt();
    }

    /** A point on the axis of this query; null for now, or if it is wrong. */
    private @Nullable String point(
            String field, @Nullable String text, String negotiation, Map<String, String> errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Optional<StoryAddress> story = address(text);
        if (story.isEmpty()) {
            String date = text.strip();
            if (!isTime(date)) {
                errors.put(field, "changes.error.date");
            }
            return date;
        }
        if (!negotiation.equals(story.get().negotiation())) {
            errors.put(field, "changes.error.elsewhere");
            return null;
        }
        String time = isAboutKnowledge() ? story.get().knownAt() : story.get().asOf();
        if (time == null
                && (field.equals("from")
                        || story.get().asOf() != null
                        || story.get().knownAt() != null)) {
            errors.put(field, isAboutKnowledge() ? "changes.error.noKnownAt" : "changes.error.noAsOf");
        } else if (time != null && !isTime(time)) {
            errors.put(field, "changes.error.date");
        }
        return time;
    }

    private static Optional<StoryAddress> address(@Nullable String text) {
        return text == null ? Optional.empty() : StoryAddress.parse(text);
    }

    private static boolean isTime(String text) {
        try {
            Edtf.parse(text);
            return true;
        } catch (InvalidDateException | DateTimeException e) {
            return isInstant(text);
        }
    }

    private static boolean isInstant(String text) {
        try {
            return Instant.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

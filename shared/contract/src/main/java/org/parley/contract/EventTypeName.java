package org.parley.contract;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.matter.Event;

/**
 * The name of an event type as stored and published: {@code org.parley.CeasefireRejected.v1}. It is not a class name:
 * classes may move, stored names never change.
 *
 * @param event the event type: {@code CeasefireRejected}
 * @param version the version of its JSON, from 1
 */
public record EventTypeName(String event, int version) {
    private static final Map<String, EventTypeName> KNOWN = DomainCatalogue.events().keySet().stream()
            .map(event -> new EventTypeName(event, 1))
            .collect(Collectors.toUnmodifiableMap(EventTypeName::toString, Function.identity()));
    private static final Pattern FORM = Pattern.compile("org\\.parley\\.([A-Za-z]+)\\.v([0-9]{1,4})");

    /** The name under which this version writes an event. */
    public static EventTypeName of(Event event) {
        return new EventTypeName(event.type(), 1);
    }

    /**
     * Parses a name.
     *
     * @throws UnknownEventTypeException when this version does not know the type or its version
     */
    public static EventTypeName parse(String text) {
        EventTypeName known = KNOWN.get(text);
        if (known != null) {
            return known; // without a regular expression, since every event read is named
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new UnknownEventTypeException(text);
        }
        EventTypeName name = new EventTypeName(parts.group(1), Integer.parseInt(parts.group(2)));
        name.eventClass();
        return name;
    }

    /** The URN of the JSON Schema of its data. */
    String schema() {
        return "urn:parley:schema:" + event + ":v" + version;
    }

    /** The class of the events with this name. */
    Class<? extends Event> eventClass() {
        Class<? extends Event> known = DomainCatalogue.events().get(event);
        if (known == null || version != 1) {
            throw new UnknownEventTypeException(toString());
        }
        return known;
    }

    @Override
    public String toString() {
        return "org.parley." + event + ".v" + version;
    }
}

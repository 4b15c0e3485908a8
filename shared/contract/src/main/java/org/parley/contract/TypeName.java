package org.parley.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.catalogue.Catalogue;
import org.parley.matter.Event;

/**
 * The name of an event type as stored and published: {@code org.parley.CeasefireRejected.v1}. It is not a class name:
 * classes may move, stored names never change.
 *
 * @param event the event type: {@code CeasefireRejected}
 * @param version the version of its JSON, from 1
 */
public record TypeName(String event, int version) {
    private static final Pattern FORM = Pattern.compile("org\\.parley\\.([A-Za-z]+)\\.v([0-9]{1,4})");

    /** The name under which this version writes an event. */
    public static TypeName of(Event event) {
        return new TypeName(event.type(), 1);
    }

    /**
     * Parses a name.
     *
     * @throws UnknownEventType when this version does not know the type or its version
     */
    public static TypeName parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new UnknownEventType(text);
        }
        TypeName name = new TypeName(parts.group(1), Integer.parseInt(parts.group(2)));
        name.eventClass();
        return name;
    }

    /** The class of the events with this name. */
    Class<? extends Event> eventClass() {
        Class<? extends Event> known = Catalogue.events().get(event);
        if (known == null || version != 1) {
            throw new UnknownEventType(toString());
        }
        return known;
    }

    @Override
    public String toString() {
        return "org.parley." + event + ".v" + version;
    }
}

package org.parley.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.catalogue.Catalogue;
import org.parley.matter.Event;

/**
 * The name of an event type as it is stored and published: {@code org.parley.CeasefireRejected.v1}. Never a class name:
 * classes may move, names may not.
 *
 * @param event the event type: {@code CeasefireRejected}
 * @param version the version of its JSON, from 1
 */
public record TypeName(String event, int version) {
    private static final Pattern FORM = Pattern.compile("org\\.parley\\.([A-Za-z]+)\\.v([0-9]{1,4})");

    /** The name under which an event is written today. */
    public static TypeName of(Event event) {
        return new TypeName(event.type(), 1);
    }

    /**
     * Reads a name.
     *
     * @throws UnknownEventType when there is no such type or version
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

    /** The class that events of this name are read as. */
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

package org.parley.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.catalogue.Catalogue;
import org.parley.editorial.EditorialCommand;
import org.parley.editorial.EditorialEvent;
import org.parley.editorial.Replacement;
import org.parley.matter.Command;
import org.parley.matter.Event;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What may stand in the place of a development, in JSON Schema: one of its types, told by its name. */
final class Replacements {
    private static final String DEFINITIONS = "$defs";

    private Replacements() {}

    /**
     * Exactly one of the definitions that {@link #define} adds.
     *
     * @param type what replaces: a {@link Replacement}, which holds a command, or a development
     */
    static ObjectNode anyOf(Class<?> type) {
        ObjectNode schema = Json.MAPPER.createObjectNode();
        ArrayNode all = schema.putArray("oneOf");
        names(type == Replacement.class).forEach(name -> all.addObject().put("$ref", "#/" + DEFINITIONS + "/" + name));
        return schema;
    }

    /** Adds the definitions of commands, each as it may replace another. */
    static void defineCommands(ObjectNode schema) {
        ObjectNode definitions = schema.putObject(DEFINITIONS);
        for (String name : names(true)) {
            Class<? extends Command> command =
                    Objects.requireNonNull(Catalogue.commands().get(name));
            definitions.set(name, part(Schemas.command(command, FieldSchema.AS_CLIENTS_WRITE, true)));
        }
    }

    /** Adds the definitions of events, each with its type beside its fields. */
    static void defineEvents(ObjectNode schema) {
        ObjectNode definitions = schema.putObject(DEFINITIONS);
        for (String name : names(false)) {
            ObjectNode event = part(Schemas.event(name));
            event.withObject("/properties").putObject("type").put("const", name);
            event.withArray("/required").add("type");
            definitions.set(name, event);
        }
    }

    private static Iterable<String> names(boolean commands) {
        return commands
                ? Catalogue.commands().entrySet().stream()
                        .filter(each -> !EditorialCommand.class.isAssignableFrom(each.getValue()))
                        .map(Map.Entry<String, Class<? extends Command>>::getKey)
                        .toList()
                : Catalogue.events().entrySet().stream()
                        .filter(each -> !EditorialEvent.class.isAssignableFrom(each.getValue()))
                        .map(Map.Entry<String, Class<? extends Event>>::getKey)
                        .toList();
    }

    /** A schema as part of another. */
    private static ObjectNode part(ObjectNode schema) {
        return schema.without(List.of("$schema", "$id"));
    }
}

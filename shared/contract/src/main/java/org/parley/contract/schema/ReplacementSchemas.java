package org.parley.contract.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.contract.Json;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.Replacement;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Event;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema for the replacements of a development: one of the command or event types, distinguished by its name. */
final class ReplacementSchemas {
    private static final String DEFINITIONS = "$defs";

    private ReplacementSchemas() {}

    /**
     * A schema that accepts exactly one of the definitions of {@link #defineCommands} or {@link #defineEvents}.
     *
     * @param type {@link Replacement} for commands; any other type for events
     */
    static ObjectNode oneOf(Class<?> type) {
        ObjectNode schema = Json.MAPPER.createObjectNode();
        ArrayNode all = schema.putArray("oneOf");
        names(type == Replacement.class).forEach(name -> all.addObject().put("$ref", "#/" + DEFINITIONS + "/" + name));
        return schema;
    }

    /** Adds a definition for each command that may be a replacement. */
    static void defineCommands(ObjectNode schema) {
        ObjectNode definitions = schema.putObject(DEFINITIONS);
        for (String name : names(true)) {
            Class<? extends Command> command =
                    Objects.requireNonNull(DomainCatalogue.commands().get(name));
            definitions.set(name, part(JsonSchemas.command(command, FieldSchema.LENIENT_COMMAND, true)));
        }
    }

    /** Adds a definition for each event, with its type among its fields. */
    static void defineEvents(ObjectNode schema) {
        ObjectNode definitions = schema.putObject(DEFINITIONS);
        for (String name : names(false)) {
            ObjectNode event = part(JsonSchemas.event(name));
            event.withObject("/properties").putObject("type").put("const", name);
            event.withArray("/required").add("type");
            definitions.set(name, event);
        }
    }

    private static Iterable<String> names(boolean commands) {
        return commands
                ? DomainCatalogue.commands().entrySet().stream()
                        .filter(entry -> !EditorialCommand.class.isAssignableFrom(entry.getValue()))
                        .map(Map.Entry<String, Class<? extends Command>>::getKey)
                        .toList()
                : DomainCatalogue.events().entrySet().stream()
                        .filter(entry -> !EditorialEvent.class.isAssignableFrom(entry.getValue()))
                        .map(Map.Entry<String, Class<? extends Event>>::getKey)
                        .toList();
    }

    /** A schema without the keywords of a standalone document. */
    private static ObjectNode part(ObjectNode schema) {
        return schema.without(List.of("$schema", "$id"));
    }
}

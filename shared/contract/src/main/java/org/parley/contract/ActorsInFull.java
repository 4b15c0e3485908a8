package org.parley.contract;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.parley.matter.Command;
import org.parley.party.Actors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the actors of a command out in full: a code becomes an actor, one alone becomes a list. */
final class ActorsInFull {
    private ActorsInFull() {}

    static void write(ObjectNode command, Class<? extends Command> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode given = command.get(component.getName());
            if (given != null && component.getType() == Actors.class) {
                command.set(component.getName(), list(given));
            }
        }
    }

    private static ArrayNode list(JsonNode given) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        (given.isArray() ? given.valueStream() : Stream.of(given))
                .map(one -> one.isString() ? Json.MAPPER.createObjectNode().put("party", one.asString()) : one)
                .forEach(list::add);
        return list;
    }
}

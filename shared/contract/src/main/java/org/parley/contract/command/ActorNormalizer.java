package org.parley.contract.command;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.parley.contract.Json;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.FieldName;
import org.parley.domain.party.Actors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Normalizes the actors of a command in place: a party code becomes an actor object, a single actor becomes a list.
 */
final class ActorNormalizer {
    private ActorNormalizer() {}

    static void normalize(ObjectNode command, Class<? extends Command> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode value = command.get(FieldName.of(component));
            if (value != null && component.getType() == Actors.class) {
                command.set(FieldName.of(component), list(value));
            }
        }
    }

    private static ArrayNode list(JsonNode value) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        (value.isArray() ? value.valueStream() : Stream.of(value))
                .map(actor -> actor.isString() ? Json.MAPPER.createObjectNode().put("party", actor.asString()) : actor)
                .forEach(list::add);
        return list;
    }
}

package org.parley.contract;

import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.catalogue.Catalogue;
import org.parley.editorial.EditorialCommand;
import org.parley.editorial.EditorialCommand.CorrectDevelopment;
import org.parley.editorial.Replacement;
import org.parley.history.LogDevelopment;
import org.parley.matter.Command;
import org.parley.matter.MatterAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells whether a command that comes under an id that is recorded is the one that was recorded under it: whether it means
 * the same, however it is written.
 *
 * @param decoded the prefix {@code decoded:} and SHA-256, in hexadecimal, of the canonical JSON of what was understood; this
 *     is what is kept
 * @param sent SHA-256 of the canonical JSON of what was sent: former versions kept that
 */
public record CommandHash(String decoded, String sent) {
    private static final String PREFIX = "decoded:";

    /** The hash of a command, whatever its id. */
    public static CommandHash of(CommandRequest request, LogDevelopment understood) {
        return new CommandHash(PREFIX + CanonicalJson.sha256(meaning(understood)), request.sentHash());
    }

    /** Whether what is kept of a command is this hash, in its form or in the former one. */
    public boolean isKeptAs(String kept) {
        return kept.equals(kept.startsWith(PREFIX) ? decoded : sent);
    }

    private static ObjectNode meaning(LogDevelopment understood) {
        ObjectNode json = Json.MAPPER.valueToTree(understood);
        json.remove("developmentId");
        json.set("command", meaning(understood.command(), understood.matter()));
        return json;
    }

    /** A command with its name, and with the defaults of the fields that were left out. */
    private static ObjectNode meaning(Command command, MatterAddress matter) {
        ObjectNode json = Json.MAPPER.valueToTree(command);
        if (command instanceof CorrectDevelopment correction) {
            json.set("replacement", meaning(correction.replacement(), matter));
        } else if (!(command instanceof EditorialCommand)) {
            addDefaults(json, command);
        }
        return json.put("command", command.type());
    }

    /** What stands in the place of a development belongs to the same matter, whether it says so or not. */
    private static ObjectNode meaning(Replacement with, MatterAddress matter) {
        ObjectNode json = Json.MAPPER.valueToTree(with);
        removeIf(json, "negotiation", with.negotiation(), matter.negotiation());
        removeIf(json, "matter", with.matter(), matter.slug());
        json.set("command", meaning(with.command(), matter));
        return json;
    }

    private static void removeIf(ObjectNode json, String field, @Nullable String value, String other) {
        if (Objects.equals(value, other)) {
            json.remove(field);
        }
    }

    /** An event has every field of its command, with its default where none was given. */
    private static void addDefaults(ObjectNode json, Command command) {
        JsonNode event = Json.MAPPER.valueToTree(
                Catalogue.step(command.getClass()).becomes().apply(command));
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            JsonNode value = event.get(component.getName());
            if (value != null) {
                json.set(component.getName(), value);
            }
        }
    }
}

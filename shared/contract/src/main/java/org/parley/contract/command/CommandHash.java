package org.parley.contract.command;

import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.contract.CanonicalJson;
import org.parley.contract.Json;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.EditorialCommand.CorrectDevelopment;
import org.parley.domain.editorial.Replacement;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.FieldName;
import org.parley.domain.matter.MatterAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hash of a command, for idempotent retries: a command with a recorded id is a retry when its hash equals the
 * stored hash. Two forms of a command with the same meaning have the same hash.
 *
 * @param decoded the prefix {@code decoded:} and the SHA-256, in hexadecimal, of the canonical JSON of the decoded
 *     command; this form is stored
 * @param sent SHA-256 of the canonical JSON of the command as sent; former versions stored this form
 */
public record CommandHash(String decoded, String sent) {
    private static final String PREFIX = "decoded:";

    /** The hash of a command without its id. */
    public static CommandHash of(CommandRequest request, CommandEnvelope decoded) {
        return new CommandHash(PREFIX + CanonicalJson.sha256(meaning(decoded)), request.sentHash());
    }

    /** Whether a stored hash, in the current or the former form, is the hash of the same command. */
    public boolean matchesStored(String stored) {
        return stored.equals(stored.startsWith(PREFIX) ? decoded : sent);
    }

    private static ObjectNode meaning(CommandEnvelope decoded) {
        ObjectNode json = Json.MAPPER.valueToTree(decoded);
        json.remove("developmentId");
        json.set("command", meaning(decoded.command(), decoded.matter()));
        return json;
    }

    /** A command with its name and the defaults of omitted fields. */
    private static ObjectNode meaning(Command command, MatterAddress matter) {
        ObjectNode json = Json.MAPPER.valueToTree(command);
        if (command instanceof CorrectDevelopment correction) {
            json.set("replacement", meaning(correction.replacement(), matter));
        } else if (!(command instanceof EditorialCommand)) {
            addDefaults(json, command);
        }
        return json.put("command", command.type());
    }

    /** A replacement belongs to the matter of its target, so a repeated address does not change the meaning. */
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

    /** The event has every field of its command, with the default where the command has none. */
    private static void addDefaults(ObjectNode json, Command command) {
        JsonNode event = Json.MAPPER.valueToTree(
                DomainCatalogue.row(command.getClass()).becomes().apply(command));
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            JsonNode value = event.get(FieldName.of(component));
            if (value != null) {
                json.set(FieldName.of(component), value);
            }
        }
    }
}

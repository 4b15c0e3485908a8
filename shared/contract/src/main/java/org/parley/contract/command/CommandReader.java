package org.parley.contract.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.CanonicalJson;
import org.parley.contract.Json;
import org.parley.contract.schema.JsonSchemas;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.Refusal.Fault;
import org.parley.domain.editorial.EditorialCommand.CorrectDevelopment;
import org.parley.domain.editorial.Replacement;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.language.BilingualText;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Embargo;
import org.parley.domain.matter.InvalidCommandException;
import org.parley.domain.time.Edtf;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads commands as clients send them and reports every fault of a command at once. Thread-safe. */
public final class CommandReader {
    private static final List<String> ENVELOPE_FIELDS =
            List.of("command", "negotiation", "matter", "developmentId", "occurred", "evidence", "note", "embargo");

    /** Shared by all readers: to build the schemas takes a second at first, and 20 ms when the JVM is warm. */
    private static final CommandValidator CHECK = new CommandValidator();

    /**
     * Reads a command.
     *
     * @param json one JSON object in UTF-8
     * @throws InvalidRequestException when it is not a valid command, with every fault and its JSON pointer
     */
    public CommandRequest read(byte[] json) {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(json);
        } catch (StreamConstraintsException e) {
            throw new InvalidRequestException(
                    "",
                    new BilingualText(
                            "this is nested more than " + Json.DEPTH_MAX
                                    + " deep, or holds a number or name that is too long",
                            "esto tiene más de " + Json.DEPTH_MAX
                                    + " niveles, o un número o un nombre demasiado largo"));
        } catch (JacksonException e) {
            throw new InvalidRequestException(
                    "",
                    new BilingualText(
                            "this is not JSON" + location(e, "line", "column") + ": " + parserMessage(e),
                            "esto no es JSON" + location(e, "línea", "columna")));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new InvalidRequestException(
                    "",
                    new BilingualText(
                            "this holds a number that is too large or too small",
                            "esto contiene un número demasiado grande o demasiado pequeño"));
        }
        return read(node);
    }

    /** Reads a command from parsed JSON; see {@link #read(byte[])}. */
    public CommandRequest read(@Nullable JsonNode json) {
        if (!(json instanceof ObjectNode sent)) {
            throw new InvalidRequestException(
                    "", new BilingualText("a command is one JSON object", "una orden es un objeto JSON"));
        }
        try {
            return readNormalized(sent.deepCopy());
        } catch (InvalidRequestException e) {
            throw e.asSent(sent);
        }
    }

    private CommandRequest readNormalized(ObjectNode json) {
        Class<? extends Command> type = type(json, "");
        ActorNormalizer.normalize(json, type);
        List<Fault> faults = new ArrayList<>(CHECK.faults(json, type, false, ""));
        ObjectNode replacement = null;
        Class<? extends Command> replacementType = null;
        if (type == CorrectDevelopment.class && json.get("replacement") instanceof ObjectNode replacementJson) {
            replacement = replacementJson;
            replacementType = type(replacementJson, "/replacement");
            ActorNormalizer.normalize(replacementJson, replacementType);
            faults.addAll(CHECK.faults(replacementJson, replacementType, true, "/replacement"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
        ObjectNode content = json.deepCopy();
        content.remove("developmentId");
        String hash = CanonicalJson.sha256(content);
        Command command = replacement != null && replacementType != null
                ? correction(json, replacement, replacementType)
                : command(json, type, "");
        String id = text(json, "developmentId");
        return new CommandRequest(
                id == null ? null : UUID.fromString(id),
                json.get("negotiation").asString(),
                text(json, "matter"),
                command,
                occurred(json),
                text(json, "title"),
                evidence(json, ""),
                text(json, "note"),
                embargo(json),
                hash);
    }

    private CorrectDevelopment correction(ObjectNode json, ObjectNode replacementJson, Class<? extends Command> type) {
        Replacement replacement = new Replacement(
                text(replacementJson, "negotiation"),
                text(replacementJson, "matter"),
                command(replacementJson, type, "/replacement"),
                occurred(replacementJson),
                text(replacementJson, "title"),
                evidence(replacementJson, "/replacement"),
                text(replacementJson, "note"));
        return new CorrectDevelopment(
                UUID.fromString(json.get("target").asString()),
                replacement,
                json.get("reason").asString());
    }

    private static Class<? extends Command> type(ObjectNode json, String at) {
        JsonNode name = json.path("command");
        Class<? extends Command> type =
                name.isString() ? DomainCatalogue.commands().get(name.asString()) : null;
        if (type == null) {
            throw new InvalidRequestException(
                    at + "/command",
                    new BilingualText(
                            (name.isString()
                                            ? "there is no command '" + abbreviated(name.asString()) + "'"
                                            : "is required: the name of a command")
                                    + "; the commands are " + String.join(", ", JsonSchemas.commandNames()),
                            (name.isString()
                                            ? "no hay ninguna orden «" + abbreviated(name.asString()) + "»"
                                            : "es obligatorio: el nombre de una orden")
                                    + "; las órdenes son " + String.join(", ", JsonSchemas.commandNames())));
        }
        return type;
    }

    /** The command record, from the command's own fields. */
    private static Command command(ObjectNode json, Class<? extends Command> type, String at) {
        ObjectNode own = json.deepCopy().without(ENVELOPE_FIELDS);
        if (Arrays.stream(type.getRecordComponents())
                .noneMatch(component -> component.getName().equals("title"))) {
            own.remove("title");
        }
        return bound(own, type, at);
    }

    private static <T> T bound(JsonNode json, Class<T> type, String at) {
        try {
            return Json.MAPPER.treeToValue(json, type);
        } catch (JacksonException e) {
            throw e.getCause() instanceof InvalidCommandException invalid
                    ? new InvalidRequestException(at + invalid.pointer(), invalid.description())
                    : new InvalidRequestException(
                            at + pointer(e),
                            new BilingualText(firstLine(e.getOriginalMessage()), "no tiene la forma debida"));
        }
    }

    private static String pointer(JacksonException e) {
        StringBuilder pointer = new StringBuilder();
        for (Reference step : e.getPath()) {
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return pointer.toString();
    }

    private static @Nullable Edtf occurred(ObjectNode json) {
        String occurred = text(json, "occurred");
        return occurred == null ? null : Edtf.parse(occurred);
    }

    private static @Nullable Embargo embargo(ObjectNode json) {
        JsonNode embargo = json.get("embargo");
        return embargo == null ? null : bound(embargo, Embargo.class, "/embargo");
    }

    private static @Nullable Evidence evidence(ObjectNode json, String at) {
        JsonNode evidence = json.get("evidence");
        return evidence == null ? null : bound(evidence, Evidence.class, at + "/evidence");
    }

    private static @Nullable String text(ObjectNode json, String field) {
        JsonNode value = json.get(field);
        return value == null ? null : value.asString();
    }

    private static String location(JacksonException e, String line, String column) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (" + line + " " + location.getLineNr() + ", " + column + " " + location.getColumnNr() + ")";
    }

    /** The parser's message without its advice to programmers. */
    private static String parserMessage(JacksonException e) {
        return firstLine(e.getOriginalMessage())
                .replaceFirst("^Trailing token .*", "there is more after the object")
                .replaceFirst("( \\(start marker at|: enable `).*", "");
    }

    private static String firstLine(@Nullable String message) {
        return abbreviated(String.valueOf(message).lines().findFirst().orElse(""));
    }

    private static String abbreviated(String text) {
        return FaultMessages.abbreviated(text, 200);
    }
}

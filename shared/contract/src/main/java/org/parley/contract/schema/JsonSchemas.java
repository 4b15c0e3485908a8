package org.parley.contract.schema;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.EditorialCommand.CorrectDevelopment;
import org.parley.domain.editorial.EditorialCommand.HoldDevelopment;
import org.parley.domain.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.editorial.EditorialEvent.DevelopmentWithheld;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.FieldName;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Slug;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas of every command and of every event's data, derived from the domain types. Commands are validated
 * against the same types' schemas.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class JsonSchemas {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private JsonSchemas() {}

    /**
     * The schema of a command as clients may send it: with a single actor instead of a list, and a party code instead
     * of an actor.
     *
     * @throws IllegalArgumentException when there is no such command
     */
    public static ObjectNode command(String name) {
        Class<? extends Command> command = required(DomainCatalogue.commands().get(name), name);
        ObjectNode schema = command(command, FieldSchema.LENIENT_COMMAND, false);
        if (command == CorrectDevelopment.class) {
            ReplacementSchemas.defineCommands(schema);
        }
        return schema;
    }

    /**
     * The schema of an event's data.
     *
     * @throws IllegalArgumentException when there is no such event type
     */
    public static ObjectNode event(String type) {
        Class<? extends Event> event = required(DomainCatalogue.events().get(type), type);
        ObjectNode schema = object(type);
        schema.put("$schema", DIALECT);
        schema.put("$id", urn(type));
        ObjectNode properties = schema.putObject("properties");
        properties.set("occurred", FieldSchema.EVENT.edtf());
        properties.set("title", FieldSchema.EVENT.text(Development.TITLE_MAX));
        ArrayNode required = schema.putArray("required");
        fields(event, properties, required, FieldSchema.EVENT);
        properties.set("evidence", FieldSchema.EVENT.of(Evidence.class, "evidence"));
        properties.set("note", FieldSchema.EVENT.text(Development.NOTE_MAX));
        ObjectNode voices = properties.putObject("voices").put("type", "array");
        voices.set("items", FieldSchema.EVENT.partyCode());
        if (mayBeUnderEmbargo(event)) {
            properties.set("embargo", embargo(FieldSchema.EVENT));
        }
        if (event == DevelopmentCorrected.class) {
            ReplacementSchemas.defineEvents(schema);
        }
        return schema;
    }

    /** The URN of an event type's schema; the {@code dataschema} of its events. */
    public static String urn(String type) {
        return "urn:parley:schema:" + type + ":v1";
    }

    /**
     * The schema of a command.
     *
     * @param replacement whether the command is the replacement in a correction
     */
    public static ObjectNode command(Class<? extends Command> command, FieldSchema fieldSchema, boolean replacement) {
        String name = command.getSimpleName();
        ObjectNode schema = object(name);
        schema.put("$schema", DIALECT);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        properties.putObject("command").put("const", name);
        required.add("command");
        properties.set("negotiation", slug());
        boolean editorial = EditorialCommand.class.isAssignableFrom(command);
        boolean process = DomainCatalogue.kindOfCommand(command).equals(Optional.of(MatterKind.NEGOTIATION));
        if (!process) {
            properties.set("matter", slug());
        }
        boolean optional = DomainCatalogue.isDateAndEvidenceOptional(command);
        if (!replacement) {
            required.add("negotiation");
            properties.set("developmentId", FieldSchema.EVENT.newId());
            if (!process && !editorial) {
                required.add("matter");
            }
        }
        properties.set("occurred", fieldSchema.edtf());
        if (!optional) {
            required.add("occurred");
        }
        if (DomainCatalogue.mayTitleMatter(command)) {
            properties.set("title", fieldSchema.text(Development.TITLE_MAX));
        }
        fields(command, properties, required, fieldSchema);
        properties.set("evidence", fieldSchema.of(Evidence.class, "evidence"));
        if (!optional && !replacement) {
            required.add("evidence");
        }
        properties.set("note", fieldSchema.text(Development.NOTE_MAX));
        if (!replacement && mayBeUnderEmbargo(command)) {
            properties.set("embargo", embargo(fieldSchema));
        }
        return schema;
    }

    /** Whether a command or event can be recorded under embargo: all except those that impose or lift one. */
    public static boolean mayBeUnderEmbargo(Class<?> type) {
        return type != HoldDevelopment.class
                && type != ReleaseDevelopment.class
                && type != DevelopmentHeld.class
                && type != DevelopmentReleased.class
                && type != DevelopmentWithheld.class;
    }

    /** {@code true} for an open end, or the date at whose end the embargo ends. */
    private static ObjectNode embargo(FieldSchema fieldSchema) {
        ObjectNode embargo = Json.MAPPER.createObjectNode();
        ArrayNode either = embargo.putArray("anyOf");
        either.addObject().put("const", true);
        either.add(fieldSchema.edtf());
        return embargo;
    }

    static void fields(Class<?> type, ObjectNode properties, ArrayNode required, FieldSchema fieldSchema) {
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(
                    FieldName.of(component), fieldSchema.of(component.getGenericType(), FieldName.of(component)));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && required.valueStream().noneMatch(name -> name.asString().equals(FieldName.of(component)))) {
                required.add(FieldName.of(component));
            }
        }
    }

    static ObjectNode object(String title) {
        return Json.MAPPER
                .createObjectNode()
                .put("title", title)
                .put("type", "object")
                .put("additionalProperties", false);
    }

    private static ObjectNode slug() {
        return FieldSchema.pattern(Slug.PATTERN).put("maxLength", Slug.MAX);
    }

    private static <T> T required(@Nullable T type, String name) {
        if (type == null) {
            throw new IllegalArgumentException("there is no '" + name + "'");
        }
        return type;
    }

    /** Whether there is a command of this name. */
    public static boolean isCommand(String name) {
        return DomainCatalogue.commands().containsKey(name);
    }

    /** The names of all event types, kind by kind. */
    public static List<String> eventNames() {
        return List.copyOf(DomainCatalogue.events().keySet());
    }

    /** The names of all commands, kind by kind. */
    public static List<String> commandNames() {
        return List.copyOf(DomainCatalogue.commands().keySet());
    }
}

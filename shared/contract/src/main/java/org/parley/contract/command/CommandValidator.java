package org.parley.contract.command;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.path.PathType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.contract.schema.FieldSchema;
import org.parley.contract.schema.JsonSchemas;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.Refusal.Fault;
import org.parley.domain.language.BilingualText;
import org.parley.domain.matter.Command;
import org.parley.domain.time.Edtf;
import org.parley.domain.time.InvalidDateException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Validates commands against their schemas, and their texts and numbers for values that cannot be stored. */
final class CommandValidator {
    private final Map<Class<?>, Schema> commands = new HashMap<>();
    private final Map<Class<?>, Schema> replacements = new HashMap<>();

    CommandValidator() {
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .format(new EdtfFormat())
                .build();
        SchemaRegistry registry = SchemaRegistry.withDialect(
                dialect,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .locale(Locale.ROOT)
                        .pathType(PathType.JSON_POINTER)
                        .build()));
        DomainCatalogue.commands().values().forEach(type -> {
            commands.put(type, registry.getSchema(JsonSchemas.command(type, FieldSchema.STRICT_COMMAND, false)));
            if (DomainCatalogue.kindOfCommand(type).isPresent()) {
                replacements.put(type, registry.getSchema(JsonSchemas.command(type, FieldSchema.STRICT_COMMAND, true)));
            }
        });
    }

    /**
     * Everything wrong with a command.
     *
     * @param json the command with its actors normalized
     * @param replacement whether the command is the replacement in a correction
     * @param at the JSON pointer to the command
     */
    List<Fault> faults(ObjectNode json, Class<? extends Command> type, boolean replacement, String at) {
        List<Fault> faults = new ArrayList<>();
        StorableValueCheck.check(json, at, faults);
        Schema schema = (replacement ? replacements : commands).get(type);
        if (schema == null) {
            return List.of(Fault.of(
                    at + "/command",
                    type.getSimpleName() + " cannot be a replacement",
                    type.getSimpleName() + " no puede ser la versión corregida"));
        }
        if (faults.isEmpty()) {
            schema.validate((JsonNode) json).stream()
                    .filter(error -> !error.getKeyword().equals("const")) // an embargo may be a date instead of true
                    .map(error -> fault(error, rules(schema, error), type, at))
                    .forEach(faults::add);
            StorableValueCheck.checkBlank(json, at, faults);
        }
        return faults;
    }

    private static Fault fault(Error error, JsonNode rules, Class<? extends Command> type, String at) {
        String pointer = at + error.getInstanceLocation();
        String keyword = error.getKeyword();
        return switch (keyword) {
            case "required" ->
                new Fault(
                        JsonPointers.append(pointer, error.getProperty()), FaultMessages.missing(error.getProperty()));
            case "additionalProperties" ->
                new Fault(
                        JsonPointers.append(pointer, error.getProperty()),
                        pointer.equals(at)
                                ? new BilingualText(
                                        "is not a field of " + type.getSimpleName(),
                                        "no es un campo de " + type.getSimpleName())
                                : new BilingualText("is not a known field", "no es un campo conocido"));
            default ->
                new Fault(
                        pointer,
                        FaultMessages.violation(
                                keyword, rules, error.getInstanceNode(), JsonPointers.lastSegment(pointer)));
        };
    }

    /** The subschema with the rule that the value violates. */
    private static JsonNode rules(Schema schema, Error error) {
        String path = error.getEvaluationPath().toString();
        return schema.getSchemaNode().at(path.substring(0, path.lastIndexOf('/')));
    }

    private static final class EdtfFormat implements Format {
        @Override
        public String getName() {
            return FieldSchema.EDTF_FORMAT;
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            try {
                Edtf.parse(value);
                return true;
            } catch (InvalidDateException e) {
                return false;
            }
        }
    }
}

package org.parley.contract;

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
import org.parley.catalogue.Catalogue;
import org.parley.history.Refusal.Fault;
import org.parley.matter.Command;
import org.parley.time.Edtf;
import org.parley.time.InvalidDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Validates commands against their schemas, and their texts and numbers for values that cannot be stored. */
final class CommandCheck {
    private final Map<Class<?>, Schema> commands = new HashMap<>();
    private final Map<Class<?>, Schema> replacements = new HashMap<>();

    CommandCheck() {
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
        Catalogue.commands().values().forEach(type -> {
            commands.put(type, registry.getSchema(Schemas.command(type, FieldSchema.CHECKED, false)));
            if (Catalogue.kindOfCommand(type).isPresent()) {
                replacements.put(type, registry.getSchema(Schemas.command(type, FieldSchema.CHECKED, true)));
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
        Storable.check(json, at, faults);
        Schema schema = (replacement ? replacements : commands).get(type);
        if (schema == null) {
            return List.of(new Fault(at + "/command", type.getSimpleName() + " cannot be a replacement"));
        }
        if (faults.isEmpty()) {
            schema.validate((JsonNode) json).stream()
                    .filter(error -> !error.getKeyword().equals("const")) // an embargo may be a date instead of true
                    .map(error -> fault(error, rules(schema, error), type, at))
                    .forEach(faults::add);
            Storable.checkBlank(json, at, faults);
        }
        return faults;
    }

    private static Fault fault(Error error, JsonNode rules, Class<? extends Command> type, String at) {
        String pointer = at + error.getInstanceLocation();
        String keyword = error.getKeyword();
        return switch (keyword) {
            case "required" ->
                new Fault(Pointer.step(pointer, error.getProperty()), FaultWords.missing(error.getProperty()));
            case "additionalProperties" ->
                new Fault(
                        Pointer.step(pointer, error.getProperty()),
                        pointer.equals(at)
                                ? "is not a field of " + type.getSimpleName()
                                : "is not a known field");
            default ->
                new Fault(pointer, FaultWords.broken(keyword, rules, error.getInstanceNode(), Pointer.last(pointer)));
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
            } catch (InvalidDate e) {
                return false;
            }
        }
    }
}

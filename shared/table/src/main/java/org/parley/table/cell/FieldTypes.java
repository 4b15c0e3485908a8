package org.parley.table.cell;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.parley.contract.schema.JsonSchemas;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.exchange.Handover;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.FieldName;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.matter.ShortName;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;

/**
 * The fields of a command that may be columns of a table, derived from the command's record and schema.
 *
 * @param fields the fields by name
 */
public record FieldTypes(Map<String, FieldType> fields) {
    private static final Map<String, FieldTypes> ALL = new ConcurrentHashMap<>();
    private static final Map<String, CellType> SHARED = Map.of(
            "negotiation", CellType.SHORT_NAME,
            "matter", CellType.SHORT_NAME,
            "developmentId", CellType.TEXT,
            "occurred", CellType.DATE,
            "title", CellType.TEXT,
            "note", CellType.TEXT,
            "embargo", CellType.EMBARGO);

    /**
     * A field.
     *
     * @param options the values of a choice; empty for other types
     */
    public record FieldType(CellType type, List<String> options) {}

    /** The fields of an existing command. */
    public static FieldTypes of(String command) {
        return ALL.computeIfAbsent(command, FieldTypes::derived);
    }

    /** The names of the fields of all commands that fit into a cell. */
    public static List<String> names() {
        TreeSet<String> names = new TreeSet<>(List.of("command"));
        DomainCatalogue.commands()
                .keySet()
                .forEach(command -> of(command).fields().forEach((name, field) -> {
                    if (field.type() != CellType.NESTED && field.type() != CellType.SOURCE) {
                        names.add(name);
                    }
                }));
        return List.copyOf(names);
    }

    public boolean hasOwnSource() {
        return fields.values().stream().anyMatch(field -> field.type() == CellType.SOURCE);
    }

    /** Whether the command has a field that does not fit into a table. */
    public boolean hasNestedField() {
        return fields.values().stream().anyMatch(field -> field.type() == CellType.NESTED);
    }

    private static FieldTypes derived(String command) {
        Class<? extends Command> type =
                Objects.requireNonNull(DomainCatalogue.commands().get(command), command);
        Map<String, FieldType> fields = new LinkedHashMap<>();
        JsonSchemas.command(command).path("properties").propertyNames().forEach(name -> {
            if (SHARED.containsKey(name)) {
                fields.put(name, new FieldType(SHARED.get(name), List.of()));
            }
        });
        for (RecordComponent component : type.getRecordComponents()) {
            fields.put(FieldName.of(component), new FieldType(cellType(type, component), options(component.getType())));
        }
        return new FieldTypes(fields);
    }

    private static CellType cellType(Class<?> command, RecordComponent component) {
        Class<?> type = component.getType();
        if (type == Actors.class) {
            return CellType.ACTORS;
        } else if (type == Edtf.class) {
            return CellType.DATE;
        } else if (type == BigDecimal.class || type == Integer.class || type == Long.class) {
            return CellType.NUMBER;
        } else if (type == Boolean.class || type == boolean.class) {
            return CellType.FLAG;
        } else if (type.isEnum()) {
            return CellType.CHOICE;
        } else if (type == Grade.class) {
            return CellType.GRADE;
        } else if (type == ShortName.class) {
            return CellType.SHORT_NAME;
        } else if (type == PartyCode.class) {
            boolean admits =
                    command == AdmitParty.class && FieldName.of(component).equals("party");
            return admits ? CellType.NEW_PARTY : CellType.PARTY;
        } else if (type == Source.class) {
            return CellType.SOURCE;
        } else if (type == List.class) {
            return listType(component.getGenericType());
        }
        return type.isRecord() && type != MatterReference.class ? CellType.NESTED : CellType.TEXT;
    }

    private static CellType listType(Type list) {
        Type item = list instanceof ParameterizedType type ? type.getActualTypeArguments()[0] : Object.class;
        if (item == PartyCode.class) {
            return CellType.PARTIES;
        } else if (item == Handover.class) {
            return CellType.HANDOVERS;
        }
        boolean isText = item == String.class || item == MatterReference.class || item == ShortName.class;
        return isText ? CellType.LIST : CellType.NESTED;
    }

    private static List<String> options(Class<?> type) {
        return type.isEnum()
                ? Stream.of(type.getEnumConstants())
                        .map(value -> ((Enum<?>) value).name())
                        .toList()
                : List.of();
    }
}

package org.parley.contract.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Grade;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.FieldName;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actor;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.party.PartyRole;
import org.parley.domain.party.PartyStanding;
import org.parley.domain.question.Position;
import org.parley.domain.time.Edtf;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas of states, derived from the records that are serialized. Each is a component of an OpenAPI document
 * and references others as components. No schema is closed, because later versions may add fields.
 */
public final class OpenApiStateSchemas {
    private static final String COMPONENTS = "#/components/schemas/";

    private final Map<String, ObjectNode> components = new LinkedHashMap<>();
    private final Map<String, Class<?>> types = new LinkedHashMap<>();

    private OpenApiStateSchemas() {}

    /** Every schema by its component name: {@code MatterState} for any matter, {@code CeasefireMatter} for one kind. */
    public static Map<String, ObjectNode> all() {
        OpenApiStateSchemas schemas = new OpenApiStateSchemas();
        schemas.matters();
        schemas.of(Position.class);
        schemas.of(Evidence.class);
        schemas.of(PartyKind.class);
        schemas.of(PartyRole.class);
        schemas.of(PartyStanding.class);
        return schemas.components;
    }

    private void matters() {
        ObjectNode any = Json.MAPPER.createObjectNode();
        any.put("description", "The state of a matter; the schema of 'detail' depends on its kind");
        ArrayNode kinds = any.putArray("oneOf");
        ObjectNode discriminator = any.putObject("discriminator").put("propertyName", "kind");
        ObjectNode mapping = discriminator.putObject("mapping");
        for (MatterKind kind : MatterKind.values()) {
            String name = capitalised(kind.slug()) + "Matter";
            kinds.addObject().put("$ref", COMPONENTS + name);
            mapping.put(kind.slug(), COMPONENTS + name);
            components.put(name, matter(kind));
        }
        components.put("MatterState", any);
    }

    private ObjectNode matter(MatterKind kind) {
        MatterType<?, ?, ?> type = DomainCatalogue.type(kind);
        ObjectNode schema = object();
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("kind").put("type", "string").putArray("enum").add(kind.slug());
        properties.putObject("matter").put("type", "string").put("description", "The slug of the matter");
        properties.putObject("title").put("type", "string");
        ArrayNode statuses =
                properties.putObject("status").put("type", "string").putArray("enum");
        type.lifecycle().states().forEach(state -> statuses.add(state.name()));
        properties
                .putObject("since")
                .put("type", "string")
                .put("description", "Since when it has this status (EDTF); omitted when unknown");
        flag(
                properties,
                "possible",
                "Whether a development that led to this state may not have happened by then: its date is imprecise");
        flag(properties, "disputed", "Whether a development that led to this state is disputed");
        flag(properties, "held", "Whether a development that led to this state is under embargo");
        properties.set("detail", of(type.details().asSubclass(MatterDetail.class)));
        ArrayNode required = schema.putArray("required");
        for (String name :
                new String[] {"kind", "matter", "title", "status", "possible", "disputed", "held", "detail"}) {
            required.add(name);
        }
        return schema;
    }

    private static void flag(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "boolean").put("description", description);
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() instanceof Class<?> raw) {
            Type element = list.getActualTypeArguments()[list.getActualTypeArguments().length - 1];
            if (Map.class.isAssignableFrom(raw)) {
                ObjectNode map = json("object");
                map.set("additionalProperties", of(element));
                return map;
            }
            return array(of(element));
        }
        return of((Class<?>) type);
    }

    private ObjectNode of(Class<?> type) {
        if (type == String.class
                || type == Edtf.class
                || type == PartyCode.class
                || type == ShortName.class
                || type == MatterReference.class
                || type == MatterAddress.class
                || type == Grade.class
                || type == MatterKind.class) {
            return json("string");
        } else if (type == URI.class) {
            return json("string").put("format", "uri");
        } else if (type == UUID.class) {
            return json("string").put("format", "uuid");
        } else if (type == Instant.class) {
            return json("string").put("format", "date-time");
        } else if (type == BigDecimal.class) {
            return json("number");
        } else if (type == int.class || type == Integer.class) {
            return json("integer").put("format", "int32");
        } else if (type == long.class || type == Long.class) {
            return json("integer").put("format", "int64");
        } else if (type == boolean.class || type == Boolean.class) {
            return json("boolean");
        } else if (type == Parties.class) {
            return array(json("string"));
        } else if (type == Actors.class) {
            return array(of(Actor.class));
        } else if (type.isEnum() || type.isRecord()) {
            return component(type);
        }
        throw new IllegalArgumentException("there is no schema for " + type);
    }

    private ObjectNode component(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> known = types.putIfAbsent(name, type);
        if (known == null) {
            components.put(name, type.isEnum() ? enumeration(type) : record(type));
        } else if (known != type) {
            throw new IllegalStateException("two types have the name " + name);
        }
        return Json.MAPPER.createObjectNode().put("$ref", COMPONENTS + name);
    }

    private ObjectNode record(Class<?> type) {
        ObjectNode schema = object();
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.MAPPER.createArrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(FieldName.of(component), of(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(FieldName.of(component));
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static ObjectNode enumeration(Class<?> type) {
        ObjectNode schema = json("string");
        ArrayNode values = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).forEach(value -> values.add(((Enum<?>) value).name()));
        return schema;
    }

    private static ObjectNode array(ObjectNode items) {
        ObjectNode array = json("array");
        array.set("items", items);
        return array;
    }

    private static ObjectNode object() {
        return json("object");
    }

    private static ObjectNode json(String type) {
        return Json.MAPPER.createObjectNode().put("type", type);
    }

    private static String capitalised(String slug) {
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1);
    }
}

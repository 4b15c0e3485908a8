package org.parley.contract.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.contract.Json;
import org.parley.domain.editorial.Replacement;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.matter.ShortName;
import org.parley.domain.matter.Slug;
import org.parley.domain.party.Actor;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of one field, by its Java type. */
public final class FieldSchema {
    /** For events: every actor is an object, every list is a list, a grade is required. */
    static final FieldSchema EVENT = new FieldSchema(false, true);

    /**
     * The same for commands: a grade may be missing, nobody is named twice, and a quantity is more than 0. Earlier versions
     * recorded events that break the last two rules.
     */
    public static final FieldSchema STRICT_COMMAND = new FieldSchema(false, false);

    /** For commands as clients send them: a single actor may replace a list, and a party code an actor. */
    static final FieldSchema LENIENT_COMMAND = new FieldSchema(true, false);

    /** The JSON Schema format of dates when commands are validated, by {@link Edtf#parse}. Never published. */
    public static final String EDTF_FORMAT = "edtf";

    private static final String POINT_PATTERN = "[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?";

    /** The form of a date, for validators that do not know the format: every validator checks patterns. */
    static final String EDTF_PATTERN = "^" + POINT_PATTERN + "([~?]|/" + POINT_PATTERN + ")?$";

    /** The form of an id. */
    public static final String UUID_PATTERN =
            "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";

    /** The nil UUID (RFC 9562, 5.9), which identifies nothing. */
    static final String NIL_UUID = "00000000-0000-0000-0000-000000000000";

    /** The form of a web address. */
    public static final String URL_PATTERN = "^https?://[^\\s]+$";

    /** The message about a text without the form of a web address. */
    public static final String URL_DESCRIPTION =
            "is not a web address: it begins with http:// or https:// and has no spaces; letters"
                    + " beyond A to Z are written with %, as browsers copy them";

    private static final int EDTF_MAX = 60;
    private static final int SHORT_TEXT_MAX = 300;

    /** Numbers of votes, of which there may be none. */
    private static final Set<String> MAY_BE_ZERO = Set.of("inFavour", "opposed", "abstained");

    private static final Map<String, Integer> TEXT_MAX = Map.of(
            "title",
            Development.TITLE_MAX,
            "name",
            SHORT_TEXT_MAX,
            "publisher",
            Source.TEXT_MAX,
            "author",
            Source.TEXT_MAX,
            "venue",
            SHORT_TEXT_MAX,
            "place",
            SHORT_TEXT_MAX,
            "unit",
            SHORT_TEXT_MAX,
            "person",
            Actor.PERSON_MAX);

    private final boolean lenient;
    private final boolean gradeRequired;

    private FieldSchema(boolean lenient, boolean gradeRequired) {
        this.lenient = lenient;
        this.gradeRequired = gradeRequired;
    }

    ObjectNode of(Type type, String field) {
        if (type instanceof ParameterizedType list) {
            ObjectNode schema = json().put("type", "array").put("minItems", 1).put("maxItems", listMax(list));
            schema.set("items", of(list.getActualTypeArguments()[0], field));
            return schema;
        }
        return of((Class<?>) type, field);
    }

    private ObjectNode of(Class<?> type, String field) {
        if (type == String.class) {
            return text(TEXT_MAX.getOrDefault(field, Development.NOTE_MAX));
        } else if (type == Edtf.class) {
            return edtf();
        } else if (type == Actors.class) {
            return actors();
        } else if (type == PartyCode.class) {
            return partyCode();
        } else if (type == Grade.class) {
            return pattern(Grade.PATTERN);
        } else if (type == ShortName.class) {
            return pattern(Slug.PATTERN).put("maxLength", Slug.MAX);
        } else if (type == MatterReference.class) {
            return pattern(MatterReference.PATTERN);
        } else if (type == UUID.class) {
            return uuid();
        } else if (type == URI.class) {
            return pattern(URL_PATTERN).put("format", "uri").put("maxLength", 2_000);
        } else if (type == BigDecimal.class) {
            return json().put("type", "number")
                    .put(this == STRICT_COMMAND && !MAY_BE_ZERO.contains(field) ? "exclusiveMinimum" : "minimum", 0)
                    .put("maximum", 1_000_000_000_000_000L);
        } else if (type == Boolean.class || type == boolean.class) {
            return json().put("type", "boolean");
        } else if (type.isEnum()) {
            return enumeration(type);
        } else if (type == Replacement.class || type == Development.class) {
            if (this != STRICT_COMMAND) {
                return ReplacementSchemas.oneOf(type);
            }
            ObjectNode schema = json().put("type", "object");
            schema.putArray("required").add("command");
            return schema;
        }
        return record(type);
    }

    private ObjectNode record(Class<?> type) {
        ObjectNode schema = JsonSchemas.object(type.getSimpleName());
        ArrayNode required = Json.MAPPER.createArrayNode();
        JsonSchemas.fields(type, schema.putObject("properties"), required, this);
        if (type == Evidence.class && !gradeRequired) {
            required = Json.MAPPER.createArrayNode().add("sources");
        }
        schema.set("required", required);
        return schema;
    }

    ObjectNode evidence() {
        return record(Evidence.class);
    }

    ObjectNode source() {
        return record(Source.class);
    }

    ObjectNode actor() {
        return record(Actor.class);
    }

    ObjectNode actors() {
        ObjectNode actor = actor();
        ObjectNode list = json().put("type", "array").put("minItems", 1).put("maxItems", Actors.MAX);
        if (this == STRICT_COMMAND) {
            list.put("uniqueItems", true); // not published: client generators would make sets of lists
        }
        if (!lenient) {
            list.set("items", actor);
            return list;
        }
        ObjectNode either = json();
        either.putArray("anyOf").add(partyCode()).add(actor);
        list.set("items", either);
        ObjectNode any = json();
        any.putArray("anyOf").add(partyCode()).add(actor).add(list);
        return any;
    }

    ObjectNode text(int max) {
        return pattern("\\S").put("maxLength", max);
    }

    ObjectNode edtf() {
        ObjectNode date = json().put("type", "string").put("maxLength", EDTF_MAX);
        return this == STRICT_COMMAND
                ? date.put("format", EDTF_FORMAT)
                : date.put("pattern", EDTF_PATTERN)
                        .put("description", "A date, interval or instant (EDTF); a date without a time is in UTC");
    }

    ObjectNode uuid() {
        return pattern(UUID_PATTERN);
    }

    /** The id that a client chooses for a development. */
    ObjectNode newId() {
        ObjectNode id = uuid();
        id.putObject("not").put("const", NIL_UUID);
        return id;
    }

    ObjectNode partyCode() {
        return pattern(PartyCode.PATTERN);
    }

    static ObjectNode pattern(String pattern) {
        return json().put("type", "string").put("pattern", pattern);
    }

    private static ObjectNode enumeration(Class<?> type) {
        ObjectNode schema = json();
        ArrayNode values = schema.putArray("enum");
        for (Object value : type.getEnumConstants()) {
            values.add(((Enum<?>) value).name());
        }
        return schema;
    }

    private static int listMax(ParameterizedType list) {
        return list.getActualTypeArguments()[0] == Source.class ? Evidence.SOURCES_MAX : Actors.MAX;
    }

    private static ObjectNode json() {
        return Json.MAPPER.createObjectNode();
    }
}

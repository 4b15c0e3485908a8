package org.parley.contract.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.schema.FieldSchema;
import org.parley.domain.evidence.Grade;
import org.parley.domain.language.BilingualText;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.matter.Slug;
import org.parley.domain.party.Actor;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;
import org.parley.domain.time.InvalidDateException;
import tools.jackson.databind.JsonNode;

/** Messages for editors about violations of a schema. */
final class FaultMessages {
    static final BilingualText BLANK = new BilingualText("must not be blank", "no debe estar en blanco");

    private static final int QUOTED_MAX = 80;
    private static final BilingualText MALFORMED = new BilingualText("is not well formed", "no tiene la forma debida");
    private static final BilingualText URL = new BilingualText(
            FieldSchema.URL_DESCRIPTION,
            "no es una dirección web: empieza por http:// o https:// y no tiene espacios; las letras fuera de"
                    + " la «A» a la «Z» se escriben con %, como las copian los navegadores");
    private static final Map<String, BilingualText> FORMS = Map.of(
            Slug.PATTERN,
            new BilingualText(
                    "is not a short name: lower-case letters a to z and digits, words joined by single hyphens, such as"
                            + " alaska-2025",
                    "no es un nombre corto: minúsculas de la «a» a la «z» y cifras, con un guion entre palabras, como"
                            + " alaska-2025"),
            PartyCode.PATTERN,
            new BilingualText(
                    "is not a party code: 2 to 32 capital letters A to Z, digits and hyphens, such as RUS",
                    "no es un código de parte: de 2 a 32 mayúsculas de la «A» a la «Z», cifras y guiones, como RUS"),
            Grade.PATTERN,
            new BilingualText(
                    "is not a grade: a letter A to F for the source and a digit 1 to 6 for the information, such as B2",
                    "no es una valoración: una letra de la «A» a la «F» para la fuente y una cifra del 1 al 6 para la"
                            + " información, como B2"),
            MatterReference.PATTERN,
            new BilingualText(
                    "is not a kind and a short name, such as ceasefire/alaska",
                    "no es un tipo de asunto y un nombre corto, como ceasefire/alaska"),
            FieldSchema.UUID_PATTERN,
            new BilingualText(
                    "is not an id, such as 01989f1e-5c00-7a00-8000-0123456789ab",
                    "no es un identificador, como 01989f1e-5c00-7a00-8000-0123456789ab"),
            FieldSchema.URL_PATTERN,
            URL);
    private static final BilingualText NEEDS_SOURCE = new BilingualText(
            "is required: a development needs at least one source",
            "es obligatorio: una entrada necesita al menos una fuente");
    private static final Map<String, BilingualText> MISSING = Map.of(
            "evidence", NEEDS_SOURCE,
            "sources", NEEDS_SOURCE,
            "occurred",
                    new BilingualText(
                            "is required: the date on which it occurred", "es obligatorio: la fecha en que ocurrió"));
    private static final Map<String, BilingualText> TYPES = Map.of(
            "string", new BilingualText("text", "un texto"),
            "number", new BilingualText("a number", "un número"),
            "boolean", new BilingualText("true or false", "true o false"),
            "array", new BilingualText("a list", "una lista"),
            "object", new BilingualText("an object of named fields", "un objeto con campos"));

    private FaultMessages() {}

    /** The message about a missing field. */
    static BilingualText missing(String field) {
        return MISSING.getOrDefault(field, new BilingualText("is required", "es obligatorio"));
    }

    /**
     * The message about a value that violates its schema.
     *
     * @param keyword the JSON Schema keyword that is violated
     * @param rules the schema of the value
     * @param field the last segment of the value's JSON pointer
     */
    static BilingualText violation(String keyword, JsonNode rules, JsonNode value, String field) {
        if (value.isString() && value.asString().isBlank()) {
            return BLANK;
        }
        boolean date = rules.path("format").asString("").equals(FieldSchema.EDTF_FORMAT);
        String limit = rules.path(keyword).asString("");
        return switch (keyword) {
            case "type" -> {
                BilingualText expected = expected(rules, field);
                BilingualText found = found(value);
                yield new BilingualText(
                        "must be " + expected.english() + ", not " + found.english(),
                        "debe ser " + expected.spanish() + ", no " + found.spanish());
            }
            case "format" -> date ? date(value.asString()) : quoted(value, URL);
            case "pattern" -> quoted(value, FORMS.getOrDefault(limit, MALFORMED));
            case "maxLength" ->
                date
                        ? date(value.asString())
                        : new BilingualText(
                                "has " + length(value) + " characters; the most is " + limit,
                                "tiene " + length(value) + " caracteres; el máximo es " + limit);
            case "not" ->
                new BilingualText(
                        "is the nil UUID, which identifies nothing; omit it, and the ledger generates an id",
                        "es el UUID nulo, que no identifica nada; omítalo y el libro genera un identificador");
            case "minItems" ->
                field.equals("sources")
                        ? new BilingualText("must name at least one source", "debe contener al menos una fuente")
                        : new BilingualText("must name at least one", "debe contener al menos un elemento");
            case "maxItems" ->
                new BilingualText(
                        "has " + value.size() + " entries; the most is " + limit,
                        "tiene " + value.size() + " elementos; el máximo es " + limit);
            case "enum" ->
                new BilingualText(
                        "must be one of " + choices(rules) + ", not "
                                + (value.isString()
                                        ? "'" + abbreviated(value) + "'"
                                        : found(value).english()),
                        "debe ser uno de estos valores: " + choices(rules) + "; no "
                                + (value.isString()
                                        ? "«" + abbreviated(value) + "»"
                                        : found(value).spanish()));
            case "minimum" -> new BilingualText("must not be less than " + limit, "no debe ser menor que " + limit);
            case "exclusiveMinimum" ->
                new BilingualText(
                        "must be more than " + limit + "; leave it out where no number is known",
                        "debe ser mayor que " + limit + "; omítalo si no se conoce la cantidad");
            case "uniqueItems" ->
                new BilingualText(
                        "names the same party and person twice; name each once",
                        "nombra dos veces a la misma parte y persona; nómbrelas una sola vez");
            case "maximum" -> new BilingualText("must not be more than " + limit, "no debe ser mayor que " + limit);
            default -> MALFORMED;
        };
    }

    private static BilingualText expected(JsonNode rules, String field) {
        String type = rules.path("type").asString("");
        if (rules.path("title").asString("").equals(Actor.class.getSimpleName())) {
            return new BilingualText(
                    "a party code such as RUS, or an object of party and person",
                    "un código de parte como RUS, o un objeto con parte y persona");
        } else if (rules.path("format").asString("").equals(FieldSchema.EDTF_FORMAT)) {
            return new BilingualText(
                    (field.equals("embargo") ? "true, or " : "") + "a date in quotation marks, such as \"2025-08-15\"",
                    (field.equals("embargo") ? "true, o " : "") + "una fecha entre comillas, como \"2025-08-15\"");
        } else if (type.equals("array") && field.equals("sources")) {
            return new BilingualText("a list of sources", "una lista de fuentes");
        }
        return TYPES.getOrDefault(type, BilingualText.same(type));
    }

    private static BilingualText found(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL ->
                new BilingualText("null; a field without a value is omitted", "null; un campo sin valor se omite");
            case STRING -> new BilingualText("text", "un texto");
            case NUMBER -> new BilingualText("a number", "un número");
            case BOOLEAN -> BilingualText.same(value.asString());
            case ARRAY -> new BilingualText("a list", "una lista");
            default -> new BilingualText("an object", "un objeto");
        };
    }

    private static String choices(JsonNode rules) {
        return String.join(
                ", ", rules.path("enum").valueStream().map(JsonNode::asString).toList());
    }

    /** A message about a value, with the value before it. */
    private static BilingualText quoted(JsonNode value, BilingualText message) {
        return new BilingualText(
                "'" + abbreviated(value) + "' " + message.english(),
                "«" + abbreviated(value) + "» " + message.spanish());
    }

    private static String abbreviated(JsonNode value) {
        return abbreviated(value.isValueNode() ? value.asString() : value.toString(), QUOTED_MAX);
    }

    private static int length(JsonNode value) {
        String text = value.asString();
        return text.codePointCount(0, text.length());
    }

    private static BilingualText date(String text) {
        try {
            Edtf.parse(text);
            return MALFORMED;
        } catch (InvalidDateException e) {
            return e.description();
        }
    }

    /** The text, cut to at most {@code max} characters and an ellipsis. */
    static String abbreviated(@Nullable String text, int max) {
        String whole = String.valueOf(text);
        return whole.length() > max ? whole.substring(0, max) + "…" : whole;
    }
}

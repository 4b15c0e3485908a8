package org.parley.contract.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.schema.FieldSchema;
import org.parley.domain.evidence.Grade;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.matter.Slug;
import org.parley.domain.party.Actor;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;
import org.parley.domain.time.InvalidDateException;
import tools.jackson.databind.JsonNode;

/** Messages for editors about violations of a schema. */
final class FaultMessages {
    private static final int QUOTED_MAX = 80;
    private static final Map<String, String> FORMS = Map.of(
            Slug.PATTERN,
            "is not a short name: lower-case letters a to z and digits, words joined by single hyphens, such as"
                    + " alaska-2025",
            PartyCode.PATTERN,
            "is not a party code: 2 to 32 capital letters A to Z, digits and hyphens, such as RUS",
            Grade.PATTERN,
            "is not a grade: a letter A to F for the source and a digit 1 to 6 for the information, such as B2",
            MatterReference.PATTERN,
            "is not a kind and a short name, such as ceasefire/alaska",
            FieldSchema.UUID_PATTERN,
            "is not an id, such as 01989f1e-5c00-7a00-8000-0123456789ab",
            FieldSchema.URL_PATTERN,
            FieldSchema.URL_DESCRIPTION);
    private static final Map<String, String> MISSING = Map.of(
            "evidence", "is required: a development needs at least one source",
            "sources", "is required: a development needs at least one source",
            "occurred", "is required: the date on which it occurred");
    private static final Map<String, String> TYPES = Map.of(
            "string", "text",
            "number", "a number",
            "boolean", "true or false",
            "array", "a list",
            "object", "an object of named fields");

    private FaultMessages() {}

    /** The message about a missing field. */
    static String missing(String field) {
        return MISSING.getOrDefault(field, "is required");
    }

    /**
     * The message about a value that violates its schema.
     *
     * @param keyword the JSON Schema keyword that is violated
     * @param rules the schema of the value
     * @param field the last segment of the value's JSON pointer
     */
    static String violation(String keyword, JsonNode rules, JsonNode value, String field) {
        if (value.isString() && value.asString().isBlank()) {
            return "must not be blank";
        }
        boolean date = rules.path("format").asString("").equals(FieldSchema.EDTF_FORMAT);
        String limit = rules.path(keyword).asString("");
        return switch (keyword) {
            case "type" -> "must be " + expected(rules, field) + ", not " + found(value);
            case "format" -> date ? date(value.asString()) : quoted(value) + " " + FieldSchema.URL_DESCRIPTION;
            case "pattern" -> quoted(value) + " " + FORMS.getOrDefault(limit, "is not well formed");
            case "maxLength" ->
                date ? date(value.asString()) : "has " + length(value) + " characters; the most is " + limit;
            case "not" -> "is the nil UUID, which identifies nothing; omit it, and the ledger generates an id";
            case "minItems" -> "must name at least one" + (field.equals("sources") ? " source" : "");
            case "maxItems" -> "has " + value.size() + " entries; the most is " + limit;
            case "enum" ->
                "must be one of " + choices(rules) + ", not " + (value.isString() ? quoted(value) : found(value));
            case "minimum" -> "must not be less than " + limit;
            case "exclusiveMinimum" -> "must be more than " + limit + "; leave it out where no number is known";
            case "uniqueItems" -> "names the same party and person twice; name each once";
            case "maximum" -> "must not be more than " + limit;
            default -> "is not well formed";
        };
    }

    private static String expected(JsonNode rules, String field) {
        String type = rules.path("type").asString("");
        if (rules.path("title").asString("").equals(Actor.class.getSimpleName())) {
            return "a party code such as RUS, or an object of party and person";
        } else if (rules.path("format").asString("").equals(FieldSchema.EDTF_FORMAT)) {
            return (field.equals("embargo") ? "true, or " : "") + "a date in quotation marks, such as \"2025-08-15\"";
        } else if (type.equals("array") && field.equals("sources")) {
            return "a list of sources";
        }
        return TYPES.getOrDefault(type, type);
    }

    private static String found(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "null; a field without a value is omitted";
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> value.asString();
            case ARRAY -> "a list";
            default -> "an object";
        };
    }

    private static String choices(JsonNode rules) {
        return String.join(
                ", ", rules.path("enum").valueStream().map(JsonNode::asString).toList());
    }

    private static String quoted(JsonNode value) {
        return "'" + abbreviated(value.isValueNode() ? value.asString() : value.toString(), QUOTED_MAX) + "'";
    }

    private static int length(JsonNode value) {
        String text = value.asString();
        return text.codePointCount(0, text.length());
    }

    private static String date(String text) {
        try {
            Edtf.parse(text);
            return "is not well formed";
        } catch (InvalidDateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The text, cut to at most {@code max} characters and an ellipsis. */
    static String abbreviated(@Nullable String text, int max) {
        String whole = String.valueOf(text);
        return whole.length() > max ? whole.substring(0, max) + "…" : whole;
    }
}

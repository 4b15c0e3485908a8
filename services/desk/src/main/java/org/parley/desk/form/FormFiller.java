package org.parley.desk.form;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Fills a form from a recorded event, as the start of a correction. */
final class FormFiller {
    private FormFiller() {}

    static FormValues fill(List<FormField> fields, JsonNode data) {
        FormValues values = new FormValues();
        for (FormField field : fields) {
            JsonNode value = data.path(field.name());
            if (!value.isMissingNode() && !value.isNull()) {
                fill(field, value, values);
            }
        }
        if (data.path("occurred").isString()) {
            DateInput.write(values, "occurred", data.path("occurred").asString());
        }
        for (String name : List.of("title", "note")) {
            if (data.path(name).isString()) {
                values.put(name, data.path(name).asString());
            }
        }
        evidence(data.path("evidence"), values);
        return values;
    }

    private static void fill(FormField field, JsonNode value, FormValues values) {
        String name = field.name();
        switch (field.input()) {
            case ACTORS -> actors(name, value, values);
            case DATE -> DateInput.write(values, name, value.asString());
            case FLAG -> values.put(name, value.asBoolean(false) ? "true" : "");
            case HANDOVERS -> handovers(name, value, values);
            case MATTERS ->
                values.putAll(name, value.valueStream().map(JsonNode::asString).toList());
            case SOURCE, GRADE -> {}
            default -> values.put(name, value.isNumber() ? value.decimalValue().toPlainString() : value.asString());
        }
    }

    private static void actors(String name, JsonNode actors, FormValues values) {
        int i = 0;
        for (JsonNode actor : actors.isArray() ? actors : List.of(actors)) {
            values.put(
                    name + "." + i + ".party",
                    actor.isString() ? actor.asString() : actor.path("party").asString());
            if (actor.path("person").isString()) {
                values.put(name + "." + i + ".person", actor.path("person").asString());
            }
            i++;
        }
    }

    private static void handovers(String name, JsonNode handovers, FormValues values) {
        int i = 0;
        for (JsonNode handover : handovers) {
            String row = name + "." + i + ".";
            for (String field : List.of("party", "what")) {
                values.put(row + field, handover.path(field).asString());
            }
            if (handover.path("quantity").isNumber()) {
                values.put(
                        row + "quantity",
                        handover.path("quantity").decimalValue().toPlainString());
            }
            if (handover.path("atLeast").asBoolean(false)) {
                values.put(row + "atLeast", "true");
            }
            i++;
        }
    }

    private static void evidence(JsonNode evidence, FormValues values) {
        int i = 0;
        for (JsonNode source : evidence.path("sources")) {
            String prefix = "source." + i + ".";
            source.propertyStream()
                    .filter(field -> field.getValue().isString())
                    .forEach(field ->
                            values.put(prefix + field.getKey(), field.getValue().asString()));
            i++;
        }
        if (evidence.path("grade").isString()) {
            String grade = evidence.path("grade").asString();
            values.put("reliability", grade.substring(0, 1));
            values.put("credibility", grade.substring(1));
        }
    }
}

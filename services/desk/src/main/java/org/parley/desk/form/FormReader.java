package org.parley.desk.form;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.written.DateParameter;
import org.parley.desk.written.SourceLink;
import org.parley.table.cell.CellValue;
import org.parley.table.cell.NumberCell;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Converts form values to a command's JSON. The ledger validates it. */
final class FormReader {
    /** The maximum number of rows of sources or actors. */
    static final int ROWS_MAX = 50;

    private static final List<String> SOURCE = List.of("publisher", "title", "url", "published", "author", "archived");

    private final Clock clock;

    FormReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * The command's own fields.
     *
     * @throws ServiceRefusedException when a number is ambiguous or not a number
     */
    void read(List<FormField> fields, FormValues values, ObjectNode target) {
        for (FormField field : fields) {
            JsonNode value = value(field, values);
            if (value != null) {
                target.set(field.name(), value);
            }
        }
    }

    private @Nullable JsonNode value(FormField field, FormValues values) {
        String name = field.name();
        return switch (field.input()) {
            case ACTORS -> actors(name, values);
            case DATE -> text(DateInput.read(values, name, clock));
            case FLAG -> Json.MAPPER.getNodeFactory().booleanNode(values.has(name));
            case NUMBER -> number(name, values.get(name));
            case HANDOVERS -> handovers(name, values);
            case MATTERS -> list(values.all(name));
            case SOURCE -> source("source.0", values);
            case GRADE -> text(grade(values));
            case CODE -> text(values.get(name).toUpperCase(java.util.Locale.ROOT));
            case LINE, TEXT, CHOICE, DISPUTE, PARTY, SLUG, REFERENCE -> text(values.get(name));
        };
    }

    /** The title, date, evidence and note. */
    void circumstances(FormValues values, ObjectNode target) {
        set(target, "title", values.get("title"));
        set(target, "occurred", DateInput.read(values, "occurred", clock));
        ObjectNode evidence = evidence(values);
        if (evidence != null) {
            target.set("evidence", evidence);
        }
        set(target, "note", values.get("note"));
    }

    /** The embargo, if there is one. */
    void embargo(FormValues values, ObjectNode target) {
        String how = values.get("embargo.how");
        if (how.equals("open") || how.equals(DateInput.WRITTEN) && !values.has("embargo.written")) {
            target.put("embargo", true);
        } else {
            set(target, "embargo", DateInput.read(values, "embargo", clock));
        }
    }

    /** The sources and their grade; null without a source. */
    @Nullable ObjectNode evidence(FormValues values) {
        ArrayNode sources = Json.MAPPER.createArrayNode();
        for (int i = 0; i < ROWS_MAX; i++) {
            ObjectNode source = source("source." + i, values);
            if (source != null) {
                sources.add(source);
            }
        }
        if (sources.isEmpty()) {
            return null;
        }
        ObjectNode evidence = Json.MAPPER.createObjectNode();
        evidence.set("sources", sources);
        set(evidence, "grade", grade(values));
        return evidence;
    }

    private @Nullable ObjectNode source(String prefix, FormValues values) {
        ObjectNode source = Json.MAPPER.createObjectNode();
        SOURCE.forEach(name -> set(source, name, values.get(prefix + "." + name)));
        String published = values.get(prefix + ".published");
        if (!published.isEmpty()) {
            source.put("published", DateParameter.find(published, clock).orElse(published));
        }
        if (source.isEmpty()) {
            return null;
        }
        if (source.has("url")) {
            // A link alone is a valid source: publisher and title default to parts of the link.
            SourceLink link = SourceLink.of(source.path("url").asString());
            if (!source.has("publisher")) {
                set(source, "publisher", link.host());
            }
            if (!source.has("title")) {
                set(source, "title", link.title());
            }
        }
        return source;
    }

    private static @Nullable String grade(FormValues values) {
        String reliability = values.get("reliability");
        String credibility = values.get("credibility");
        return reliability.isEmpty() && credibility.isEmpty()
                ? null
                : (reliability.isEmpty() ? "F" : reliability) + (credibility.isEmpty() ? "6" : credibility);
    }

    private static @Nullable JsonNode actors(String name, FormValues values) {
        ArrayNode actors = Json.MAPPER.createArrayNode();
        for (int i = 0; i < ROWS_MAX; i++) {
            String party = values.get(name + "." + i + ".party");
            String person = values.get(name + "." + i + ".person");
            if (!party.isEmpty() || !person.isEmpty()) {
                ObjectNode actor = actors.addObject();
                set(actor, "party", party);
                set(actor, "person", person);
            }
        }
        return actors.isEmpty() ? null : actors;
    }

    private static @Nullable JsonNode handovers(String name, FormValues values) {
        ArrayNode handovers = Json.MAPPER.createArrayNode();
        for (int i = 0; i < ROWS_MAX; i++) {
            String row = name + "." + i;
            if (values.any(row + ".")) {
                ObjectNode handover = handovers.addObject();
                set(handover, "party", values.get(row + ".party"));
                set(handover, "what", values.get(row + ".what"));
                JsonNode quantity = number(name + "/" + i + "/quantity", values.get(row + ".quantity"));
                if (quantity != null) {
                    handover.set("quantity", quantity);
                }
                if (values.has(row + ".atLeast")) {
                    handover.put("atLeast", true);
                }
            }
        }
        return handovers.isEmpty() ? null : handovers;
    }

    /** Refuses an ambiguous number here, because the ledger would receive only one of its readings. */
    private static @Nullable JsonNode number(String field, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (NumberCell.read(text)) {
            case CellValue.Literal number -> number.json();
            case CellValue.Interpreted number -> number.json();
            case CellValue.Unclear unclear ->
                throw new ServiceRefusedException(
                        ServiceProblem.invalid("/" + field, unclear.why().text(LocaleContextHolder.getLocale())));
        };
    }

    private static @Nullable JsonNode list(List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static @Nullable JsonNode text(@Nullable String text) {
        return text == null || text.isEmpty()
                ? null
                : Json.MAPPER.getNodeFactory().stringNode(text);
    }

    private static void set(ObjectNode object, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            object.put(name, text);
        }
    }
}

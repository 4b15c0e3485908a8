package org.parley.desk.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.NegotiationChange;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.ValueChange;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The differences between two instants on one axis, each with the developments that caused it. */
@Controller
class ChangesController {
    private static final int CAUSES_SHOWN = 20;

    private final ArchiveClient archive;
    private final PageMessages words;

    ChangesController(ArchiveClient archive, PageMessages words) {
        this.archive = archive;
        this.words = words;
    }

    /**
     * A change as shown on the page.
     *
     * @param title the title of the matter, or a label for the negotiation
     * @param lines the fields that differ
     * @param causes the developments that caused it, in the archive's order
     * @param omitted the number of causes that are not shown
     */
    record Line(
            @Nullable String kind,
            @Nullable String matter,
            String title,
            List<Difference> lines,
            List<TrailEntryView> causes,
            int omitted) {}

    /** A field before and after; null where it has no value. */
    record Difference(
            String label, @Nullable String before, @Nullable String after) {}

    @GetMapping("/n/{n}/changes")
    String changes(
            @PathVariable String n,
            @RequestParam(defaultValue = "world") String axis,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @ModelAttribute("here") PageLinks here,
            Model model) {
        model.addAttribute("axis", axis);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        NegotiationView state = archive.state(n, here.moment());
        model.addAttribute("title", state.title());
        if (from != null && !from.isBlank()) {
            Map<String, Object> query = new LinkedHashMap<>();
            query.put("axis", axis);
            query.put("from", from);
            query.put("to", to);
            // The other axis keeps the page's value.
            query.put(axis.equals("world") ? "knownAt" : "asOf", otherAxis(axis, here.moment()));
            DetailFormatter detail = new DetailFormatter(words, state.names(), state.titles());
            List<NegotiationChange> changes = archive.changes(n, query);
            Map<String, TrailEntryView> causes = archive.entries(
                    n,
                    changes.stream()
                            .flatMap(change -> change.because().stream().limit(CAUSES_SHOWN))
                            .toList(),
                    axis.equals("world")
                            ? BitemporalPoint.of(null, here.moment().knownAt())
                            : BitemporalPoint.NOW);
            model.addAttribute(
                    "changes",
                    changes.stream().map(change -> line(change, causes, detail)).toList());
        }
        return "desk/changes";
    }

    private static @Nullable String otherAxis(String axis, BitemporalPoint moment) {
        return axis.equals("world") ? moment.knownAt() : moment.asOf();
    }

    private Line line(NegotiationChange change, Map<String, TrailEntryView> entries, DetailFormatter detail) {
        List<TrailEntryView> causes = change.because().stream()
                .map(entries::get)
                .filter(Objects::nonNull)
                .limit(CAUSES_SHOWN)
                .toList();
        return new Line(
                change.kind(),
                change.matter(),
                title(change),
                differences(change, detail),
                causes,
                change.because().size() - causes.size());
    }

    private String title(NegotiationChange change) {
        JsonNode either = change.after() != null && change.after().isObject() ? change.after() : change.before();
        return either != null && either.path("title").isString()
                ? either.path("title").asString()
                : words.of("changes.negotiation");
    }

    private List<Difference> differences(NegotiationChange change, DetailFormatter detail) {
        String kind = Objects.requireNonNullElse(change.kind(), "");
        Map<String, List<String>> before = described(kind, change.before(), detail);
        Map<String, List<String>> after = described(kind, change.after(), detail);
        Map<String, List<String>> labels = new LinkedHashMap<>(after);
        labels.putAll(before);
        List<Difference> differences = new ArrayList<>();
        for (String label : labels.keySet()) {
            List<String> one = before.getOrDefault(label, List.of());
            List<String> other = after.getOrDefault(label, List.of());
            if (!one.equals(other)) {
                ValueChange values = ValueChange.of(one, other);
                differences.add(new Difference(label, values.before(), values.after()));
            }
        }
        return differences;
    }

    /** The fields of a state as texts by label; a list field has one text for each item. */
    private Map<String, List<String>> described(String kind, @Nullable JsonNode state, DetailFormatter detail) {
        Map<String, List<String>> described = new LinkedHashMap<>();
        if (state == null || !state.isObject()) {
            return described;
        }
        for (String name : List.of("status", "title", "stance", "since", "summary")) {
            if (state.path(name).isString()) {
                String value = state.path(name).asString();
                described.put(
                        words.orElse("field." + name, name),
                        List.of(
                                switch (name) {
                                    case "since" -> words.date(value);
                                    case "status" -> words.status(kind, value);
                                    case "stance" -> words.term(value);
                                    default -> value;
                                }));
            }
        }
        for (String flag : List.of("possible", "disputed", "held")) {
            if (state.path(flag).asBoolean(false)) {
                described.put(words.of("mark." + flag), List.of(words.of("yes")));
            }
        }
        if (state.path("detail").isObject()) {
            Map<String, Object> fields = Json.MAPPER.convertValue(state.path("detail"), new TypeReference<>() {});
            detail.fields(kind, fields)
                    .forEach(field -> described.put(detail.label(kind, field.name()), field.texts()));
        }
        return described;
    }
}

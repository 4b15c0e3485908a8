package org.parley.archive.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.contract.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts the entries of a trail: by facet, and by day. */
final class TrailCounts {
    /** The most values of a facet that are told. */
    static final int VALUES_MAX = 100;

    private final JdbcClient database;

    TrailCounts(JdbcClient database) {
        this.database = database;
    }

    ObjectNode facets(Span span, TrailAsked.Page page) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        TrailSelect count = TrailSelect.count(span, page);
        json.put(
                "total",
                database.sql(count.sql())
                        .params(count.parameters())
                        .query(Long.class)
                        .single());
        ObjectNode facets = json.putObject("facets");
        for (Facet facet : Facet.values()) {
            facets.set(facet.parameter(), values(span, page, facet));
        }
        return json;
    }

    private ArrayNode values(Span span, TrailAsked.Page page, Facet facet) {
        TrailSelect select = TrailSelect.counts(span, page, facet, VALUES_MAX);
        List<Value> values = new ArrayList<>(database.sql(select.sql())
                .params(select.parameters())
                .query((row, n) -> new Value(row.getString("value"), row.getLong("n")))
                .list());
        for (String asked : page.filter().values(facet)) {
            if (values.stream().noneMatch(value -> value.value.equals(asked))) {
                values.add(new Value(asked, 0));
            }
        }
        Map<String, String> names = names(
                span.negotiation(), facet, values.stream().map(Value::value).toList());
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (Value value : values) {
            ObjectNode one = array.addObject().put("value", value.value);
            if (facet == Facet.MATTER || facet == Facet.PARTY) {
                one.put(facet == Facet.PARTY ? "name" : "title", names.getOrDefault(value.value, value.value));
            }
            one.put("count", value.count);
        }
        return array;
    }

    private record Value(String value, long count) {}

    /** How these parties or matters were last called. */
    private Map<String, String> names(String negotiation, Facet facet, List<String> values) {
        Map<String, String> names = new HashMap<>();
        String sql =
                switch (facet) {
                    case PARTY -> """
                            select party, name from archive.trail_party
                            where negotiation = :negotiation and party = any (:values)""";
                    case MATTER -> """
                            select v.value, m.title from unnest(:values::text[]) as v (value)
                            join archive.trail_matter m on m.negotiation = :negotiation
                                and m.kind = split_part(v.value, '/', 1) and m.matter = split_part(v.value, '/', 2)""";
                    default -> "";
                };
        if (!sql.isEmpty()) {
            database.sql(sql)
                    .param("negotiation", negotiation)
                    .param("values", values.toArray(String[]::new))
                    .query(row -> {
                        names.put(row.getString(1), row.getString(2));
                    });
        }
        return names;
    }

    ObjectNode calendar(Span span) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("through", span.through());
        json.set("world", days(TrailSelect.worldDays(span)));
        json.set("desk", days(TrailSelect.deskDays(span)));
        return json;
    }

    private ArrayNode days(TrailSelect select) {
        ArrayNode days = Json.MAPPER.createArrayNode();
        database.sql(select.sql()).params(select.parameters()).query(row -> {
            days.addObject().put("day", row.getString("day")).put("count", row.getLong("n"));
        });
        return days;
    }
}

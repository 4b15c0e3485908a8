package org.parley.archive.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.party.PartyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts the entries of a trail by facet and by day. */
final class TrailCounts {
    /** The maximum number of values of a facet in an answer. */
    static final int VALUES_MAX = 100;

    private final JdbcClient database;

    TrailCounts(JdbcClient database) {
        this.database = database;
    }

    ObjectNode facets(Span span, TrailAsked.Page page) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        NamedSearch search = NamedSearch.of(database, span, page.filter().words());
        TrailSelect count = TrailSelect.count(span, page, search);
        json.put(
                "total",
                database.sql(count.sql())
                        .params(count.parameters())
                        .query(Long.class)
                        .single());
        ObjectNode facets = json.putObject("facets");
        for (Facet facet : Facet.values()) {
            facets.set(facet.parameter(), values(span, page, search, facet));
        }
        return json;
    }

    private ArrayNode values(Span span, TrailAsked.Page page, @Nullable NamedSearch search, Facet facet) {
        TrailSelect select = TrailSelect.counts(span, page, search, facet, VALUES_MAX);
        List<Value> values = new ArrayList<>(database.sql(select.sql())
                .params(select.parameters())
                .query((row, n) -> new Value(row.getString("value"), row.getLong("n")))
                .list());
        for (String filtered : page.filter().values(facet)) {
            if (values.stream().noneMatch(value -> value.value.equals(filtered))) {
                values.add(new Value(filtered, 0));
            }
        }
        Map<String, String> names =
                names(span, facet, values.stream().map(Value::value).toList());
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

    /** The known names of these parties or matters, by value. */
    private Map<String, String> names(Span span, Facet facet, List<String> values) {
        if (facet != Facet.PARTY && facet != Facet.MATTER) {
            return Map.of();
        }
        Instant asOf = span.asOf() == null ? Instant.MAX : span.asOf();
        List<MatterAddress> matters = facet == Facet.PARTY
                ? List.of(MatterAddress.ofNegotiation(span.negotiation()))
                : values.stream().flatMap(value -> matter(span, value).stream()).toList();
        TrailNames known = TrailNames.of(database, matters, span.through());
        Map<String, String> names = new HashMap<>();
        if (facet == Facet.PARTY) {
            values.forEach(value -> names.put(value, known.party(span.negotiation(), new PartyCode(value), asOf)));
        } else {
            values.forEach(
                    value -> matter(span, value).ifPresent(matter -> names.put(value, known.title(matter, asOf))));
        }
        return names;
    }

    /** The address of a matter given as kind/slug; empty without a valid kind. */
    private static Optional<MatterAddress> matter(Span span, String value) {
        int slash = value.indexOf('/');
        return Kind.ofSlug(slash < 0 ? "" : value.substring(0, slash))
                .map(kind -> new MatterAddress(span.negotiation(), kind, value.substring(slash + 1)));
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

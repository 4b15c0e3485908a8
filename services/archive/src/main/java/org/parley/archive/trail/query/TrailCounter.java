package org.parley.archive.trail.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.trail.search.TrailNames;
import org.parley.archive.trail.search.TrailSearch;
import org.parley.contract.Json;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.PartyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts the entries of a trail by facet and by day. */
public final class TrailCounter {
    /** The maximum number of values of a facet in an answer. */
    public static final int VALUES_MAX = 100;

    private final JdbcClient database;

    public TrailCounter(JdbcClient database) {
        this.database = database;
    }

    public ObjectNode facets(TrailSpan span, TrailQuery.Page page) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        TrailSearch search = TrailSearch.of(database, span, page.filter().words());
        TrailSql count = TrailSql.count(span, page, search);
        json.put(
                "total",
                database.sql(count.sql())
                        .params(count.parameters())
                        .query(Long.class)
                        .single());
        ObjectNode facets = json.putObject("facets");
        for (TrailFacet facet : TrailFacet.values()) {
            facets.set(facet.parameter(), values(span, page, search, facet));
        }
        return json;
    }

    private ArrayNode values(TrailSpan span, TrailQuery.Page page, @Nullable TrailSearch search, TrailFacet facet) {
        TrailSql select = TrailSql.counts(span, page, search, facet, VALUES_MAX);
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
            if (facet == TrailFacet.MATTER || facet == TrailFacet.PARTY) {
                one.put(facet == TrailFacet.PARTY ? "name" : "title", names.getOrDefault(value.value, value.value));
            }
            one.put("count", value.count);
        }
        return array;
    }

    private record Value(String value, long count) {}

    /** The known names of these parties or matters, by value. */
    private Map<String, String> names(TrailSpan span, TrailFacet facet, List<String> values) {
        if (facet != TrailFacet.PARTY && facet != TrailFacet.MATTER) {
            return Map.of();
        }
        Instant asOf = span.asOf() == null ? Instant.MAX : span.asOf();
        List<MatterAddress> matters = facet == TrailFacet.PARTY
                ? List.of(MatterAddress.ofNegotiation(span.negotiation()))
                : values.stream().flatMap(value -> matter(span, value).stream()).toList();
        TrailNames known = TrailNames.of(database, matters, span.through());
        Map<String, String> names = new HashMap<>();
        if (facet == TrailFacet.PARTY) {
            values.forEach(value -> names.put(value, known.party(span.negotiation(), new PartyCode(value), asOf)));
        } else {
            values.forEach(
                    value -> matter(span, value).ifPresent(matter -> names.put(value, known.title(matter, asOf))));
        }
        return names;
    }

    /** The address of a matter given as kind/slug; empty without a valid kind. */
    private static Optional<MatterAddress> matter(TrailSpan span, String value) {
        int slash = value.indexOf('/');
        return MatterKind.ofSlug(slash < 0 ? "" : value.substring(0, slash))
                .map(kind -> new MatterAddress(span.negotiation(), kind, value.substring(slash + 1)));
    }

    public ObjectNode calendar(TrailSpan span) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("through", span.through());
        json.set("world", days(TrailSql.occurredDays(span)));
        json.set("desk", days(TrailSql.recordedDays(span)));
        return json;
    }

    private ArrayNode days(TrailSql select) {
        ArrayNode days = Json.MAPPER.createArrayNode();
        database.sql(select.sql()).params(select.parameters()).query(row -> {
            days.addObject().put("day", row.getString("day")).put("count", row.getLong("n"));
        });
        return days;
    }
}

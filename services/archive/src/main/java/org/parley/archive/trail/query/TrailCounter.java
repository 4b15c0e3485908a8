package org.parley.archive.trail.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.trail.search.TrailNames;
import org.parley.archive.trail.search.TrailSearch;
import org.parley.contract.Json;
import org.parley.domain.history.Standing;
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
        Counts counts = counts(span, page);
        Map<TrailFacet, List<Value>> values = new EnumMap<>(TrailFacet.class);
        for (TrailFacet facet : TrailFacet.values()) {
            values.put(facet, counts.mostFrequent(facet, page.filter().values(facet)));
        }
        Names names = new Names(span, values.getOrDefault(TrailFacet.MATTER, List.of()));
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("total", counts.total);
        ObjectNode facets = json.putObject("facets");
        values.forEach((facet, listed) -> {
            ArrayNode array = facets.putArray(facet.parameter());
            for (Value value : listed) {
                ObjectNode one = array.addObject().put("value", value.value);
                if (facet == TrailFacet.MATTER) {
                    one.put("title", names.title(value.value));
                } else if (facet == TrailFacet.PARTY) {
                    one.put("name", names.party(value.value));
                }
                one.put("count", value.count);
            }
        });
        return json;
    }

    /** Only a filter by standing needs the standing of every entry; otherwise few entries have one to read. */
    private Counts counts(TrailSpan span, TrailQuery.Page page) {
        TrailSearch search = TrailSearch.of(
                database, span, page.filter().words(), page.filter().tolerant());
        boolean filtersStanding = !page.filter().standings().isEmpty();
        Set<TrailFacet> facets = EnumSet.allOf(TrailFacet.class);
        if (!filtersStanding) {
            facets.remove(TrailFacet.STANDING);
        }
        TrailSql select = TrailSql.facets(span, page, search, facets);
        Counts counts = new Counts(facets);
        database.sql(select.sql()).params(select.parameters()).query((ResultSet row) -> counts.addFacet(row));
        if (!filtersStanding) {
            TrailSql standings = TrailSql.standings(span, page, search);
            counts.addEffective(counts.total);
            database.sql(standings.sql())
                    .params(standings.parameters())
                    .query((ResultSet row) -> counts.addStandings(row));
        }
        return counts;
    }

    private record Value(String value, long count) {}

    /** The numbers of entries by value, for each facet those that pass the filters of all others. */
    private static final class Counts {
        private final Set<TrailFacet> facets;
        private final Map<TrailFacet, Map<String, Long>> byFacet = new EnumMap<>(TrailFacet.class);
        private long total;

        Counts(Set<TrailFacet> facets) {
            this.facets = facets;
        }

        void addFacet(ResultSet row) throws SQLException {
            int grouping = row.getInt("facet");
            int failing = row.getInt("failing");
            long count = row.getLong("n");
            if (grouping == TrailFacet.noGrouping(facets)) {
                total += failing == 0 ? count : 0;
                return;
            }
            TrailFacet facet = facets.stream()
                    .filter(each -> each.grouping(facets) == grouping)
                    .findFirst()
                    .orElseThrow();
            if (failing == 0 || failing == facet.bit()) {
                values(row, facet).forEach(value -> add(facet, value, count));
            }
        }

        private static List<String> values(ResultSet row, TrailFacet facet) throws SQLException {
            if (facet == TrailFacet.PARTY || facet == TrailFacet.STANDING) {
                return List.of((String[]) row.getArray("values").getArray());
            }
            String value = row.getString("value");
            return facet == TrailFacet.MATTER && value.indexOf('/') < 0 ? List.of() : List.of(value);
        }

        private void add(TrailFacet facet, String value, long count) {
            byFacet.computeIfAbsent(facet, each -> new HashMap<>()).merge(value, count, Long::sum);
        }

        void addEffective(long count) {
            add(TrailFacet.STANDING, Standing.EFFECTIVE.name(), count);
        }

        /** Adds entries that {@link #addEffective} has counted, with their actual standings. */
        void addStandings(ResultSet row) throws SQLException {
            long count = row.getLong("n");
            addEffective(-count);
            values(row, TrailFacet.STANDING).forEach(value -> add(TrailFacet.STANDING, value, count));
        }

        /** The most frequent values, and those that were asked for. */
        List<Value> mostFrequent(TrailFacet facet, List<String> asked) {
            Map<String, Long> counts = byFacet.getOrDefault(facet, Map.of());
            List<Value> values = new ArrayList<>(counts.entrySet().stream()
                    .filter(each -> each.getValue() > 0)
                    .map(each -> new Value(each.getKey(), each.getValue()))
                    .sorted(Comparator.comparing((Value value) -> -value.count).thenComparing(Value::value))
                    .limit(VALUES_MAX)
                    .toList());
            for (String value : asked) {
                if (values.stream().noneMatch(listed -> listed.value.equals(value))) {
                    values.add(new Value(value, 0));
                }
            }
            return values;
        }
    }

    /** The known names of parties and matters. */
    private final class Names {
        private final TrailSpan span;
        private final Instant asOf;
        private final TrailNames known;

        Names(TrailSpan span, List<Value> matters) {
            this.span = span;
            this.asOf = span.asOf() == null ? Instant.MAX : span.asOf();
            List<MatterAddress> named = new ArrayList<>(List.of(MatterAddress.ofNegotiation(span.negotiation())));
            matters.forEach(value -> matter(span, value.value).ifPresent(named::add));
            this.known = TrailNames.of(database, named, span.through());
        }

        String party(String code) {
            return known.party(span.negotiation(), new PartyCode(code), asOf);
        }

        String title(String value) {
            return matter(span, value).map(matter -> known.title(matter, asOf)).orElse(value);
        }
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

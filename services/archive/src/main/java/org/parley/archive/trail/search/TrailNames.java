package org.parley.archive.trail.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.archive.store.Timestamps;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Timeline;
import org.parley.domain.time.Timeline.Given;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The names of parties and titles of matters over valid time, as known at a position of their trail. Loading takes two
 * small queries, whatever the length of the trail.
 */
public final class TrailNames {
    /**
     * Reads the columns through JSON, because the tables of the former version, which answer during a rebuild, have
     * only the last name of each.
     */
    private static final String GIVEN = """
            select distinct on (%1$s, first_id) %1$s, name, start, position from (
                select %1$s, t.%2$s as name, (to_jsonb(t) ->> 'first_id') as first_id,
                    coalesce((to_jsonb(t) ->> 'since')::bigint, 0) as since,
                    coalesce((to_jsonb(t) ->> 'position')::bigint, 0) as position,
                    (to_jsonb(t) ->> 'start')::timestamptz as start
                from archive.%3$s t where %4$s) given
            where since <= :through
            order by %1$s, first_id, since desc""";

    private static final String PARTIES =
            GIVEN.formatted("negotiation, party", "name", "trail_party", "t.negotiation = any (:negotiations::text[])");

    /** Includes the titles of the negotiations: a name without a date applies from the opening of its negotiation. */
    private static final String MATTERS = GIVEN.formatted("negotiation, kind, matter", "title", "trail_matter", """
            (t.negotiation, t.kind, t.matter) in
                (select * from unnest(:negotiations::text[], :kinds::text[], :matters::text[]))""");

    /** The same for all matters. */
    private static final String ALL_MATTERS = GIVEN.formatted(
            "negotiation, kind, matter", "title", "trail_matter", "t.negotiation = any (:negotiations::text[])");

    private final Map<Party, Timeline<String>> parties;
    private final Map<MatterAddress, Timeline<String>> matters;

    private record Party(String negotiation, String code) {}

    private TrailNames(Map<Party, Timeline<String>> parties, Map<MatterAddress, Timeline<String>> matters) {
        this.parties = parties;
        this.matters = matters;
    }

    /**
     * Loads the titles of these matters, and the names of the parties of their negotiations.
     *
     * @param through the last known position of each trail
     */
    public static TrailNames of(JdbcClient database, Collection<MatterAddress> matters, long through) {
        List<String> negotiations =
                matters.stream().map(MatterAddress::negotiation).distinct().toList();
        List<MatterAddress> requested = new ArrayList<>(matters);
        negotiations.forEach(negotiation -> requested.add(MatterAddress.ofNegotiation(negotiation)));
        return of(
                database,
                database.sql(MATTERS)
                        .param(
                                "negotiations",
                                requested.stream()
                                        .map(MatterAddress::negotiation)
                                        .toArray(String[]::new))
                        .param(
                                "kinds",
                                requested.stream()
                                        .map(each -> each.kind().slug())
                                        .toArray(String[]::new))
                        .param(
                                "matters",
                                requested.stream().map(MatterAddress::slug).toArray(String[]::new)),
                negotiations,
                through);
    }

    /** Loads the names of all parties and matters of a negotiation, of each as far as known. */
    public static TrailNames ofAll(JdbcClient database, String negotiation, long through) {
        String[] negotiations = {negotiation};
        return of(
                database, database.sql(ALL_MATTERS).param("negotiations", negotiations), List.of(negotiation), through);
    }

    private static TrailNames of(
            JdbcClient database, JdbcClient.StatementSpec ofMatters, List<String> negotiations, long through) {
        Map<MatterAddress, List<Given<String>>> titles = new HashMap<>();
        ofMatters.param("through", through).query((ResultSet row) -> {
            MatterKind kind = MatterKind.ofSlug(row.getString("kind")).orElseThrow();
            addName(titles, new MatterAddress(row.getString("negotiation"), kind, row.getString("matter")), row);
        });
        Map<Party, List<Given<String>>> names = new HashMap<>();
        database.sql(PARTIES)
                .param("negotiations", negotiations.toArray(String[]::new))
                .param("through", through)
                .query((ResultSet row) ->
                        addName(names, new Party(row.getString("negotiation"), row.getString("party")), row));
        Map<String, Instant> beginnings = new HashMap<>();
        negotiations.forEach(negotiation -> beginnings.put(
                negotiation, beginning(titles.getOrDefault(MatterAddress.ofNegotiation(negotiation), List.of()))));
        return new TrailNames(
                timelines(names, party -> beginnings.get(party.negotiation)),
                timelines(
                        titles,
                        matter ->
                                matter.kind() == MatterKind.NEGOTIATION ? beginnings.get(matter.negotiation()) : null));
    }

    private static <T> void addName(Map<T, List<Given<String>>> all, T called, ResultSet row) throws SQLException {
        String name = row.getString("name");
        List<Given<String>> given = all.computeIfAbsent(called, each -> new ArrayList<>());
        if (name != null) {
            given.add(new Given<>(row.getLong("position"), Timestamps.read(row, "start"), name));
        }
    }

    /** The instant at which a negotiation was opened, by the development that first sets its title. */
    private static Instant beginning(List<Given<String>> titles) {
        return titles.stream()
                .map(title -> Optional.ofNullable(title.start()).orElse(Instant.MIN))
                .findFirst()
                .orElse(Instant.MIN);
    }

    private interface Beginning<T> {
        @Nullable Instant of(T called);
    }

    private static <T> Map<T, Timeline<String>> timelines(Map<T, List<Given<String>>> given, Beginning<T> beginning) {
        Map<T, Timeline<String>> timelines = new HashMap<>();
        given.forEach((called, names) -> timelines.put(
                called,
                Timeline.of(names, Optional.ofNullable(beginning.of(called)).orElse(Instant.MIN))));
        return timelines;
    }

    /** The names of every party over valid time, by its code. */
    public Map<String, Timeline<String>> partiesByCode() {
        Map<String, Timeline<String>> byCode = new HashMap<>();
        parties.forEach((party, names) -> byCode.put(party.code, names));
        return byCode;
    }

    /** The titles of every matter over valid time; without any for one that has none. */
    public Map<MatterAddress, Timeline<String>> titles() {
        return Map.copyOf(matters);
    }

    /** The names of a party over valid time. */
    Timeline<String> party(String negotiation, PartyCode code) {
        return parties.getOrDefault(new Party(negotiation, code.text()), Timeline.empty());
    }

    /** The name of a party at an instant of valid time; its code if none is known. */
    public String party(String negotiation, PartyCode code, Instant world) {
        return party(negotiation, code).at(world).orElse(code.text());
    }

    /**
     * The name of a party in the sentence of an admission that recorded a name: that name, or if it was corrected, the
     * name at that time.
     */
    public String admittedName(String negotiation, PartyCode code, String recorded, Instant world) {
        return isNamed(negotiation, code, recorded) ? recorded : party(negotiation, code, world);
    }

    /** Whether a name is one of the party's names, or none of them is known. */
    boolean isNamed(String negotiation, PartyCode code, String name) {
        List<String> all = party(negotiation, code).values();
        return all.isEmpty() || all.contains(name);
    }

    /** Whether a party had another name until an instant of valid time. */
    public boolean isRenamed(String negotiation, PartyCode code, String name, Instant world) {
        return party(negotiation, code)
                .until(world)
                .filter(before -> !before.equals(name))
                .isPresent();
    }

    /** The names of all parties of a negotiation at an instant of valid time, by their codes in order. */
    public Map<String, String> parties(String negotiation, Instant world) {
        Map<String, String> called = new TreeMap<>();
        parties.forEach((party, names) -> {
            if (party.negotiation().equals(negotiation)) {
                called.put(party.code(), names.at(world).orElse(party.code()));
            }
        });
        return called;
    }

    /** Whether a matter has begun, with a title or without. */
    public boolean isKnown(MatterAddress matter) {
        return matters.containsKey(matter);
    }

    /** The titles of a matter. */
    Timeline<String> title(MatterAddress matter) {
        return matters.getOrDefault(matter, Timeline.empty());
    }

    /** The title of a matter at an instant of valid time; its slug if it has none. */
    public String title(MatterAddress matter, Instant world) {
        return title(matter).at(world).orElse(matter.slug());
    }
}

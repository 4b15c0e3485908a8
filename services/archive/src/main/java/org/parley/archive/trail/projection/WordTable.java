package org.parley.archive.trail.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.archive.trail.search.SearchWords;

/** Writes the words that occur in a trail for the first time. */
final class WordTable {
    private static final String INSERT = """
            insert into trail_word (negotiation, word, since)
            select * from unnest(?::text[], ?::text[], ?::bigint[]) on conflict do nothing""";

    private WordTable() {}

    /** Adds the words of these entries, which are in the order of their positions. */
    static void insert(Connection connection, List<TrailRow> rows) throws SQLException {
        Map<String, Map<String, Long>> firsts = new TreeMap<>();
        for (TrailRow row : rows) {
            Map<String, Long> ofTrail =
                    firsts.computeIfAbsent(row.event().subject().negotiation(), each -> new TreeMap<>());
            SearchWords.spellable(row.searchable())
                    .forEach(word -> ofTrail.putIfAbsent(word, row.event().position()));
        }
        List<String> negotiations = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        firsts.forEach((negotiation, ofTrail) -> ofTrail.forEach((word, position) -> {
            negotiations.add(negotiation);
            words.add(word);
            positions.add(position);
        }));
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("text", negotiations.toArray()));
            insert.setArray(2, connection.createArrayOf("text", words.toArray()));
            insert.setArray(3, connection.createArrayOf("bigint", positions.toArray()));
            insert.executeUpdate();
        }
    }
}

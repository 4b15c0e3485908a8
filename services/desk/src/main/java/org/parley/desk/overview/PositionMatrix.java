package org.parley.desk.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.NegotiationSummary.ListedMatter;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.client.NegotiationView.Position;

/** The positions: a row per question and a column per party with a position. */
record PositionMatrix(List<Party> columns, List<Row> rows) {

    /** A question and its positions by column; null where a party has none. */
    record Row(ListedMatter question, List<@Nullable Position> cells) {}

    static PositionMatrix of(NegotiationSummary summary) {
        Map<String, Map<String, Position>> positions = new HashMap<>();
        Set<String> partiesWithPosition = new HashSet<>();
        for (Position position : summary.positions()) {
            positions
                    .computeIfAbsent(position.question(), question -> new HashMap<>())
                    .putIfAbsent(position.party(), position);
            partiesWithPosition.add(position.party());
        }
        List<Party> columns = summary.parties().stream()
                .filter(party -> partiesWithPosition.contains(party.party()))
                .toList();
        List<Row> rows = summary.groups().stream()
                .filter(group -> group.kind().equals("question"))
                .flatMap(group -> group.matters().stream())
                .map(question -> new Row(question, cells(positions.getOrDefault(question.matter(), Map.of()), columns)))
                .toList();
        return new PositionMatrix(columns, rows);
    }

    private static List<@Nullable Position> cells(Map<String, Position> byParty, List<Party> columns) {
        List<@Nullable Position> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(byParty.get(column.party())));
        return cells;
    }
}

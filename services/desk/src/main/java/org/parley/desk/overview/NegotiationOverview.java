package org.parley.desk.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.client.NegotiationView.Position;
import org.parley.desk.page.DetailFormatter;
import org.parley.domain.matter.MatterKind;

/**
 * The state of a negotiation as shown on its overview.
 *
 * @param groups the matters by kind
 * @param matrix the positions, with a row per question
 * @param parties the negotiating parties
 * @param voices the parties who only comment from outside
 */
record NegotiationOverview(List<Group> groups, Matrix matrix, List<Party> parties, List<Party> voices) {
    /** The detail fields that the overview shows: who supports a matter, who opposes it, and who contributes. */
    private static final List<String> AT_A_GLANCE = List.of(
            "by",
            "claimedBy",
            "between",
            "to",
            "of",
            "against",
            "participants",
            "consentOf",
            "acceptedBy",
            "conditionalBy",
            "rejectedBy",
            "declaredBy",
            "confirmedBy",
            "contestedBy",
            "concededBy",
            "refusedBy",
            "guarantors",
            "endorsedBy",
            "objectedToBy",
            "ruledOutBy",
            "contributions",
            "voices",
            "via",
            "ratifiedBy",
            "leftBy",
            "suspendedBy",
            "inForceSince",
            "deadline",
            "breaches",
            "declinedBy",
            "body",
            "planned",
            "inFavour",
            "opposed",
            "abstained",
            "vetoedBy",
            "gives",
            "given",
            "violations",
            "endedBy",
            "outcome");

    /** The detail fields of which the overview shows only how many there are. */
    private static final List<String> COUNTED = List.of("drafts", "points", "commitments", "discussions");

    /** A kind and its matters. */
    record Group(String kind, List<Row> rows, List<AgreementTally> tallies) {}

    /** A matter with the detail fields for the overview. */
    record Row(
            Matter matter,
            List<DetailFormatter.Field> who,
            @Nullable String partOf) {}

    /** The positions: a row per question and a column per party with a position. */
    record Matrix(List<Party> columns, List<Question> rows) {}

    /** A question and its positions by column; null where a party has none. */
    record Question(String slug, String title, String status, List<@Nullable Position> cells) {}

    static NegotiationOverview of(NegotiationView state, DetailFormatter detail) {
        Map<String, List<Matter>> byKind = state.matters().stream()
                .collect(Collectors.groupingBy(Matter::kind, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> titles = state.titles();
        List<Group> groups = Stream.of(MatterKind.values())
                .map(MatterKind::slug)
                .filter(byKind::containsKey)
                .map(kind -> group(kind, byKind.getOrDefault(kind, List.of()), titles, state.parties(), detail))
                .toList();
        List<Party> atTheTable = new ArrayList<>();
        List<Party> voices = new ArrayList<>();
        state.parties().forEach(party -> (party.partyKind().equals("VOICE") ? voices : atTheTable).add(party));
        return new NegotiationOverview(
                groups, matrix(state, byKind.getOrDefault("question", List.of())), atTheTable, voices);
    }

    private static List<DetailFormatter.Field> atAGlance(Matter matter, DetailFormatter detail) {
        List<DetailFormatter.Field> fields =
                new ArrayList<>(detail.fields(matter.kind(), matter.detail(), AT_A_GLANCE));
        for (String name : COUNTED) {
            Object total = matter.detail().get(name + "Count");
            if (matter.detail().get(name) instanceof List<?> list && !list.isEmpty()) {
                String count = String.valueOf(total == null ? list.size() : total);
                fields.add(new DetailFormatter.Field(name, detail.label(matter.kind(), name), count, List.of()));
            }
        }
        return fields;
    }

    /** The agreement or the packages that a matter is part of; null for none. */
    private static @Nullable String partOf(Matter matter, Map<String, String> titles) {
        Set<String> wholes = new LinkedHashSet<>();
        if (matter.detail().get("partOf") instanceof String whole) {
            wholes.add(titles.getOrDefault(matter.kind() + "/" + whole, whole));
        }
        if (matter.detail().get("packagings") instanceof List<?> packagings) {
            for (Object packaging : packagings) {
                if (packaging instanceof Map<?, ?> fields) {
                    wholes.add(String.valueOf(fields.get("name")));
                }
            }
        }
        return wholes.isEmpty() ? null : String.join(", ", wholes);
    }

    private static Group group(
            String kind,
            List<Matter> matters,
            Map<String, String> titles,
            List<Party> parties,
            DetailFormatter detail) {
        List<Row> rows = matters.stream()
                .map(matter -> new Row(matter, atAGlance(matter, detail), partOf(matter, titles)))
                .toList();
        return new Group(kind, rows, kind.equals("agreement") ? AgreementTally.of(matters, parties) : List.of());
    }

    private static Matrix matrix(NegotiationView state, List<Matter> questions) {
        Map<String, Map<String, Position>> positions = new HashMap<>();
        Set<String> partiesWithPosition = new HashSet<>();
        for (Position position : state.positions()) {
            positions
                    .computeIfAbsent(position.question(), question -> new HashMap<>())
                    .putIfAbsent(position.party(), position);
            partiesWithPosition.add(position.party());
        }
        List<Party> columns = state.parties().stream()
                .filter(party -> partiesWithPosition.contains(party.party()))
                .toList();
        List<Question> rows = questions.stream()
                .map(question -> new Question(
                        question.matter(),
                        question.title(),
                        question.status(),
                        cells(positions.getOrDefault(question.matter(), Map.of()), columns)))
                .toList();
        return new Matrix(columns, rows);
    }

    private static List<@Nullable Position> cells(Map<String, Position> byParty, List<Party> columns) {
        List<@Nullable Position> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(byParty.get(column.party())));
        return cells;
    }
}

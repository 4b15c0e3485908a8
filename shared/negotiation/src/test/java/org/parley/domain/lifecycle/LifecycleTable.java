package org.parley.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.matter.MatterKind;

/**
 * The lifecycle table of a kind as text, one row per line:
 * {@code RejectCeasefire, CeasefireRejected: PROPOSED,AGREED -> REJECTED}. {@code -} means 'does not exist yet',
 * {@code *} any status, {@code same} no change. A semicolon separates transitions, {@code /} the targets of a
 * transition. A trailing {@code ?} marks a target with a condition, {@code !} a transition with a guard, and
 * {@code new} one that restarts the matter.
 */
public record LifecycleTable(MatterKind kind, List<Row> rows) {

    record Row(String command, String event, List<Cell> moves) {}

    record Cell(Set<String> from, String to) {}

    public static LifecycleTable of(MatterKind kind, String text) {
        Set<String> states = new TreeSet<>();
        DomainCatalogue.type(kind).lifecycle().states().forEach(state -> states.add(state.name()));
        return new LifecycleTable(
                kind, text.lines().map(line -> row(line, states)).toList());
    }

    private static Row row(String line, Set<String> states) {
        String[] parts = line.split(": ");
        String[] names = parts[0].split(", ");
        return new Row(
                names[0],
                names[1],
                Arrays.stream(parts[1].split("; "))
                        .map(move -> move.split(" -> "))
                        .map(move -> new Cell(
                                move[0].equals("*") ? states : new TreeSet<>(List.of(move[0].split(","))), move[1]))
                        .toList());
    }

    /** Asserts that the lifecycle in the code equals this table. */
    public void isTheRule() {
        Lifecycle<?, ?> lifecycle = DomainCatalogue.type(kind).lifecycle();
        assertThat(lifecycle.rows().stream().map(LifecycleTable::row).toList())
                .containsExactlyInAnyOrderElementsOf(rows);
        assertThat(lifecycle.states()).extracting(Enum::name).containsExactlyInAnyOrderElementsOf(reachable());
        assertThat(lifecycle.allowedIn(null)).containsExactlyInAnyOrderElementsOf(allowedIn("-"));
        for (Enum<?> state : lifecycle.states()) {
            assertThat(lifecycle.allowedIn(state))
                    .as("allowed in " + state)
                    .containsExactlyInAnyOrderElementsOf(allowedIn(state.name()));
        }
    }

    private List<String> allowedIn(String state) {
        return rows.stream()
                .filter(row -> row.moves.stream().anyMatch(move -> move.from.contains(state)))
                .map(Row::command)
                .toList();
    }

    private Set<String> reachable() {
        return rows.stream()
                .flatMap(row -> row.moves.stream())
                .flatMap(move -> Arrays.stream(move.to.split(" ")[0].split("/")))
                .map(to -> to.replace("?", ""))
                .filter(to -> !to.equals("same"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Row row(LifecycleRow<?, ?> step) {
        return new Row(
                step.commandName(),
                step.eventType(),
                step.transitions().stream().map(LifecycleTable::cell).toList());
    }

    private static Cell cell(Transition<?, ?> move) {
        Stream<String> nothing = move.isInitial() ? Stream.of("-") : Stream.of();
        Set<String> from = Stream.concat(nothing, move.from().stream().map(Enum::name))
                .collect(Collectors.toCollection(TreeSet::new));
        String to = move.targets().stream()
                .map(target -> target.to().name() + (target.predicate() == null ? "" : "?"))
                .collect(Collectors.joining("/"));
        return new Cell(
                from,
                (to.isEmpty() ? "same" : to)
                        + (move.guards().isEmpty() ? "" : " !")
                        + (move.isRestart() ? " new" : ""));
    }
}

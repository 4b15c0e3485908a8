package org.parley.documentation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.catalogue.Catalogue;
import org.parley.matter.Kind;
import org.parley.matter.Lifecycle;
import org.parley.matter.Move;
import org.parley.matter.Step;
import org.parley.matter.Target;

/** Checks the state diagrams of all kinds, which are generated from the lifecycle tables. */
class LifecycleDocumentTest {
    private static final String NOTHING = "[*]";

    @Test
    void everyKindHasAStateDiagram() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Lifecycles

                The lifecycle of each kind of matter, generated from the tables that decide about commands. Commands
                that do not change the status are listed below each diagram. A test generates this page; do not edit it.
                """);
        for (Kind kind : Kind.values()) {
            text.append(section(kind, Catalogue.type(kind).lifecycle()));
        }
        GeneratedDocument.checkWhole("docs/editors/lifecycles.md", text.toString());
    }

    private static String section(Kind kind, Lifecycle<?, ?> lifecycle) {
        Map<String, Set<String>> transitions = new LinkedHashMap<>();
        Map<String, Set<String>> staying = new LinkedHashMap<>();
        for (Step<?, ?> step : lifecycle.steps()) {
            for (Move<?, ?> move : step.moves()) {
                draw(step, move, transitions, staying);
            }
        }
        StringBuilder text = new StringBuilder("\n## " + kind.slug() + "\n\n```mermaid\nstateDiagram-v2\n");
        transitions.forEach((arrow, commands) -> text.append("    ")
                .append(arrow)
                .append(" : ")
                .append(String.join("<br/>", commands))
                .append('\n'));
        text.append("```\n");
        if (!staying.isEmpty()) {
            text.append("\nCommands that do not change the status:\n\n");
            staying.forEach((command, states) -> text.append("- `")
                    .append(command)
                    .append("` in ")
                    .append(String.join(", ", states))
                    .append('\n'));
        }
        text.append(guards(lifecycle));
        List<String> voices = lifecycle.steps().stream()
                .filter(Step::openToVoices)
                .map(Step::commandName)
                .toList();
        if (!voices.isEmpty()) {
            text.append("\nOpen to voices, which never change the status: `")
                    .append(String.join("`, `", voices))
                    .append("`\n");
        }
        return text.toString();
    }

    /** The guards of a lifecycle and the commands they apply to. */
    private static String guards(Lifecycle<?, ?> lifecycle) {
        Map<String, Set<String>> commands = new LinkedHashMap<>();
        for (Step<?, ?> step : lifecycle.steps()) {
            for (Move<?, ?> move : step.moves()) {
                move.guards().forEach(guard -> commands.computeIfAbsent(guard.rule(), rule -> new LinkedHashSet<>())
                        .add(step.commandName()));
            }
        }
        StringBuilder text = new StringBuilder(
                commands.isEmpty() ? "" : "\nCommands with a further condition:\n\n");
        commands.forEach((rule, names) -> text.append("- `")
                .append(String.join("`, `", names))
                .append("`: ")
                .append(rule)
                .append('\n'));
        return text.toString();
    }

    private static void draw(
            Step<?, ?> step, Move<?, ?> move, Map<String, Set<String>> transitions, Map<String, Set<String>> staying) {
        Set<String> from = new LinkedHashSet<>();
        if (move.fromNothing()) {
            from.add(NOTHING);
        }
        from.addAll(new TreeSet<>(move.from().stream().map(Enum::name).toList()));
        if (move.mayStay()) {
            staying.computeIfAbsent(step.commandName(), command -> new LinkedHashSet<>())
                    .addAll(from);
        }
        for (Target<?, ?> target : move.targets()) {
            String condition = target.condition() == null ? "" : " (once " + target.condition() + ")";
            from.forEach(state -> transitions.computeIfAbsent(
                            state + " --> " + target.to().name(), arrow -> new LinkedHashSet<>())
                    .add(step.commandName() + condition));
        }
    }
}

package org.parley.domain.documentation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.LifecycleRow;
import org.parley.domain.lifecycle.Transition;
import org.parley.domain.lifecycle.TransitionTarget;
import org.parley.domain.matter.MatterKind;

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
        for (MatterKind kind : MatterKind.values()) {
            text.append(section(kind, DomainCatalogue.type(kind).lifecycle()));
        }
        GeneratedDocument.checkWhole("docs/editors/lifecycles.md", text.toString());
    }

    private static String section(MatterKind kind, Lifecycle<?, ?> lifecycle) {
        Map<String, Set<String>> transitions = new LinkedHashMap<>();
        Map<String, Set<String>> staying = new LinkedHashMap<>();
        for (LifecycleRow<?, ?> step : lifecycle.rows()) {
            for (Transition<?, ?> move : step.transitions()) {
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
        List<String> voices = lifecycle.rows().stream()
                .filter(LifecycleRow::isOpenToVoices)
                .map(LifecycleRow::commandName)
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
        for (LifecycleRow<?, ?> step : lifecycle.rows()) {
            for (Transition<?, ?> move : step.transitions()) {
                move.guards().forEach(guard -> commands.computeIfAbsent(guard.rule(), rule -> new LinkedHashSet<>())
                        .add(step.commandName()));
            }
        }
        StringBuilder text = new StringBuilder(commands.isEmpty() ? "" : "\nCommands with a further condition:\n\n");
        commands.forEach((rule, names) -> text.append("- `")
                .append(String.join("`, `", names))
                .append("`: ")
                .append(rule)
                .append('\n'));
        return text.toString();
    }

    private static void draw(
            LifecycleRow<?, ?> step,
            Transition<?, ?> move,
            Map<String, Set<String>> transitions,
            Map<String, Set<String>> staying) {
        Set<String> from = new LinkedHashSet<>();
        if (move.isInitial()) {
            from.add(NOTHING);
        }
        from.addAll(new TreeSet<>(move.from().stream().map(Enum::name).toList()));
        if (move.isStayPossible()) {
            staying.computeIfAbsent(step.commandName(), command -> new LinkedHashSet<>())
                    .addAll(from);
        }
        for (TransitionTarget<?, ?> target : move.targets()) {
            String condition = target.condition() == null ? "" : " (once " + target.condition() + ")";
            from.forEach(state -> transitions
                    .computeIfAbsent(state + " --> " + target.to().name(), arrow -> new LinkedHashSet<>())
                    .add(step.commandName() + condition));
        }
    }
}

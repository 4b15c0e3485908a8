package org.parley.desk.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.form.EventNames;
import org.parley.desk.page.AllowedCommands;
import org.parley.desk.page.PageMessages;
import org.parley.domain.matter.MatterKind;

/**
 * The commands that can be logged now: those that each matter's state allows, and those that open a new matter.
 *
 * @param groups one group per kind of matter
 * @param process the commands for the negotiation itself
 * @param words the words by which the page finds commands
 */
record CommandChoice(List<Group> groups, List<String> process, PageMessages words) {

    /** The box finds the others. */
    private static final int MATTERS_MAX = 40;

    /** A kind: the commands that open a matter of it, the latest matters, and the number of earlier ones. */
    record Group(String kind, List<String> beginnings, List<Row> matters, int more) {}

    /** A matter and the commands that its state allows. */
    record Row(Matter matter, List<String> next) {}

    /** The labels of what commands record, for the search on the page. */
    public String labels(List<String> commands) {
        return commands.stream()
                .map(command -> words.of("event." + EventNames.of(command)))
                .collect(Collectors.joining(" "));
    }

    private static Group group(String kind, NegotiationView state) {
        List<Matter> matters = state.matters().stream()
                .filter(matter -> matter.kind().equals(kind))
                .sorted(Comparator.comparing((Matter matter) -> Objects.requireNonNullElse(matter.since(), ""))
                        .reversed())
                .toList();
        return new Group(
                kind,
                AllowedCommands.inState(kind, null),
                matters.stream()
                        .limit(MATTERS_MAX)
                        .map(matter -> new Row(matter, AllowedCommands.inState(kind, matter.status())))
                        .toList(),
                Math.max(0, matters.size() - MATTERS_MAX));
    }

    static CommandChoice of(NegotiationView state, PageMessages words) {
        List<Group> groups = new ArrayList<>();
        Stream.of(MatterKind.values())
                .filter(kind -> kind != MatterKind.NEGOTIATION)
                .map(MatterKind::slug)
                .forEach(kind -> groups.add(group(kind, state)));
        return new CommandChoice(groups, AllowedCommands.inState(MatterKind.NEGOTIATION.slug(), state.status()), words);
    }
}

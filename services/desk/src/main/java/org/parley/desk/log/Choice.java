package org.parley.desk.log;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.desk.api.NegotiationState;
import org.parley.desk.api.NegotiationState.Matter;
import org.parley.desk.page.NextSteps;
import org.parley.matter.Kind;

/**
 * The commands that can be logged now: those that each matter's state allows, and those that open a new matter.
 *
 * @param groups one group per kind of matter
 * @param process the commands for the negotiation itself
 */
record Choice(List<Group> groups, List<String> process) {

    /** A kind: the commands that open a matter of it, and the existing matters. */
    record Group(String kind, List<String> beginnings, List<Row> matters) {}

    /** A matter and the commands that its state allows. */
    record Row(Matter matter, List<String> next) {}

    static Choice of(NegotiationState state) {
        List<Group> groups = new ArrayList<>();
        Stream.of(Kind.values())
                .filter(kind -> kind != Kind.NEGOTIATION)
                .map(Kind::slug)
                .forEach(kind -> groups.add(new Group(
                        kind,
                        NextSteps.after(kind, null),
                        state.matters().stream()
                                .filter(matter -> matter.kind().equals(kind))
                                .map(matter -> new Row(matter, NextSteps.after(kind, matter.status())))
                                .toList())));
        return new Choice(groups, NextSteps.after(Kind.NEGOTIATION.slug(), state.status()));
    }
}

package org.parley.desk.log;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.desk.api.NegotiationState;
import org.parley.desk.api.NegotiationState.Matter;
import org.parley.desk.page.NextSteps;
import org.parley.matter.Kind;

/**
 * What can be logged now: for each matter what may happen to it next, and what may begin anew.
 *
 * @param process what may happen to the negotiation itself
 */
record Choice(List<Group> groups, List<String> process) {

    /** A kind: what may begin one, and those there are. */
    record Group(String kind, List<String> beginnings, List<Row> matters) {}

    /** A matter and what may happen to it next. */
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

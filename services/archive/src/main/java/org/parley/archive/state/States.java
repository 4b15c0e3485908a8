package org.parley.archive.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.archive.question.Problem;
import org.parley.archive.question.When;
import org.parley.archive.state.StateRecords.Stored;
import org.parley.history.History;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.state.NegotiationState;

/** Answers queries for states at any two instants of valid time and transaction time. */
final class States {
    private static final Comparator<MatterState> BY_KIND_AND_SLUG = Comparator.comparing(
                    (MatterState state) -> state.address().kind())
            .thenComparing(state -> state.address().slug());

    private final StateRecords records;
    private final FoldedStates folded;

    States(StateRecords records, FoldedStates folded) {
        this.records = records;
        this.folded = folded;
    }

    /** The state of a negotiation, with what was known of it. */
    record Answer(NegotiationState state, Known known) {}

    /**
     * The state of a negotiation.
     *
     * @throws Problem (404) if there is no such negotiation
     */
    NegotiationState negotiation(String negotiation, When when) {
        Known latest = latest(negotiation);
        Known known = knownAt(latest, when);
        Instant asOf = when.asOf(latest.reached());
        Instant knownAt = when.knownAt(latest.recordedAt());
        return state(known, matters(known, asOf), asOf, knownAt);
    }

    /** The states of all matters of a negotiation; includes the negotiation itself once it was opened. */
    List<MatterState> matters(Known known, Instant asOf) {
        return folded.of(known, asOf);
    }

    /**
     * A page of negotiations.
     *
     * @param next the last slug of this page, to continue after; null at the end
     */
    record Page(List<Answer> answers, @Nullable String next) {}

    /**
     * The states of the negotiations themselves, without their matters, in the order of their slugs; without those not
     * yet known. It takes two statements, for any number of negotiations.
     *
     * @param after only those after this slug
     * @param limit the maximum number of negotiations that are examined
     */
    Page negotiations(When when, String after, int limit) {
        List<Stored> page = records.negotiations(after, limit + 1, when.givenKnownAt());
        boolean more = page.size() > limit;
        List<Stored> examined = more ? page.subList(0, limit) : page;
        Map<String, Folding> foldings = new HashMap<>();
        List<Known> toFold = new ArrayList<>();
        for (Stored each : examined) {
            if (each.known().through() > 0 && !each.holds(when)) {
                foldings.put(each.negotiation(), new Folding(each.asOf(when)));
                toFold.add(each.known());
            }
        }
        records.ownEntries(toFold, entry -> Objects.requireNonNull(
                        foldings.get(entry.matter().negotiation()))
                .accept(entry));
        List<Answer> answers = examined.stream()
                .filter(each -> each.known().through() > 0)
                .map(each -> answer(each, foldings.get(each.negotiation()), when))
                .toList();
        return new Page(answers, more ? examined.getLast().negotiation() : null);
    }

    private static Answer answer(Stored stored, @Nullable Folding folding, When when) {
        List<MatterState> states = folding == null ? stored.states() : folding.states();
        return new Answer(state(stored.known(), states, stored.asOf(when), stored.knownAt(when)), stored.known());
    }

    private static NegotiationState state(Known known, Collection<MatterState> states, Instant asOf, Instant knownAt) {
        List<MatterState> ordered = states.stream().sorted(BY_KIND_AND_SLUG).toList();
        return NegotiationState.of(known.negotiation(), ordered, asOf, knownAt, known.through());
    }

    /**
     * What is known of a negotiation now.
     *
     * @throws Problem (404) if there is no such negotiation
     */
    Known latest(String negotiation) {
        return records.known(negotiation).orElseThrow(() -> unknown(negotiation));
    }

    /** What was known of it at the queried instant. */
    Known knownAt(Known latest, When when) {
        return when.givenKnownAt() == null ? latest : knownAt(latest, when.givenKnownAt());
    }

    /** What was known of it at an instant. */
    Known knownAt(Known latest, Instant knownAt) {
        return records.known(latest.negotiation(), knownAt);
    }

    /**
     * The instants at which something was recorded of a negotiation, in order.
     *
     * @param after only later instants; null for all
     */
    List<Instant> recorded(String negotiation, @Nullable Instant after, int limit) {
        return records.recorded(negotiation, null, after, limit);
    }

    /** The instants at which something was recorded of a matter, in order. */
    List<Instant> recorded(MatterAddress matter, @Nullable Instant after, int limit) {
        return records.recorded(matter.negotiation(), matter, after, limit);
    }

    /** The history of a matter as far as known. */
    History history(Known known, MatterAddress matter) {
        History history = new History(matter);
        records.entries(known, matter, history::record);
        return history;
    }

    private static Problem unknown(String negotiation) {
        return Problem.notFound(
                "There is no negotiation '" + negotiation + "'. GET /api/negotiations lists all of them.");
    }
}

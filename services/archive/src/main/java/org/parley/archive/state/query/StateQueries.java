package org.parley.archive.state.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.state.query.StateRepository.StoredState;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.state.NegotiationState;

/** Answers queries for states at any two instants of valid time and transaction time. */
public final class StateQueries {
    private static final Comparator<MatterState> BY_KIND_AND_SLUG = Comparator.comparing(
                    (MatterState state) -> state.address().kind())
            .thenComparing(state -> state.address().slug());

    private final StateRepository records;
    private final MatterStateReader folded;
    private final MatterStateCache cache = new MatterStateCache();
    private final NegotiationSearch search;

    public StateQueries(StateRepository records, MatterStateReader folded, NegotiationSearch search) {
        this.records = records;
        this.folded = folded;
        this.search = search;
    }

    /** The state of a negotiation, with what was known of it. */
    public record KnownState(NegotiationState state, KnownPrefix known) {}

    /**
     * The state of a negotiation.
     *
     * @throws QueryProblemException (404) if there is no such negotiation
     */
    public NegotiationState negotiation(String negotiation, TemporalPoint when) {
        KnownPrefix latest = latest(negotiation);
        KnownPrefix known = knownAt(latest, when);
        Instant asOf = when.asOf(latest.completeFrom());
        Instant knownAt = when.knownAt(latest.recordedAt());
        return state(known, matters(known, asOf), asOf, knownAt);
    }

    /** The states of all matters of a negotiation; includes the negotiation itself once it was opened. */
    public List<MatterState> matters(KnownPrefix known, Instant asOf) {
        return folded.states(known, asOf);
    }

    /** The states of the matters that contain a text, and perhaps of others; see {@link MatterStateReader}. */
    public List<MatterState> mattersWith(KnownPrefix known, Instant asOf, String text) {
        return folded.statesWith(known, asOf, text).stream()
                .sorted(BY_KIND_AND_SLUG)
                .toList();
    }

    /**
     * The same, for answers that choose or count among all matters. It may lag behind the rebuild of the projection by a
     * minute, but not behind what is recorded.
     *
     * @param asOf the instant that {@code when} means for this negotiation
     */
    public List<MatterState> cachedMatters(KnownPrefix known, TemporalPoint when, Instant asOf) {
        return when.requestedKnownAt() == null || when.requestedAsOf() != null
                ? cache.get(known, when.requestedAsOf(), () -> matters(known, asOf))
                : matters(known, asOf);
    }

    /** The states of those of these matters that existed. */
    public List<MatterState> matters(KnownPrefix known, Instant asOf, Collection<MatterAddress> matters) {
        return folded.states(known, asOf, matters);
    }

    /** The matters whose state can differ between two prefixes of the trail, as of any instant; perhaps others. */
    public List<MatterAddress> mattersRecordedBetween(KnownPrefix one, KnownPrefix other) {
        return records.mattersRecordedBetween(one, other);
    }

    /** The matters whose state can differ between two instants of valid time; perhaps others. */
    public List<MatterAddress> mattersAffectedBetween(KnownPrefix known, Instant one, Instant other) {
        return one.isBefore(other)
                ? records.mattersAffectedBetween(known, one, other)
                : records.mattersAffectedBetween(known, other, one);
    }

    /** The orders of the list of negotiations: by slug, or the last changed first. */
    public enum NegotiationOrder {
        SLUG,
        CHANGED
    }

    /**
     * A page of negotiations.
     *
     * @param next the last slug of this page, to continue after; null at the end
     */
    public record Page(List<KnownState> states, @Nullable String next) {}

    /**
     * The states of the negotiations themselves, without their matters; without those not yet known. It takes two
     * statements, for any number of negotiations.
     *
     * @param order the order, unless they are searched for
     * @param words the words of a search, whose answers are in the order of their likeness; null without a search
     * @param after only those after the one with this slug
     * @param limit the maximum number of negotiations that are examined
     */
    public Page negotiations(
            TemporalPoint when, NegotiationOrder order, @Nullable String words, String after, int limit) {
        NegotiationSelection selection = words != null
                ? NegotiationSelection.of(search.find(words, when), after, limit + 1)
                : order == NegotiationOrder.CHANGED
                        ? NegotiationSelection.byLastChange(after)
                        : NegotiationSelection.bySlug(after);
        List<StoredState> page = records.negotiations(selection, limit + 1, when.requestedKnownAt());
        boolean more = page.size() > limit;
        List<StoredState> examined = more ? page.subList(0, limit) : page;
        Map<String, StateFolder> foldings = new HashMap<>();
        List<KnownPrefix> toFold = new ArrayList<>();
        for (StoredState each : examined) {
            if (each.known().through() > 0 && !each.isValidAt(when)) {
                foldings.put(each.negotiation(), new StateFolder(each.asOf(when)));
                toFold.add(each.known());
            }
        }
        records.ownEntries(toFold, entry -> Objects.requireNonNull(
                        foldings.get(entry.matter().negotiation()))
                .accept(entry));
        List<KnownState> answers = examined.stream()
                .filter(each -> each.known().through() > 0)
                .map(each -> answer(each, foldings.get(each.negotiation()), when))
                .toList();
        return new Page(answers, more ? examined.getLast().negotiation() : null);
    }

    private static KnownState answer(StoredState stored, @Nullable StateFolder folding, TemporalPoint when) {
        List<MatterState> states = folding == null ? stored.states() : folding.states();
        return new KnownState(state(stored.known(), states, stored.asOf(when), stored.knownAt(when)), stored.known());
    }

    private static NegotiationState state(
            KnownPrefix known, Collection<MatterState> states, Instant asOf, Instant knownAt) {
        List<MatterState> ordered = states.stream().sorted(BY_KIND_AND_SLUG).toList();
        return NegotiationState.of(known.negotiation(), ordered, asOf, knownAt, known.through());
    }

    /**
     * What is known of a negotiation now.
     *
     * @throws QueryProblemException (404) if there is no such negotiation
     */
    public KnownPrefix latest(String negotiation) {
        return records.known(negotiation).orElseThrow(() -> unknown(negotiation));
    }

    /** What was known of it at the queried instant. */
    public KnownPrefix knownAt(KnownPrefix latest, TemporalPoint when) {
        return when.requestedKnownAt() == null ? latest : knownAt(latest, when.requestedKnownAt());
    }

    /** What was known of it at an instant. */
    public KnownPrefix knownAt(KnownPrefix latest, Instant knownAt) {
        return records.known(latest.negotiation(), knownAt);
    }

    /**
     * The instants at which something was recorded of a negotiation, in order.
     *
     * @param after only later instants; null for all
     */
    public List<Instant> recorded(String negotiation, @Nullable Instant after, int limit) {
        return records.recorded(negotiation, null, after, limit);
    }

    /** The instants at which something was recorded of a matter, in order. */
    public List<Instant> recorded(MatterAddress matter, @Nullable Instant after, int limit) {
        return records.recorded(matter.negotiation(), matter, after, limit);
    }

    /** The history of a matter as far as known. */
    public RecordedHistory history(KnownPrefix known, MatterAddress matter) {
        RecordedHistory history = new RecordedHistory(matter);
        records.entries(known, matter, history::record);
        return history;
    }

    /**
     * Passes the histories of these matters as far as known to a consumer. Takes one statement, and keeps one history
     * in memory at a time.
     */
    public void forEachHistory(KnownPrefix known, Collection<MatterAddress> matters, Consumer<RecordedHistory> reader) {
        AtomicReference<@Nullable RecordedHistory> current = new AtomicReference<>();
        records.entries(known, matters, entry -> {
            RecordedHistory history = current.get();
            if (history == null || !history.address().equals(entry.matter())) {
                if (history != null) {
                    reader.accept(history);
                }
                history = new RecordedHistory(entry.matter());
                current.set(history);
            }
            history.record(entry);
        });
        RecordedHistory last = current.get();
        if (last != null) {
            reader.accept(last);
        }
    }

    private static QueryProblemException unknown(String negotiation) {
        return QueryProblemException.notFound(
                "There is no negotiation '" + negotiation + "'. GET /api/negotiations lists all of them.",
                "No hay ninguna negociación «" + negotiation + "». GET /api/negotiations las enumera.");
    }
}

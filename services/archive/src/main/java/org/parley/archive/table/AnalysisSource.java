package org.parley.archive.table;

import java.util.function.Consumer;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.state.query.KnownPrefix;
import org.parley.archive.state.query.StateQueries;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;

/** Reads what the analysts' tables are made of, from the events of the state projection. */
final class AnalysisSource {
    /** The number of negotiations that are listed at a time. */
    private static final int PAGE = 100;

    private final StateQueries states;
    private final HistoryScan histories;

    AnalysisSource(StateQueries states, HistoryScan histories) {
        this.states = states;
        this.histories = histories;
    }

    /**
     * A negotiation at the queried instants. What it covers does not change while the response is written.
     *
     * @throws QueryProblemException (404) if there is no such negotiation
     */
    AnalysisView view(String negotiation, TemporalPoint when) {
        KnownPrefix latest = states.latest(negotiation);
        return new AnalysisView(
                states.knownAt(latest, when), when.asOf(latest.completeFrom()), when.knownAt(latest.recordedAt()));
    }

    /** Passes every negotiation known at the queried instant to a consumer, by slug. */
    void forEachView(TemporalPoint when, Consumer<AnalysisView> reader) {
        String after = "";
        while (after != null) {
            StateQueries.Page page = states.negotiations(when, StateQueries.NegotiationOrder.SLUG, null, after, PAGE);
            page.states().forEach(each -> reader.accept(view(each.known().negotiation(), when)));
            after = page.next();
        }
    }

    /** Identifies what was known of all negotiations. */
    String lastEntries(TemporalPoint when) {
        StringBuilder entries = new StringBuilder();
        forEachView(when, view -> entries.append(view.lastEntry()));
        return entries.toString();
    }

    /** The history of the negotiation itself. */
    RecordedHistory ownHistory(AnalysisView view) {
        return states.history(view.known(), MatterAddress.ofNegotiation(view.negotiation()));
    }

    /** The parties of the negotiation. */
    PartyRegister parties(AnalysisView view) {
        return PartyRegister.of(ownHistory(view));
    }

    HistoryScan histories() {
        return histories;
    }
}

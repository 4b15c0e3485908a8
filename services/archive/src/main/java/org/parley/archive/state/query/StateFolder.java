package org.parley.archive.state.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterState;

/** Folds entries, grouped by matter, into the states as of an instant. Keeps one history in memory at a time. */
final class StateFolder implements Consumer<LedgerEntry> {
    private final Instant asOf;
    private final List<MatterState> states = new ArrayList<>();
    private @Nullable RecordedHistory current;

    StateFolder(Instant asOf) {
        this.asOf = asOf;
    }

    @Override
    public void accept(LedgerEntry entry) {
        RecordedHistory history = current;
        if (history == null || !history.address().equals(entry.matter())) {
            finish();
            history = new RecordedHistory(entry.matter());
            current = history;
        }
        history.record(entry);
    }

    private void finish() {
        if (current != null) {
            current.state(asOf).ifPresent(states::add);
            current = null;
        }
    }

    List<MatterState> states() {
        finish();
        return states;
    }
}

package org.parley.archive.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.matter.MatterState;

/** Folds entries, grouped by matter, into the states as of an instant. Keeps one history in memory at a time. */
final class Folding implements Consumer<Entry> {
    private final Instant asOf;
    private final List<MatterState> states = new ArrayList<>();
    private @Nullable History current;

    Folding(Instant asOf) {
        this.asOf = asOf;
    }

    @Override
    public void accept(Entry entry) {
        History history = current;
        if (history == null || !history.address().equals(entry.matter())) {
            finish();
            history = new History(entry.matter());
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

package org.parley.archive.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.MatterStateJson;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.matter.MatterAddress;
import org.parley.matter.Occurrence;

/**
 * Where a matter stands after everything recorded of it.
 *
 * @param version how many events were recorded of it
 * @param lastPosition the position of the last of them
 * @param state the state as JSON; null when nothing of it holds
 * @param holdsFrom when the last of its developments begins; {@link Instant#MIN} is from ever
 * @param holdsUntil when the next of its embargoes ends; {@link Instant#MAX} is for ever
 */
record StateRow(
        MatterAddress matter,
        long version,
        long lastPosition,
        @Nullable String state,
        Instant holdsFrom,
        Instant holdsUntil) {

    /** The row of a history, looked at from an instant of the desk's time that is not before its last entry. */
    static StateRow of(History history, Instant desk) {
        List<Occurrence> effective = history.effective(desk);
        List<Entry> entries = history.entries();
        return new StateRow(
                history.address(),
                history.version(),
                entries.get(entries.size() - 1).position(),
                history.state(desk).map(MatterStateJson::write).orElse(null),
                effective.isEmpty()
                        ? Instant.MIN
                        : effective.get(effective.size() - 1).start(),
                history.nextEmbargoEnd(desk));
    }
}

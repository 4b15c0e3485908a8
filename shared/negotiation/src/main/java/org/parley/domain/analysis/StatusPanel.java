package org.parley.domain.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.EffectiveHistory;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;

/**
 * The status of matters at the end of each step between two days: each row is the state as of the end of its day. A
 * matter has rows from the first step in which it exists.
 *
 * @param from the first day
 * @param to the last day, at which the last step ends even if the calendar's week or month does not
 * @param asOf what started later is left out, and so are the steps that begin later; null for no limit
 */
public record StatusPanel(
        LocalDate from,
        LocalDate to,
        PanelStep step,
        @Nullable Instant asOf) {

    /** The number of steps. */
    public long steps() {
        return from.isAfter(to) ? 0 : step.count(from, to);
    }

    /** Passes the rows of a matter to a consumer, in the order of their dates. Each development is folded once. */
    public void forEach(RecordedHistory history, Consumer<PanelRow> reader) {
        EffectiveHistory effective = history.effectiveHistory();
        Iterator<Occurrence> following = List.copyOf(effective.occurrences()).iterator();
        Occurrence next = following.hasNext() ? following.next() : null;
        MatterState state = null;
        for (LocalDate day = from;
                !day.isAfter(to) && !isLater(day);
                day = step.lastDay(day).plusDays(1)) {
            LocalDate last = step.lastDay(day).isAfter(to) ? to : step.lastDay(day);
            Instant end = end(last);
            while (next != null && !next.start().isAfter(end)) {
                state = effective.step(state, next).state();
                next = following.hasNext() ? following.next() : null;
            }
            if (state != null) {
                reader.accept(
                        new PanelRow(history.address(), last, state.status().name(), state.isPossibleAt(end)));
            }
        }
    }

    /** Whether a day begins after the limit. */
    private boolean isLater(LocalDate day) {
        return asOf != null && day.atStartOfDay().toInstant(ZoneOffset.UTC).isAfter(asOf);
    }

    /** The last instant of a day, or the limit if that is earlier. */
    private Instant end(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);
        return asOf != null && asOf.isBefore(end) ? asOf : end;
    }
}

package org.parley.desk.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.StatusHistory;
import org.parley.desk.page.StatusScale;
import org.parley.domain.time.Edtf;

/**
 * A development of a matter with the days of its date.
 *
 * @param first the first day on which it may have occurred (UTC)
 * @param last the last day on which it may have occurred (UTC)
 * @param changes whether the status after it is another than before
 */
record DatedStep(
        String id,
        String type,
        String occurred,
        LocalDate first,
        LocalDate last,
        @Nullable String status,
        boolean changes,
        boolean disputed,
        boolean held) {

    /** Empty if it has no date. */
    static Optional<DatedStep> of(StatusHistory.Step step, @Nullable String before) {
        if (step.occurred() == null) {
            return Optional.empty();
        }
        Edtf date = Edtf.parse(step.occurred());
        return Optional.of(new DatedStep(
                step.developmentId(),
                step.type(),
                step.occurred(),
                date.start().atOffset(ZoneOffset.UTC).toLocalDate(),
                date.lastDay(),
                step.status(),
                step.status() != null && !step.status().equals(before),
                step.disputed(),
                step.held()));
    }

    /** How the status after it looks. */
    public @Nullable StatusScale look() {
        return StatusScale.of(status);
    }

    boolean touches(DateRange range) {
        return !first.isAfter(range.last()) && !last.isBefore(range.first());
    }
}

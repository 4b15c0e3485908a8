package org.parley.domain.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementEvent.CommitmentUndertaken;
import org.parley.domain.exchange.ExchangeEvent.ExchangeAgreed;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.matter.ShortName;
import org.parley.domain.meeting.MeetingEvent.MeetingPostponed;
import org.parley.domain.time.DateMentions;
import org.parley.domain.time.Edtf;

/**
 * A matter that needs a look.
 *
 * @param matter its state
 * @param commitment the commitment that is due; null for other reasons
 * @param date the date that passed or is to come; where none was set, the date since which it waits, which is null if
 *     that is unknown
 * @param overdue whether the date has passed
 */
public record Alert(
        MatterState matter,
        AlertReason reason,
        @Nullable ShortName commitment,
        @Nullable Edtf date,
        boolean overdue) {

    /**
     * The days (UTC) from the last day of its date to the day of an instant: negative for a date to come, null without a
     * date.
     */
    public @Nullable Long daysPast(Instant moment) {
        return date == null
                ? null
                : ChronoUnit.DAYS.between(date.lastDay(), LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /**
     * The development that set the date, or, where none was set, that left the matter waiting: the last one of its kind.
     *
     * @param effective the effective history of the matter as of the same instant, in valid-time order
     */
    public Optional<Occurrence> cause(List<Occurrence> effective) {
        return effective.reversed().stream()
                .filter(occurrence -> isCause(occurrence.event()))
                .findFirst();
    }

    private boolean isCause(Event event) {
        return switch (reason) {
            case COMMITMENT_DUE ->
                event instanceof CommitmentUndertaken undertaken
                        && undertaken.commitment().equals(commitment);
            case MEETING_WITHOUT_DATE -> event instanceof MeetingPostponed;
            case EXCHANGE_AGREED -> event instanceof ExchangeAgreed;
            default -> date != null && DateMentions.in(event).anyMatch(date::equals);
        };
    }
}

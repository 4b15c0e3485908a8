package org.parley.projection.checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.projection.SlowNegotiation;
import org.parley.projection.StoppedNegotiation;
import org.parley.projection.kafka.LedgerRecord;

/**
 * Why a projection does not apply a negotiation's next event, permanently or for now.
 *
 * @param position the position to report: the first that is not applied, or the disputed one
 * @param developmentId the event at fault
 * @param due when the next step is due, while waiting
 * @param partition the partition of its records
 * @param offset the first record that was not applied
 * @param seen the highest dropped position
 * @param rereadUntil the exclusive end offset of the reread
 */
public record NegotiationStop(
        String negotiation,
        Cause cause,
        Phase phase,
        long position,
        @Nullable UUID developmentId,
        String reason,
        Instant since,
        Instant due,
        int partition,
        long offset,
        long seen,
        long rereadUntil) {
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    public enum Cause {
        /** A position is missing. */
        GAP,
        /** The topic contains two events for one position. */
        FORK,
        /** The projection cannot apply an event. */
        POISON,
        /** A record cannot be decoded. */
        UNREADABLE,
        /** The projection takes too long to apply it. */
        SLOW
    }

    public enum Phase {
        /** A gap: the missing event may still arrive. */
        WAITING,
        /** A gap: the partition is being reread from its start. */
        REREADING,
        /** A gap: the missing event arrived; the events dropped after it must be reread. */
        CAME,
        /** Reported as stopped. */
        STOPPED,
        /** The dropped events are being reread and applied. */
        RETRYING,
        /** A dedicated reader applies it. */
        ASIDE
    }

    public static NegotiationStop gap(LedgerRecord early, long position, long missing, Instant now, Duration patience) {
        String reason = "position %d is missing, but position %d arrived".formatted(missing, position);
        Instant due = now.plus(patience);
        return new NegotiationStop(
                early.negotiation(),
                Cause.GAP,
                Phase.WAITING,
                missing,
                early.developmentId(),
                reason,
                now,
                due,
                early.partition(),
                early.offset(),
                position,
                0);
    }

    /** A stop that lasts until a retry. Keeps the offset of events that an earlier gap dropped. */
    public static NegotiationStop permanent(
            LedgerRecord fault,
            Cause cause,
            long position,
            String reason,
            Instant now,
            @Nullable NegotiationStop before) {
        long offset = before == null ? fault.offset() : Math.min(before.offset, fault.offset());
        return new NegotiationStop(
                fault.negotiation(),
                cause,
                Phase.STOPPED,
                position,
                fault.developmentId(),
                reason,
                now,
                now,
                fault.partition(),
                offset,
                position,
                0);
    }

    /** A dedicated reader applies the negotiation from this event on. */
    public static NegotiationStop readSeparately(
            LedgerRecord.Event event, Instant now, Duration share, @Nullable NegotiationStop before) {
        long offset = before == null ? event.offset() : Math.min(before.offset, event.offset());
        String reason = "takes longer than %d ms to apply".formatted(share.toMillis());
        return new NegotiationStop(
                event.negotiation(),
                Cause.SLOW,
                Phase.ASIDE,
                event.position(),
                event.developmentId(),
                reason,
                now,
                now,
                event.partition(),
                offset,
                event.position(),
                0);
    }

    /** The dedicated reader ended at this offset. */
    NegotiationStop readSeparately(long reachedOffset) {
        return new NegotiationStop(
                negotiation,
                cause,
                phase,
                position,
                developmentId,
                reason,
                since,
                due,
                partition,
                reachedOffset,
                seen,
                rereadUntil);
    }

    boolean isReadSeparately() {
        return phase == Phase.ASIDE;
    }

    SlowNegotiation toSlowNegotiation() {
        return new SlowNegotiation(negotiation, position, since);
    }

    public boolean isGap() {
        return cause == Cause.GAP;
    }

    public boolean isRetrying() {
        return phase == Phase.RETRYING;
    }

    public boolean isStopped() {
        return phase == Phase.STOPPED;
    }

    /** Adds an event that came too early. */
    public NegotiationStop withDropped(LedgerRecord early, long itsPosition) {
        if (itsPosition <= seen && early.offset() >= offset) {
            return this;
        }
        return new NegotiationStop(
                negotiation,
                cause,
                phase,
                position,
                developmentId,
                reason,
                since,
                due,
                partition,
                Math.min(offset, early.offset()),
                Math.max(seen, itsPosition),
                rereadUntil);
    }

    /** The missing event arrived. Waits a moment, since the producer may resend the events after it. */
    public NegotiationStop filled(Instant now, Duration patience) {
        return with(Phase.CAME, position, now.plus(patience.compareTo(A_MOMENT) < 0 ? patience : A_MOMENT), 0);
    }

    /** The dropped events are reread, up to the offset that the partition had reached. */
    NegotiationStop retrying(long until) {
        return with(Phase.RETRYING, position, due, until);
    }

    /** The event with the offset where it was first dropped. */
    public LedgerRecord.Event atFirstOffset(LedgerRecord.Event event) {
        return event.position() <= seen && event.offset() > offset && event.partition() == partition
                ? new LedgerRecord.Event(partition, event.offset(), event.published(), offset)
                : event;
    }

    NegotiationStop rereading(long until) {
        return with(Phase.REREADING, position, due, until);
    }

    public NegotiationStop stopped(long missing) {
        return with(Phase.STOPPED, missing, due, 0);
    }

    private NegotiationStop with(Phase nextPhase, long nextPosition, Instant nextDue, long until) {
        return new NegotiationStop(
                negotiation,
                cause,
                nextPhase,
                nextPosition,
                developmentId,
                reason,
                since,
                nextDue,
                partition,
                offset,
                seen,
                until);
    }

    StoppedNegotiation toStoppedNegotiation() {
        return new StoppedNegotiation(negotiation, position, developmentId, reason, since);
    }
}

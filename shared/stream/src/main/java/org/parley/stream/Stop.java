package org.parley.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a projection does not go on with a negotiation, or not yet.
 *
 * @param position as shown: the first that is not applied, or the one in dispute
 * @param developmentId the event at fault
 * @param due when something is to be done about it next, while waiting
 * @param partition where its records are
 * @param offset the first record that was not applied
 * @param seen the highest position that was dropped
 * @param rereadUntil where reading the partition again ends
 */
record Stop(
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

    enum Cause {
        /** A position has not come. */
        GAP,
        /** The stream has two events for one position. */
        FORK,
        /** The projection cannot take an event in. */
        POISON,
        /** A record is no event. */
        UNREADABLE,
        /** The projection takes too long to take it in. */
        SLOW
    }

    enum Phase {
        /** A gap: the missing event may still be on its way. */
        WAITING,
        /** A gap: the partition is read again from its start. */
        REREADING,
        /** A gap: the missing event came, what was dropped behind it is to be read again. */
        CAME,
        /** Shown as stopped. */
        STOPPED,
        /** What was dropped is read again, and taken in if it can be. */
        RETRYING,
        /** Read by a reader of its own. */
        ASIDE
    }

    static Stop gap(Incoming early, long position, long missing, Instant now, Duration patience) {
        String reason = "position %d has not come, but position %d has".formatted(missing, position);
        Instant due = now.plus(patience);
        return new Stop(
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

    /** For good, unless told to go on. What an earlier gap dropped is not forgotten. */
    static Stop at(Incoming fault, Cause cause, long position, String reason, Instant now, @Nullable Stop before) {
        long offset = before == null ? fault.offset() : Math.min(before.offset, fault.offset());
        return new Stop(
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

    /** From this event on its negotiation is read aside. */
    static Stop aside(Incoming.Event event, Instant now, Duration share, @Nullable Stop before) {
        long offset = before == null ? event.offset() : Math.min(before.offset, event.offset());
        String reason = "takes longer than %d ms to take in".formatted(share.toMillis());
        return new Stop(
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

    /** The negotiation is no longer read aside, which came so far. */
    Stop aside(long reachedOffset) {
        return new Stop(
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

    boolean isAside() {
        return phase == Phase.ASIDE;
    }

    SlowNegotiation slow() {
        return new SlowNegotiation(negotiation, position, since);
    }

    boolean isGap() {
        return cause == Cause.GAP;
    }

    boolean isRetrying() {
        return phase == Phase.RETRYING;
    }

    boolean isShown() {
        return phase == Phase.STOPPED;
    }

    /** One more event came too early. */
    Stop dropped(Incoming early, long itsPosition) {
        if (itsPosition <= seen && early.offset() >= offset) {
            return this;
        }
        return new Stop(
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

    /** The missing event came; a moment is left for those behind it to come again by themselves. */
    Stop came(Instant now, Duration patience) {
        return with(Phase.CAME, position, now.plus(patience.compareTo(A_MOMENT) < 0 ? patience : A_MOMENT), 0);
    }

    /** What was dropped is read again, up to where its partition was read. */
    Stop retrying(long until) {
        return with(Phase.RETRYING, position, due, until);
    }

    /** An event that is taken in at last, where it was dropped first. */
    Incoming.Event placed(Incoming.Event event) {
        return event.position() <= seen && event.offset() > offset && event.partition() == partition
                ? new Incoming.Event(partition, event.offset(), event.published(), offset)
                : event;
    }

    Stop rereading(long until) {
        return with(Phase.REREADING, position, due, until);
    }

    Stop stopped(long missing) {
        return with(Phase.STOPPED, missing, due, 0);
    }

    private Stop with(Phase nextPhase, long nextPosition, Instant nextDue, long until) {
        return new Stop(
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

    StoppedNegotiation shown() {
        return new StoppedNegotiation(negotiation, position, developmentId, reason, since);
    }
}

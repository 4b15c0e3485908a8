package org.parley.ledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.ledger.store.NegotiationHeadTable.NegotiationHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sessions of the negotiations that this process writes to, each under a lock of this process. Other ledgers may
 * write to the same store: that is detected when events are appended.
 */
public final class NegotiationSessions {
    private static final Logger LOG = LoggerFactory.getLogger(NegotiationSessions.class);

    /** The approximate number of negotiation events in memory. */
    private static final long EVENTS_MAX = 100_000;

    private static final int LOCK_ATTEMPT_MS = 100;

    private final JdbcClient jdbc;
    private final NegotiationHeadTable heads;
    private final LedgerEntryTable entries;
    private final EventAppender appender;
    private final AggregateCache matters;
    private final LockFactory locks;
    private final Cache<String, NegotiationSession> sessions = Caffeine.newBuilder()
            .maximumWeight(EVENTS_MAX)
            .weigher((String negotiation, NegotiationSession session) -> session.weight())
            .build();

    /**
     * @param matters the cached matters
     * @param lockTimeout how long a command waits for others on the same negotiation
     */
    public NegotiationSessions(JdbcClient jdbc, EventAppender appender, AggregateCache matters, Duration lockTimeout) {
        this.jdbc = jdbc;
        this.heads = new NegotiationHeadTable(jdbc);
        this.entries = new LedgerEntryTable(jdbc);
        this.appender = appender;
        this.matters = matters;
        this.locks = PessimisticLockFactory.builder()
                .lockAttemptTimeout(LOCK_ATTEMPT_MS)
                .acquireAttempts(Math.toIntExact(1 + lockTimeout.toMillis() / LOCK_ATTEMPT_MS))
                .build();
    }

    /**
     * Locks a negotiation in this process. A thread may lock it several times.
     *
     * @throws org.axonframework.common.lock.LockAcquisitionFailedException if that takes too long
     */
    public Lock lock(String negotiation) {
        return locks.obtainLock(negotiation);
    }

    /** Whether the store is known to have later events than the session. Requires the lock. */
    public boolean isOutdated(String negotiation) {
        NegotiationSession session = sessions.getIfPresent(negotiation);
        return session != null && session.isOutdated();
    }

    /**
     * The session of a negotiation. Requires the lock. If it is outdated, this reads the later events and locks the head
     * in the current transaction, so that the next append succeeds.
     */
    public NegotiationSession open(String negotiation) {
        NegotiationSession session = sessions.getIfPresent(negotiation);
        if (session != null && !session.isOutdated()) {
            return session;
        }
        if (session == null) {
            return renew(negotiation, heads.read(negotiation));
        }
        appender.limitWaiting();
        return catchUp(session, heads.lock(negotiation).orElse(NegotiationHead.NONE));
    }

    /**
     * Begins a group of commands, whose events {@link #store} appends together. Requires the lock.
     *
     * @param ids the ids that the clients chose for the commands
     */
    public void begin(String negotiation, Collection<UUID> ids) {
        NegotiationSession session = sessions.getIfPresent(negotiation);
        NegotiationHead head = heads.read(negotiation);
        session = session == null ? renew(negotiation, head) : catchUp(session, head);
        session.begin(new AppendGroup(entries.find(ids)));
    }

    /**
     * Ends the group of a negotiation by storing its events. Requires the lock.
     *
     * @return false if nothing is stored, or if it is unknown whether it is; then each command must be repeated
     */
    public boolean store(String negotiation) {
        NegotiationSession session = sessions.getIfPresent(negotiation);
        AppendGroup group = session == null ? null : session.group();
        if (session == null || group == null) {
            return false;
        }
        try {
            if (isStored(session, group)) {
                session.confirm();
                sessions.put(negotiation, session);
                return true;
            }
        } catch (DataAccessException e) {
            LOG.debug("a group of {} events of {} is not stored", group.events().size(), negotiation, e);
        }
        // Whether the events are stored, and what else is, is read again when the commands are repeated.
        discard(negotiation, session);
        sessions.invalidate(negotiation);
        return false;
    }

    private boolean isStored(NegotiationSession session, AppendGroup group) {
        if (!group.events().isEmpty()) {
            return appender.append(session.negotiation(), session.stored(), group.events())
                    .isAppended();
        }
        NegotiationHead head = heads.read(session.negotiation());
        return head.halt() == null && head.isSameAs(session.stored());
    }

    /** Ends the group of a negotiation, if there is one, without storing its events. Requires the lock. */
    public void discard(String negotiation) {
        NegotiationSession session = sessions.getIfPresent(negotiation);
        if (session != null) {
            discard(negotiation, session);
        }
    }

    private void discard(String negotiation, NegotiationSession session) {
        AppendGroup group = session.group();
        if (group != null) {
            group.events()
                    .forEach(event -> matters.remove(event.metadata().matter().toString()));
            session.discard();
        }
    }

    /**
     * Forgets what was read of a negotiation, because it may differ from the store. That is so after a halt: the store
     * lacked events and may have them again.
     */
    public void forget(String negotiation) {
        sessions.invalidate(negotiation);
    }

    /** Marks that the store has other events of the negotiation than the session. */
    public void markOutdated(NegotiationSession session) {
        session.markOutdated();
    }

    /** Whether the store has exactly the events that the session knows. */
    public static boolean isCurrent(NegotiationSession session, NegotiationHead read) {
        return read.isSameAs(session.stored());
    }

    /** Appends the events of the current command, or adds them to the current group. */
    void append(List<AppendedEvent> events) {
        NegotiationSession session = NegotiationSession.current();
        AppendGroup group = session.group();
        if (group != null) {
            group.add(events);
            session.advance(events);
            return;
        }
        String negotiation = session.negotiation();
        AppendResult result;
        try {
            result = appender.append(negotiation, session.stored(), events);
        } catch (DuplicateKeyException e) {
            throw new DevelopmentIdTakenException(events.getLast().metadata().developmentId(), e);
        } catch (RuntimeException e) {
            forget(negotiation);
            throw e;
        }
        if (result.halt() != null) {
            forget(negotiation);
            throw new LedgerHaltedException(result.halt());
        }
        if (!result.isAppended()) {
            session.markOutdated();
            throw new HeadMovedException(negotiation);
        }
        CurrentUnitOfWork.get().onRollback(unitOfWork -> forget(negotiation));
        CurrentUnitOfWork.get().afterCommit(unitOfWork -> {
            session.advance(events);
            session.confirm();
            sessions.put(negotiation, session); // updates its weight
        });
    }

    private NegotiationSession renew(String negotiation, NegotiationHead head) {
        NegotiationSession session = new NegotiationSession(negotiation, head);
        sessions.put(negotiation, session);
        return session;
    }

    /** Applies the events behind the known ones, or starts from the beginning if the known ones are not in the store. */
    private NegotiationSession catchUp(NegotiationSession session, NegotiationHead head) {
        String negotiation = session.negotiation();
        NegotiationHead known = session.stored();
        if (!head.isSameAs(known)) {
            List<LaterEvent> later = later(negotiation, known.position());
            boolean continues = known.position() == 0
                    || (!later.isEmpty() && later.getFirst().isAt(known) && head.position() > known.position());
            if (!continues) {
                return renew(negotiation, head);
            }
            later.forEach(event -> matters.remove(event.matter().toString()));
            session.catchUp(
                    head, later.stream().anyMatch(event -> event.matter().kind() == MatterKind.NEGOTIATION));
        } else {
            session.catchUp(head, false);
        }
        sessions.put(negotiation, session);
        return session;
    }

    private record LaterEvent(long position, Instant recordedAt, MatterAddress matter) {
        boolean isAt(NegotiationHead head) {
            return position == head.position() && recordedAt.equals(head.recordedAt());
        }
    }

    /** The events from a position on, including the one at it. */
    private List<LaterEvent> later(String negotiation, long position) {
        return jdbc.sql("select position, recorded_at, kind, matter from ledger.ledger_entry"
                        + " where negotiation = ? and position >= ? order by position")
                .params(negotiation, position)
                .query((row, number) -> new LaterEvent(
                        row.getLong("position"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        new MatterAddress(
                                negotiation,
                                MatterKind.ofSlug(row.getString("kind")).orElseThrow(),
                                row.getString("matter"))))
                .list();
    }
}

package org.parley.ledger.embargo;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.ledger.command.CommandConflictException;
import org.parley.ledger.command.CommandRecorder;
import org.parley.ledger.command.StoreUnavailableException;
import org.parley.ledger.store.EmbargoEnd;
import org.parley.ledger.store.EmbargoEndTable;
import org.parley.ledger.store.LedgerHaltedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases developments whose embargo has ended: never early, and after an outage as soon as a ledger runs. The due
 * ends are read from the store. The id of the release is derived from the embargo, so that it is recorded once even if
 * two ledgers try.
 */
public final class EmbargoReleaseJob implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbargoReleaseJob.class);
    private static final int AT_ONCE = 100;

    private final EmbargoEndTable ends;
    private final CommandRecorder ledger;
    private final BooleanSupplier turn;
    private final Clock clock;

    /** The embargoes whose release failed and was already logged. */
    private final Set<UUID> failing = new HashSet<>();

    /** @param turn whether this ledger is the one that releases */
    public EmbargoReleaseJob(EmbargoEndTable ends, CommandRecorder ledger, BooleanSupplier turn, Clock clock) {
        this.ends = ends;
        this.ledger = ledger;
        this.turn = turn;
        this.clock = clock;
    }

    /** Releases all embargoes that are due. */
    @Override
    public void run() {
        boolean more = true;
        while (more && turn.getAsBoolean()) {
            List<EmbargoEnd> due = ends.due(clock.instant(), AT_ONCE);
            long released = due.stream().filter(this::release).count();
            more = released == AT_ONCE;
        }
    }

    /** Releases one embargo; returns false if it must be retried. */
    private boolean release(EmbargoEnd end) {
        try {
            if (!ledger.release(end).isNew()) {
                ends.forget(end);
            }
            return true;
        } catch (CommandRefusedException | CommandConflictException e) {
            LOG.info("the embargo {} on {} cannot be released: {}", end.imposedBy(), end.target(), e.getMessage());
            ends.forget(end);
            return true;
        } catch (LedgerHaltedException | StoreUnavailableException e) {
            LOG.debug("releases are paused: {}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            if (failing.add(end.imposedBy())) {
                LOG.warn("{} could not be released from the embargo {}; retrying", end.target(), end.imposedBy(), e);
            }
            return false;
        }
    }
}

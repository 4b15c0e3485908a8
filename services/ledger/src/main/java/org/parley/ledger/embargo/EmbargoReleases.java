package org.parley.ledger.embargo;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.parley.history.Refused;
import org.parley.ledger.command.Conflict;
import org.parley.ledger.command.Ledger;
import org.parley.ledger.command.StoreUnavailable;
import org.parley.ledger.store.EmbargoEnd;
import org.parley.ledger.store.EmbargoEnds;
import org.parley.ledger.store.Halted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases what is under embargo when the end that was given has come: never before, and after an outage as soon as a
 * ledger is back. What is due is read from the store. A release has its id from that of the embargo, so that it is
 * recorded once even where two ledgers try.
 */
public final class EmbargoReleases implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbargoReleases.class);
    private static final int AT_ONCE = 100;

    private final EmbargoEnds ends;
    private final Ledger ledger;
    private final BooleanSupplier turn;
    private final Clock clock;

    /** The embargoes whose end has failed and been logged. */
    private final Set<UUID> failing = new HashSet<>();

    /**
     * Releases nothing before it is run.
     *
     * @param turn whether it is for this ledger to do so, not for another
     */
    public EmbargoReleases(EmbargoEnds ends, Ledger ledger, BooleanSupplier turn, Clock clock) {
        this.ends = ends;
        this.ledger = ledger;
        this.turn = turn;
        this.clock = clock;
    }

    /** Releases everything that is due. */
    @Override
    public void run() {
        boolean more = true;
        while (more && turn.getAsBoolean()) {
            List<EmbargoEnd> due = ends.due(clock.instant(), AT_ONCE);
            long released = due.stream().filter(this::release).count();
            more = released == AT_ONCE;
        }
    }

    /** Releases one; false when that has to be tried again. */
    private boolean release(EmbargoEnd end) {
        try {
            if (!ledger.release(end).isNew()) {
                ends.forget(end);
            }
            return true;
        } catch (Refused | Conflict e) {
            LOG.info("the embargo {} on {} does not end by itself: {}", end.imposedBy(), end.target(), e.getMessage());
            ends.forget(end);
            return true;
        } catch (Halted | StoreUnavailable e) {
            LOG.debug("nothing is released for now: {}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            if (failing.add(end.imposedBy())) {
                LOG.warn("{} is not released yet from the embargo {}", end.target(), end.imposedBy(), e);
            }
            return false;
        }
    }
}

package org.parley.domain.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;

/**
 * A snapshot: the state of a matter after everything that started by an instant, as known at a position of the trail. A
 * fold can continue from it. It serves a query (asOf, knownAt) if asOf is not before its start, its position was
 * recorded by knownAt, and no entry recorded between its position and knownAt {@link AffectedInterval#invalidates invalidates} it.
 *
 * <p>A matter of the kind negotiation has none: its developments without a date move with its opening.
 *
 * @param position the position of the last entry included
 * @param start developments that started later are not included; those that started then, only if they were first
 *     recorded at the position or before
 * @param state null if no development is included
 */
public record MatterSnapshot(
        long position, Instant start, @Nullable MatterState state) {
    /** The snapshot before every history, which includes nothing. */
    public static final MatterSnapshot EMPTY = new MatterSnapshot(0, Instant.MIN, null);

    private boolean covers(Occurrence occurrence) {
        int order = occurrence.start().compareTo(start);
        return order < 0 || (order == 0 && occurrence.position() <= position);
    }

    /**
     * The state as of an instant in valid time; empty if nothing had occurred by then.
     *
     * @param rest the entries of every development that is not included and may have started by {@code asOf}, in the
     *     order recorded; further entries do no harm
     * @throws ImpossibleHistoryException if the target of an entry is missing
     */
    public Optional<MatterState> state(MatterAddress matter, Collection<LedgerEntry> rest, Instant asOf) {
        if (matter.kind() == MatterKind.NEGOTIATION) {
            return RecordedHistory.of(matter, rest).state(asOf);
        }
        List<Occurrence> after = new ArrayList<>();
        for (DevelopmentThread account : accounts(matter, rest)) {
            account.occurrence().ifPresent(after::add);
        }
        MatterType<?, ?, ?> type = DomainCatalogue.type(matter.kind());
        MatterState reached = state;
        for (Occurrence next : RecordedHistory.inValidTimeOrder(after)) {
            if (!covers(next) && !next.start().isAfter(asOf)) {
                reached = FoldStep.of(type, matter, reached, next).state();
            }
        }
        return Optional.ofNullable(reached);
    }

    private static Collection<DevelopmentThread> accounts(MatterAddress matter, Collection<LedgerEntry> entries) {
        Map<UUID, DevelopmentThread> accounts = new HashMap<>();
        List<DevelopmentThread> all = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            DevelopmentThread account;
            if (entry.event() instanceof EditorialEvent editorial) {
                account = accounts.get(editorial.target());
                if (account == null) {
                    throw new ImpossibleHistoryException(
                            matter, entry.developmentId(), "refers to " + editorial.target() + ", which is missing");
                }
                account.add(entry);
            } else {
                account = DevelopmentThread.of(entry);
                all.add(account);
            }
            accounts.put(entry.developmentId(), account);
        }
        return all;
    }
}

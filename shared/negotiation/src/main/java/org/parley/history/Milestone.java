package org.parley.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.catalogue.Catalogue;
import org.parley.editorial.EditorialEvent;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.MatterType;
import org.parley.matter.Occurrence;

/**
 * The state of a matter after everything that began by an instant, as known at a position of the trail: from here its
 * history can be folded on without what came before. It is of use for a question (asOf, knownAt) when asOf is not before its
 * start, its position was recorded by knownAt, and no entry recorded between its position and knownAt {@link
 * Reach#disturbs disturbs} it.
 *
 * <p>A matter of the kind negotiation has none: what has no date there stands with its opening, wherever that is moved.
 *
 * @param position the last entry that is taken in
 * @param start what began later is not taken in; what began then, only if it was recorded first at the position or before
 * @param state null when nothing is taken in
 */
public record Milestone(
        long position, Instant start, @Nullable MatterState state) {
    /** The beginning of every history: nothing is taken in. */
    public static final Milestone NOTHING = new Milestone(0, Instant.MIN, null);

    private boolean covers(Occurrence occurrence) {
        int order = occurrence.start().compareTo(start);
        return order < 0 || (order == 0 && occurrence.position() <= position);
    }

    /**
     * The state as of an instant of the world's time; empty when nothing had occurred by then.
     *
     * @param rest what is known of every development that is not taken in and may have begun by {@code asOf}, in the order
     *     recorded; more does no harm
     * @throws ImpossibleHistory when an entry speaks of something that is not there
     */
    public Optional<MatterState> state(MatterAddress matter, Collection<Entry> rest, Instant asOf) {
        if (matter.kind() == Kind.NEGOTIATION) {
            return History.of(matter, rest).state(asOf);
        }
        List<Occurrence> after = new ArrayList<>();
        for (Account account : accounts(matter, rest)) {
            account.occurrence().ifPresent(after::add);
        }
        MatterType<?, ?, ?> type = Catalogue.type(matter.kind());
        MatterState reached = state;
        for (Occurrence next : History.inWorldOrder(after)) {
            if (!covers(next) && !next.start().isAfter(asOf)) {
                reached = FoldStep.of(type, matter, reached, next).state();
            }
        }
        return Optional.ofNullable(reached);
    }

    private static Collection<Account> accounts(MatterAddress matter, Collection<Entry> entries) {
        Map<UUID, Account> accounts = new HashMap<>();
        List<Account> all = new ArrayList<>();
        for (Entry entry : entries) {
            Account account;
            if (entry.event() instanceof EditorialEvent editorial) {
                account = accounts.get(editorial.target());
                if (account == null) {
                    throw new ImpossibleHistory(
                            matter, entry.developmentId(), "speaks of " + editorial.target() + ", which is not there");
                }
                account.add(entry);
            } else {
                account = Account.of(entry);
                all.add(account);
            }
            accounts.put(entry.developmentId(), account);
        }
        return all;
    }
}

package org.parley.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.editorial.EditorialEvent;

/**
 * Where in the world an entry makes a difference: at the beginning of its development; an editorial event at that of the
 * development it speaks of, before and after.
 *
 * @param firstPosition the position of the development that it is, or finally speaks of
 * @param low the earlier beginning; {@link Instant#MIN} is before everything
 * @param high the later one
 * @param editorial whether it changes what is believed, rather than tells of something more
 */
public record Reach(long firstPosition, Instant low, Instant high, boolean editorial) {

    /** The reach of a development that is not editorial. */
    public static Reach of(Entry development) {
        Instant start = development.development().start();
        return new Reach(development.position(), start, start, false);
    }

    /**
     * The reach of the entry that comes next.
     *
     * @param account of the development that it is about, without it
     */
    public static Reach of(Account account, Entry next) {
        List<Instant> starts = Stream.of(account, account.with(next))
                .map(each -> each.occurrence(next.recordedAt()))
                .flatMap(Optional::stream)
                .map(occurrence -> occurrence.start())
                .sorted()
                .toList();
        Instant otherwise = account.first().development().start();
        return new Reach(
                account.first().position(),
                starts.isEmpty() ? otherwise : starts.getFirst(),
                starts.isEmpty() ? otherwise : starts.getLast(),
                true);
    }

    /** The reach of the entry that comes next in this history. */
    public static Reach of(History history, Entry next) {
        if (!(next.event() instanceof EditorialEvent editorial)) {
            return of(next);
        }
        Account account = history.account(editorial.target())
                .orElseThrow(() -> new ImpossibleHistory(
                        history.address(),
                        next.developmentId(),
                        "speaks of " + editorial.target() + ", which is not recorded"));
        return of(account, next);
    }

    /** Whether a milestone recorded before, with this start, is not what was known since this entry. */
    public boolean disturbs(Instant start) {
        int order = low.compareTo(start);
        return order < 0 || (order == 0 && editorial);
    }
}

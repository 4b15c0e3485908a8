package org.parley.diff;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.editorial.EditorialEvent;
import org.parley.history.Account;
import org.parley.history.Entry;

/** Finds the entries of one development between two {@code knownAt} instants that changed its effective content. */
final class Retelling {
    private final Account account;
    private final Instant asOf;
    private final List<Entry> known;
    private final List<Entry> recordedBetween;

    /**
     * @param account the thread as known at the later instant
     * @param from the earlier instant, exclusive
     * @param asOf the instant in valid time by which the development had occurred
     */
    Retelling(Account account, Instant from, Instant asOf) {
        this.account = account;
        this.asOf = asOf;
        this.known = account.entries()
                .filter(entry -> !entry.recordedAt().isAfter(from))
                .toList();
        this.recordedBetween = account.entries()
                .filter(entry -> entry.recordedAt().isAfter(from))
                .toList();
    }

    /** The entries that caused the change; none if the content is the same at both instants. */
    Stream<Entry> causes() {
        Optional<Held> after = Held.of(account, asOf);
        if (Held.of(account(known), asOf).equals(after)) {
            return Stream.empty();
        }
        List<Entry> changing = withTargets(changing());
        boolean isSufficient = Held.of(account(withKnown(changing)), asOf).equals(after);
        return (isSufficient ? changing : recordedBetween).stream();
    }

    /** The entries that changed the content when they were recorded. Sources and grades do not. */
    private Set<UUID> changing() {
        Set<UUID> changing = new HashSet<>();
        Account thread = account(known);
        Optional<Held> last = Held.of(thread, asOf);
        for (Entry next : recordedBetween) {
            if (thread == null) {
                thread = Account.of(next);
            } else {
                thread.add(next);
            }
            Optional<Held> now = Held.of(thread, asOf);
            if (!now.equals(last)) {
                changing.add(next.developmentId());
            }
            last = now;
        }
        return changing;
    }

    /**
     * Adds the targets of the entries that were recorded in the same interval, without which they would make no sense.
     */
    private List<Entry> withTargets(Set<UUID> changing) {
        Set<UUID> named = new HashSet<>(changing);
        for (Entry entry : recordedBetween.reversed()) {
            if (named.contains(entry.developmentId()) && entry.event() instanceof EditorialEvent editorial) {
                named.add(editorial.target());
            }
        }
        return recordedBetween.stream()
                .filter(entry -> named.contains(entry.developmentId()))
                .toList();
    }

    /** The thread of these entries, the first recording first; null if there are none. */
    private static @Nullable Account account(List<Entry> entries) {
        if (entries.isEmpty()) {
            return null;
        }
        Account account = Account.of(entries.getFirst());
        entries.stream().skip(1).forEach(account::add);
        return account;
    }

    private List<Entry> withKnown(List<Entry> more) {
        return Stream.concat(known.stream(), more.stream()).toList();
    }
}

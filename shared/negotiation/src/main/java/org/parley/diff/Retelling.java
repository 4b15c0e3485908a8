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

/** What was said of one development between two instants in transaction time, entry by entry. */
final class Retelling {
    private final Account account;
    private final Instant asOf;
    private final List<Entry> known;
    private final List<Entry> meanwhile;

    /**
     * @param account as known at the later instant
     * @param from the earlier instant, exclusive
     * @param asOf the instant in valid time at which the development is looked at
     */
    Retelling(Account account, Instant from, Instant asOf) {
        this.account = account;
        this.asOf = asOf;
        this.known = account.entries()
                .filter(entry -> !entry.recordedAt().isAfter(from))
                .toList();
        this.meanwhile = account.entries()
                .filter(entry -> entry.recordedAt().isAfter(from))
                .toList();
    }

    /** What made it another; nothing when it is held to be what it was. */
    Stream<Entry> causes() {
        Optional<Held> after = Held.of(account, asOf);
        if (Held.of(account(known), asOf).equals(after)) {
            return Stream.empty();
        }
        List<Entry> telling = withTargets(telling());
        boolean enough = Held.of(account(together(telling)), asOf).equals(after);
        return (enough ? telling : meanwhile).stream();
    }

    /** Those that, when they came, made it another; a source or a grade does not. */
    private Set<UUID> telling() {
        Set<UUID> telling = new HashSet<>();
        Account told = account(known);
        Optional<Held> last = Held.of(told, asOf);
        for (Entry next : meanwhile) {
            if (told == null) {
                told = Account.of(next);
            } else {
                told.add(next);
            }
            Optional<Held> now = Held.of(told, asOf);
            if (!now.equals(last)) {
                telling.add(next.developmentId());
            }
            last = now;
        }
        return telling;
    }

    /** With what they speak of, as far as it was said meanwhile: without that they could not have been said. */
    private List<Entry> withTargets(Set<UUID> telling) {
        Set<UUID> named = new HashSet<>(telling);
        for (Entry entry : meanwhile.reversed()) {
            if (named.contains(entry.developmentId()) && entry.event() instanceof EditorialEvent editorial) {
                named.add(editorial.target());
            }
        }
        return meanwhile.stream()
                .filter(entry -> named.contains(entry.developmentId()))
                .toList();
    }

    /** The account of these entries, the first recording first; null when there are none. */
    private static @Nullable Account account(List<Entry> entries) {
        if (entries.isEmpty()) {
            return null;
        }
        Account account = Account.of(entries.getFirst());
        entries.stream().skip(1).forEach(account::add);
        return account;
    }

    private List<Entry> together(List<Entry> more) {
        return Stream.concat(known.stream(), more.stream()).toList();
    }
}

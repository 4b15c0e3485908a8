package org.parley.domain.diff;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.LedgerEntry;

/** Finds the entries of one development between two {@code knownAt} instants that changed its effective content. */
final class DevelopmentChangeCauses {
    private final DevelopmentThread account;
    private final Instant asOf;
    private final List<LedgerEntry> known;
    private final List<LedgerEntry> recordedBetween;

    /**
     * @param account the thread as known at the later instant
     * @param from the earlier instant, exclusive
     * @param asOf the instant in valid time by which the development had occurred
     */
    DevelopmentChangeCauses(DevelopmentThread account, Instant from, Instant asOf) {
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
    Stream<LedgerEntry> causes() {
        Optional<EffectiveContent> after = EffectiveContent.of(account, asOf);
        if (EffectiveContent.of(account(known), asOf).equals(after)) {
            return Stream.empty();
        }
        List<LedgerEntry> changing = withTargets(changing());
        boolean isSufficient =
                EffectiveContent.of(account(withKnown(changing)), asOf).equals(after);
        return (isSufficient ? changing : recordedBetween).stream();
    }

    /** The entries that changed the content when they were recorded. Sources and grades do not. */
    private Set<UUID> changing() {
        Set<UUID> changing = new HashSet<>();
        DevelopmentThread thread = account(known);
        Optional<EffectiveContent> last = EffectiveContent.of(thread, asOf);
        for (LedgerEntry next : recordedBetween) {
            if (thread == null) {
                thread = DevelopmentThread.of(next);
            } else {
                thread.add(next);
            }
            Optional<EffectiveContent> now = EffectiveContent.of(thread, asOf);
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
    private List<LedgerEntry> withTargets(Set<UUID> changing) {
        Set<UUID> named = new HashSet<>(changing);
        for (LedgerEntry entry : recordedBetween.reversed()) {
            if (named.contains(entry.developmentId()) && entry.event() instanceof EditorialEvent editorial) {
                named.add(editorial.target());
            }
        }
        return recordedBetween.stream()
                .filter(entry -> named.contains(entry.developmentId()))
                .toList();
    }

    /** The thread of these entries, the first recording first; null if there are none. */
    private static @Nullable DevelopmentThread account(List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return null;
        }
        DevelopmentThread account = DevelopmentThread.of(entries.getFirst());
        entries.stream().skip(1).forEach(account::add);
        return account;
    }

    private List<LedgerEntry> withKnown(List<LedgerEntry> more) {
        return Stream.concat(known.stream(), more.stream()).toList();
    }
}

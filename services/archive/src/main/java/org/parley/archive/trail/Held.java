package org.parley.archive.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.editorial.EditorialEvent;
import org.parley.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.editorial.EditorialEvent.DevelopmentGraded;
import org.parley.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.editorial.EditorialEvent.SourceAdded;
import org.parley.evidence.Evidence;
import org.parley.evidence.Grade;
import org.parley.evidence.Source;
import org.parley.history.Account;
import org.parley.history.Entry;
import org.parley.history.Standing;

/**
 * What the newsroom holds of an entry at some point of its trail.
 *
 * @param standing as long as no embargo has ended by the clock
 * @param heldUntil when its embargo ends by the clock; null when it has none that does
 * @param afterwards the standing from then on
 * @param correctedBy the correction that counts in its place
 * @param evidence its sources and grade, the desk's additions among them, as JSON
 */
record Held(
        Standing standing,
        @Nullable Instant heldUntil,
        @Nullable Standing afterwards,
        @Nullable UUID correctedBy,
        @Nullable String evidence) {

    /** What is held of an entry of an account, after all that is in the account. */
    static Held of(Account account, Entry entry) {
        UUID id = entry.developmentId();
        Standing standing = account.standing(id, Instant.MIN);
        Instant until = standing == Standing.HELD ? embargoEnd(account) : null;
        boolean isFirst = id.equals(account.first().developmentId());
        UUID correction = isFirst || standing == Standing.CORRECTED
                ? account.correction().map(Entry::developmentId).orElse(null)
                : null;
        return new Held(
                standing,
                until,
                until == null ? null : account.standing(id, Instant.MAX),
                correction,
                evidence(account, entry));
    }

    private static @Nullable Instant embargoEnd(Account account) {
        return account.editorial().stream()
                .filter(entry -> stands(account, entry))
                .map(Entry::event)
                .filter(event -> event instanceof DevelopmentHeld || event instanceof DevelopmentReleased)
                .reduce((earlier, later) -> later)
                .flatMap(event ->
                        event instanceof DevelopmentHeld held ? Optional.ofNullable(held.until()) : Optional.empty())
                .map(until -> until.start())
                .orElse(null);
    }

    /** Sources and grade as recorded, and those that the desk gave to this very entry since. */
    private static @Nullable String evidence(Account account, Entry entry) {
        Evidence recorded = recorded(entry);
        List<Source> sources = new ArrayList<>(recorded == null ? List.of() : recorded.sources());
        Grade grade = recorded == null ? Grade.CANNOT_BE_JUDGED : recorded.grade();
        for (Entry said : account.editorial()) {
            if (!((EditorialEvent) said.event()).target().equals(entry.developmentId()) || !stands(account, said)) {
                continue;
            }
            if (said.event() instanceof SourceAdded added) {
                sources.add(added.source());
            } else if (said.event() instanceof DevelopmentGraded graded) {
                grade = graded.grade();
            }
        }
        return sources.isEmpty() ? null : Json.MAPPER.writeValueAsString(new Believed(sources, grade));
    }

    /** {@link Evidence} without its limit: what was added to an entry and to its correction are counted apart. */
    private record Believed(List<Source> sources, Grade grade) {}

    /** The evidence that an entry was recorded with; a correction's is that of its replacement. */
    static @Nullable Evidence recorded(Entry entry) {
        Evidence replacement = entry.event() instanceof DevelopmentCorrected correction
                ? correction.replacement().evidence()
                : null;
        return replacement == null ? entry.development().evidence() : replacement;
    }

    private static boolean stands(Account account, Entry said) {
        return account.standing(said.developmentId(), Instant.MIN) != Standing.RETRACTED;
    }
}

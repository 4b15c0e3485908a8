package org.parley.domain.diff;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.party.PartyCode;

/** Finds the developments that caused the difference between two states of a matter. */
public final class ChangeCauses {
    private static final Comparator<LedgerEntry> AS_RECORDED = Comparator.comparingLong(LedgerEntry::position);

    private ChangeCauses() {}

    /**
     * The causes of a difference between two {@code knownAt} instants: the entries recorded between them that changed
     * the effective content of a development.
     *
     * @param history the matter as known at the later instant
     * @param asOf the {@code asOf} instant of both states
     */
    public static List<UUID> betweenKnownAt(
            RecordedHistory history, Instant oneKnownAt, Instant otherKnownAt, Instant asOf) {
        Instant from = min(oneKnownAt, otherKnownAt);
        Instant to = max(oneKnownAt, otherKnownAt);
        return ids(history.threads().stream().flatMap(account -> causes(account, from, asOf)));
    }

    /** The existence of a party depends neither on valid time nor on whether its admission is still effective. */
    private static Stream<LedgerEntry> causes(DevelopmentThread account, Instant from, Instant asOf) {
        Set<PartyCode> before =
                admitted(account.entries().filter(entry -> !entry.recordedAt().isAfter(from)));
        Set<PartyCode> after = admitted(account.entries());
        return before.equals(after)
                ? new DevelopmentChangeCauses(account, from, after.isEmpty() ? asOf : Instant.MAX).causes()
                : account.entries().filter(entry -> entry.recordedAt().isAfter(from));
    }

    private static Set<PartyCode> admitted(Stream<LedgerEntry> entries) {
        return entries.map(entry -> entry.event() instanceof DevelopmentCorrected correction
                        ? correction.replacement().event()
                        : entry.event())
                .filter(PartyAdmitted.class::isInstance)
                .map(event -> ((PartyAdmitted) event).party())
                .collect(Collectors.toSet());
    }

    /**
     * The causes of a difference between two {@code asOf} instants: the developments that started between them, and if
     * the state became certain, those that became certain; each with its effective correction.
     *
     * @param history the matter as known at the {@code knownAt} instant of both states
     */
    public static List<UUID> betweenAsOf(RecordedHistory history, Instant oneAsOf, Instant otherAsOf) {
        Instant from = min(oneAsOf, otherAsOf);
        Instant to = max(oneAsOf, otherAsOf);
        List<Occurrence> effective = history.effective();
        boolean becomesCertain = isPossible(effective, from) && !isPossible(effective, to);
        return ids(effective.stream()
                .filter(each ->
                        isWithin(each.start(), from, to) || (becomesCertain && isWithin(each.certainFrom(), from, to)))
                .flatMap(each -> named(history, each)));
    }

    /** Whether a development that had started may not have happened yet. */
    private static boolean isPossible(List<Occurrence> effective, Instant asOf) {
        return effective.stream().anyMatch(each -> !each.start().isAfter(asOf) && asOf.isBefore(each.certainFrom()));
    }

    private static boolean isWithin(Instant instant, Instant from, Instant to) {
        return instant.isAfter(from) && !instant.isAfter(to);
    }

    private static Stream<LedgerEntry> named(RecordedHistory history, Occurrence occurrence) {
        UUID first = occurrence.developmentId();
        return Stream.concat(Stream.of(first), history.correctionOf(first).stream())
                .flatMap(id -> history.entry(id).stream());
    }

    private static List<UUID> ids(Stream<LedgerEntry> entries) {
        return entries.sorted(AS_RECORDED).map(LedgerEntry::developmentId).toList();
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

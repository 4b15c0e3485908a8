package org.parley.domain.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.editorial.EditorialEvent.DevelopmentWithheld;
import org.parley.domain.editorial.EditorialEvent.DisputeResolved;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.OccurrenceChange;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.Occurrence;

/**
 * What of a matter is public and what stays back. While nothing stays back, nothing is folded: public is what was
 * recorded. Once something does, the matter keeps two histories, of what was recorded and of what is public.
 */
final class MatterPublication {
    private static final UUID SUPPOSED = new UUID(0, 0);

    private final MatterAddress address;
    private final List<LedgerEntry> entries = new ArrayList<>();
    /** The entries that are not public, in the order recorded; without holds and releases. */
    private final Map<UUID, LedgerEntry> untold = new LinkedHashMap<>();

    /** The public developments that are withheld. */
    private final Set<UUID> withheld = new LinkedHashSet<>();

    /** Those of them that are under embargo themselves, or have a public correction that is. */
    private final Set<UUID> embargoed = new LinkedHashSet<>();

    private boolean isPublic;
    private @Nullable RecordedHistory inside;
    private @Nullable RecordedHistory outside;

    MatterPublication(MatterAddress address) {
        this.address = address;
    }

    void record(LedgerEntry entry) {
        entries.add(entry);
        if (inside != null) {
            inside.record(entry);
        }
    }

    /** Whether an entry never becomes public as such. */
    static boolean isAboutEmbargo(LedgerEntry entry) {
        return entry.event() instanceof DevelopmentHeld || entry.event() instanceof DevelopmentReleased;
    }

    /** Keeps back what was just recorded, until it is told. */
    void keep(LedgerEntry entry) {
        if (!isAboutEmbargo(entry)) {
            untold.put(entry.developmentId(), entry);
        }
    }

    void tell(LedgerEntry entry) {
        untold.remove(entry.developmentId());
        isPublic = true;
        if (outside != null) {
            outside.record(asPublic(entry));
        }
    }

    private static LedgerEntry asPublic(LedgerEntry entry) {
        return with(
                entry,
                entry.developmentId(),
                entry.recordedAt(),
                entry.development().withEmbargo(null));
    }

    private static LedgerEntry with(LedgerEntry entry, UUID id, Instant recordedAt, Development development) {
        return new LedgerEntry(id, entry.matter(), entry.position(), recordedAt, entry.editor(), development);
    }

    /** Withholds a public development. */
    private void withhold(UUID development, Instant at) {
        withheld.add(development);
        outside().record(notice(new DevelopmentWithheld(development), at));
    }

    /** Shows a withheld development again. */
    void show(UUID development, Instant at) {
        withheld.remove(development);
        outside().record(notice(new DevelopmentReleased(development), at));
    }

    /** A notice for the fold of what is public. Its id is no other's. */
    private LedgerEntry notice(EditorialEvent event, Instant at) {
        LedgerEntry target = entry(event.target());
        Development notice = new Development(event, null, null, null, null, List.of());
        return with(
                target,
                new UUID(event.target().getMostSignificantBits(), outside().version()),
                at,
                notice);
    }

    MatterAddress address() {
        return address;
    }

    /** Whether nothing stays back: then public is what was recorded. */
    boolean isWhole() {
        return untold.isEmpty() && withheld.isEmpty();
    }

    /** Forgets the histories, while nothing stays back. */
    void forgetHistories() {
        inside = null;
        outside = null;
    }

    /**
     * Resumes with what was withheld, after all entries were recorded.
     *
     * @param pending the last entries, if they have not taken effect yet
     */
    void resumeWithheld(Collection<UUID> all, List<LedgerEntry> pending) {
        pending.forEach(entry -> untold.remove(entry.developmentId()));
        for (LedgerEntry entry : entries) {
            if (all.contains(entry.developmentId())) {
                withheld.add(entry.developmentId());
            }
        }
        for (UUID development : withheld) {
            if (isHeldInPublic(entry(development))) {
                embargoed.add(development);
            }
        }
    }

    /** Whether any entry of it is public. */
    boolean isPublic() {
        return isPublic;
    }

    boolean isTold(UUID entry) {
        return !untold.containsKey(entry);
    }

    boolean isWithheld(UUID development) {
        return withheld.contains(development);
    }

    Collection<LedgerEntry> untold() {
        return untold.values();
    }

    Set<UUID> withheld() {
        return withheld;
    }

    /** Whether something of it is under embargo or waits. */
    boolean isHidden() {
        return untold.values().stream().anyMatch(entry -> isUnderEmbargo(entry) || !isDead(entry));
    }

    private RecordedHistory inside() {
        RecordedHistory known = inside;
        if (known == null) {
            known = RecordedHistory.of(address, entries);
            inside = known;
        }
        return known;
    }

    private RecordedHistory outside() {
        RecordedHistory known = outside;
        if (known == null) {
            known = RecordedHistory.of(
                    address,
                    entries.stream()
                            .filter(entry -> !isAboutEmbargo(entry) && isTold(entry.developmentId()))
                            .map(MatterPublication::asPublic)
                            .toList());
            outside = known;
            for (UUID development : withheld) {
                known.record(notice(
                        new DevelopmentWithheld(development), entries.getLast().recordedAt()));
            }
        }
        return known;
    }

    private DevelopmentThread thread(UUID entry) {
        return inside().thread(entry).orElseThrow();
    }

    private LedgerEntry entry(UUID id) {
        return inside().entry(id).orElseThrow();
    }

    boolean isUnderEmbargo(LedgerEntry entry) {
        return inside().embargo(entry.developmentId()).isPresent();
    }

    /**
     * Whether an entry that is not public is retracted, or speaks of what is retracted, and so is not told. A
     * retraction of what was never told is not told either.
     */
    boolean isDead(LedgerEntry entry) {
        DevelopmentThread thread = thread(entry.developmentId());
        if (thread.isRetracted(entry.developmentId())) {
            return true;
        }
        return switch (entry.event()) {
            case DevelopmentRetracted retraction -> !isTold(retraction.target());
            case DisputeResolved resolution ->
                isOfRetracted(thread, resolution)
                        || disputes(resolution, entry.developmentId()).stream().anyMatch(thread::isRetracted);
            case EditorialEvent event -> isOfRetracted(thread, event);
            default -> false;
        };
    }

    private static boolean isOfRetracted(DevelopmentThread thread, EditorialEvent event) {
        return thread.isRetracted(thread.first().developmentId()) || thread.isRetracted(event.target());
    }

    /** The disputes that a resolution decides, of which those recorded before disputes had ids name none. */
    private List<UUID> disputes(DisputeResolved resolution, UUID id) {
        UUID dispute = resolution.dispute();
        if (dispute != null) {
            return List.of(dispute);
        }
        DevelopmentThread thread = thread(id);
        return thread.editorial().stream()
                .map(LedgerEntry::developmentId)
                .filter(each -> thread.resolutionOf(each).filter(id::equals).isPresent())
                .toList();
    }

    /** The retractions of what is public that are told at once. */
    List<LedgerEntry> retractionsToTell() {
        return untold.values().stream()
                .filter(entry -> entry.event() instanceof DevelopmentRetracted)
                .filter(entry -> !isDead(entry) && !isUnderEmbargo(entry))
                .toList();
    }

    /** The developments that change no state of what is public, although that is to be possible. */
    Set<UUID> disregarded() {
        return !isPublic
                ? Set.of()
                : outside().effectiveHistory().disregarded().stream()
                        .map(Occurrence::developmentId)
                        .collect(Collectors.toSet());
    }

    /**
     * Withholds the public developments that entries put under embargo, and marks those whose embargo they end.
     *
     * @return those newly withheld
     */
    List<LedgerEntry> withholdWhatIsHeld(List<LedgerEntry> recorded, Instant at) {
        List<LedgerEntry> newly = new ArrayList<>();
        for (LedgerEntry entry : recorded) {
            if (isAboutEmbargo(entry) || entry.event() instanceof DevelopmentRetracted) {
                LedgerEntry development = thread(entry.developmentId()).first();
                UUID id = development.developmentId();
                if (!isHeldInPublic(development)) {
                    embargoed.remove(id);
                } else if (embargoed.add(id) && !withheld.contains(id)) {
                    withhold(id, at);
                    newly.add(development);
                }
            }
        }
        return newly;
    }

    private boolean isHeldInPublic(LedgerEntry development) {
        return isTold(development.developmentId())
                && thread(development.developmentId())
                        .entries()
                        .filter(entry -> entry.equals(development) || entry.event() instanceof DevelopmentCorrected)
                        .anyMatch(entry -> isTold(entry.developmentId()) && isUnderEmbargo(entry));
    }

    /**
     * Withholds the public developments that are no longer possible in valid-time order.
     *
     * @param before those that changed no state before either
     * @return those newly withheld
     */
    List<LedgerEntry> withholdWhatIsImpossible(Set<UUID> before, Instant at) {
        List<LedgerEntry> newly = new ArrayList<>();
        for (UUID development : disregarded()) {
            if (!before.contains(development) && !inside().isDisregarded(development)) {
                withhold(development, at);
                newly.add(entry(development));
            }
        }
        return newly;
    }

    /** What may come out of this matter as far as embargoes and retractions are concerned, in the order recorded. */
    Map<UUID, Candidate> candidates() {
        Map<UUID, Candidate> candidates = new LinkedHashMap<>();
        Stream<Candidate> shown = withheld.stream()
                .filter(id -> !embargoed.contains(id) && !thread(id).isRetracted(id))
                .map(id -> new Candidate(entry(id), true));
        Stream<Candidate> told = untold.values().stream()
                .filter(entry -> !(entry.event() instanceof DevelopmentRetracted))
                .filter(entry -> !isDead(entry) && !isUnderEmbargo(entry))
                .map(entry -> new Candidate(entry, false));
        Stream.concat(shown, told)
                .sorted((one, other) ->
                        Long.compare(one.entry().position(), other.entry().position()))
                .forEach(candidate -> candidates.put(candidate.id(), candidate));
        return candidates;
    }

    /**
     * What must be public, and not withheld, for a candidate to come out: what it speaks of; and for a development the
     * correction that now holds, because nothing is told first in words that the newsroom no longer holds.
     */
    List<UUID> needsOf(Candidate candidate) {
        UUID id = candidate.id();
        if (candidate.isShownAgain()) {
            return List.of();
        }
        return switch (candidate.entry().event()) {
            case DisputeResolved resolution ->
                Stream.concat(
                                Stream.of(thread(id).first().developmentId(), resolution.target()),
                                disputes(resolution, id).stream())
                        .toList();
            case EditorialEvent event -> List.of(thread(id).first().developmentId(), event.target());
            default -> inside().correctionOf(id).stream().toList();
        };
    }

    /**
     * A retracted entry that is told nevertheless, because what it says exists is named: with what it speaks of and its
     * retractions, in the order recorded. Empty if there is none, or one of these is under embargo or withheld.
     */
    List<LedgerEntry> retracted(Predicate<LedgerEntry> saysIt) {
        return untold.values().stream()
                .filter(entry -> saysIt.test(entry) && isDead(entry))
                .map(this::withItsRetractions)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
    }

    private Optional<List<LedgerEntry>> withItsRetractions(LedgerEntry entry) {
        DevelopmentThread thread = thread(entry.developmentId());
        List<LedgerEntry> all = Stream.of(thread.first(), entry)
                .distinct()
                .flatMap(each -> Stream.concat(Stream.of(each), thread.retractionOf(each.developmentId()).stream()))
                .filter(each -> !isTold(each.developmentId()))
                .sorted((one, other) -> Long.compare(one.position(), other.position()))
                .toList();
        boolean isReady = all.stream().noneMatch(this::isUnderEmbargo)
                && !isWithheld(thread.first().developmentId());
        return isReady ? Optional.of(all) : Optional.empty();
    }

    /** Whether the public history of the matter would be possible with these candidates. */
    boolean isPossibleWith(Collection<Candidate> candidates, Instant at) {
        if (leavesNothingBack(candidates)) {
            return true;
        }
        Map<UUID, List<Candidate>> byDevelopment = candidates.stream()
                .collect(Collectors.groupingBy(
                        candidate -> thread(candidate.id()).first().developmentId(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<OccurrenceChange> changes = new ArrayList<>();
        byDevelopment.forEach((development, each) -> changes.add(new OccurrenceChange(
                outside().effectiveOccurrence(development).orElse(null), occurrence(development, each, at))));
        return outside().effectiveHistory().isPossible(changes, this::isTolerated);
    }

    private boolean leavesNothingBack(Collection<Candidate> candidates) {
        Set<UUID> ids = candidates.stream().map(Candidate::id).collect(Collectors.toSet());
        return untold.values().stream().allMatch(entry -> ids.contains(entry.developmentId()) || isDead(entry))
                && withheld.stream()
                        .allMatch(id -> ids.contains(id) || thread(id).isRetracted(id));
    }

    /** The occurrence of a development with candidates of its thread; null if it would not be effective. */
    private @Nullable Occurrence occurrence(UUID development, List<Candidate> candidates, Instant at) {
        List<LedgerEntry> notes = new ArrayList<>();
        LedgerEntry first = null;
        for (Candidate candidate : candidates) {
            LedgerEntry entry = candidate.entry();
            if (candidate.isShownAgain()) {
                notes.add(with(
                        entry,
                        SUPPOSED,
                        at,
                        new Development(new DevelopmentReleased(development), null, null, null, null, List.of())));
            } else if (entry.event() instanceof EditorialEvent) {
                notes.add(asPublic(entry));
            } else {
                first = asPublic(entry);
            }
        }
        DevelopmentThread thread =
                first == null ? outside().thread(development).orElseThrow() : DevelopmentThread.of(first);
        return thread.hypothetically(notes, thread::occurrence).orElse(null);
    }

    /** Whether a development may change no state: as recorded it changes none, or in public it did not before. */
    private boolean isTolerated(Occurrence occurrence) {
        UUID development = occurrence.developmentId();
        return inside().isDisregarded(development) || outside().isDisregarded(development);
    }

    /**
     * Those of the candidates with which the public history is possible: taken in the order recorded, each with what it
     * needs, again until none fits more.
     */
    Set<UUID> fitting(Map<UUID, Candidate> candidates, Instant at) {
        Map<UUID, Candidate> taken = new LinkedHashMap<>();
        boolean grew;
        do {
            grew = false;
            for (Candidate candidate : candidates.values()) {
                if (!taken.containsKey(candidate.id())) {
                    Map<UUID, Candidate> with = new LinkedHashMap<>(taken);
                    addWithNeeds(with, candidate, candidates);
                    if (isPossibleWith(with.values(), at)) {
                        taken = with;
                        grew = true;
                    }
                }
            }
        } while (grew);
        return taken.keySet();
    }

    private void addWithNeeds(Map<UUID, Candidate> with, Candidate candidate, Map<UUID, Candidate> candidates) {
        if (with.put(candidate.id(), candidate) == null) {
            for (UUID needed : needsOf(candidate)) {
                if (candidates.containsKey(needed)) {
                    addWithNeeds(with, candidates.get(needed), candidates);
                }
            }
        }
    }
}

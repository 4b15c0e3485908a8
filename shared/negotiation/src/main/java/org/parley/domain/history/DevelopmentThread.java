package org.parley.domain.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentGraded;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.editorial.EditorialEvent.DevelopmentWithheld;
import org.parley.domain.editorial.EditorialEvent.SourceAdded;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Occurrence;

/**
 * The thread of one development: its first recording and all later editorial events about it or about one another.
 *
 * <p>An editorial event can be retracted too. The retraction of a correction restores the previous content, the
 * retraction of a retraction restores the development. The last correction that is not retracted is the effective one.
 *
 * <p>Not thread-safe. The cost of {@link #add} and of all queries hardly depends on the number of events.
 */
public final class DevelopmentThread {
    private final LedgerEntry first;
    private @Nullable EditorialEventIndex notes;

    private DevelopmentThread(LedgerEntry first) {
        this.first = first;
    }

    /** The thread of a development without editorial events. */
    public static DevelopmentThread of(LedgerEntry first) {
        return new DevelopmentThread(first);
    }

    /** The first recording and the editorial events, in the order recorded. */
    public Stream<LedgerEntry> entries() {
        return Stream.concat(Stream.of(first), editorial().stream());
    }

    /** The number of entries, the first included. */
    public int size() {
        return 1 + editorial().size();
    }

    /** The entry recorded last. */
    public LedgerEntry last() {
        List<LedgerEntry> editorial = editorial();
        return editorial.isEmpty() ? first : editorial.getLast();
    }

    /**
     * Adds an editorial event about this development, or about an editorial event of this thread. On the public trail
     * it may have been recorded before others that are known already: events count in the order recorded.
     */
    public void add(LedgerEntry entry) {
        notes = notes == null ? EditorialEventIndex.of(List.of(entry)) : notes.with(entry);
    }

    /** Answers a query as if the thread contained one more event. The thread itself does not change. */
    public <T> T hypothetically(LedgerEntry entry, Supplier<T> question) {
        return hypothetically(List.of(entry), question);
    }

    /** The same for several events, in the order recorded. */
    public <T> T hypothetically(List<LedgerEntry> more, Supplier<T> question) {
        EditorialEventIndex before = notes;
        int appended = 0;
        try {
            for (LedgerEntry entry : more) {
                add(entry);
                appended += notes == before ? 1 : 0;
            }
            return question.get();
        } finally {
            notes = before;
            for (; before != null && appended > 0; appended--) {
                before.undoLast();
            }
        }
    }

    /** The first recording. */
    public LedgerEntry first() {
        return first;
    }

    /** The entry with this id; empty if it does not belong to this thread. */
    public Optional<LedgerEntry> entry(UUID id) {
        if (isFirst(id)) {
            return Optional.of(first);
        }
        return notes == null ? Optional.empty() : notes.find(id);
    }

    /** The editorial events, in the order recorded. */
    public List<LedgerEntry> editorial() {
        return notes == null ? List.of() : notes.all();
    }

    /**
     * The entry that a chain of retractions undoes or restores in the end; the target itself if it is no retraction.
     */
    public LedgerEntry retractionTarget(UUID target) {
        EditorialEventIndex known = notes;
        UUID root = known == null ? target : known.retractions().rootTarget(target);
        return entry(root).orElseThrow();
    }

    public boolean isRetracted(UUID entry) {
        return notes != null && !notes.retractions().isActive(entry);
    }

    /** The effective retraction of an entry; empty if there is none. */
    public Optional<LedgerEntry> retractionOf(UUID entry) {
        EditorialEventIndex known = notes;
        return known == null
                ? Optional.empty()
                : known.retractions().activeRetractionOf(entry).flatMap(known::find);
    }

    /** The development with its effective content; empty if it is retracted, or withheld from the public. */
    public Optional<Occurrence> occurrence() {
        if (isRetracted(first.developmentId()) || isWithheld()) {
            return Optional.empty();
        }
        return Optional.of(new Occurrence(
                first.developmentId(),
                first.position(),
                first.recordedAt(),
                correction().orElse(first).recordedAt(),
                content(),
                isDisputed(),
                isHeld()));
    }

    /** The standing of an entry of this thread. */
    public Standing standing(UUID entry) {
        if (isRetracted(entry)) {
            return Standing.RETRACTED;
        }
        if (isSuperseded(entry)) {
            return Standing.CORRECTED;
        }
        if (embargo(entry).isPresent()) {
            return Standing.HELD;
        }
        return isDisputed(entry) ? Standing.DISPUTED : Standing.EFFECTIVE;
    }

    /** The effective correction; empty if there is none. */
    public Optional<LedgerEntry> correction() {
        return last(EditorialAspect.CONTENT);
    }

    private boolean isFirst(UUID entry) {
        return entry.equals(first.developmentId());
    }

    private boolean isSuperseded(UUID entry) {
        return correction()
                .filter(last -> !last.developmentId().equals(entry))
                .filter(last -> isFirst(entry)
                        || entry(entry).filter(DevelopmentThread::isCorrection).isPresent())
                .isPresent();
    }

    private static boolean isCorrection(LedgerEntry entry) {
        return entry.event() instanceof DevelopmentCorrected;
    }

    private Optional<LedgerEntry> last(EditorialAspect aspect) {
        EditorialEventIndex known = notes;
        int index = known == null ? EditorialEventIndex.NO_INDEX : known.last(aspect);
        return known == null || index == EditorialEventIndex.NO_INDEX ? Optional.empty() : Optional.of(known.at(index));
    }

    /** The content that decides about an aspect: that of the last correction, or else of the first recording. */
    private Development content(EditorialAspect aspect) {
        return last(aspect)
                .map(entry -> ((DevelopmentCorrected) entry.event()).replacement())
                .orElse(first.development());
    }

    /** The effective content. A correction without sources or title keeps the previous ones. */
    private Development content() {
        if (notes == null) {
            return first.development().withEmbargo(null);
        }
        Development content = content(EditorialAspect.CONTENT);
        return new Development(
                content.event(),
                content.occurred(),
                content(EditorialAspect.TITLE).title(),
                evidence(notes),
                content.note(),
                content.voices());
    }

    /** The last complete list of sources and those added since, with the last grade given to any of them. */
    private @Nullable Evidence evidence(EditorialEventIndex known) {
        Evidence given = content(EditorialAspect.EVIDENCE).evidence();
        int since = known.last(EditorialAspect.EVIDENCE);
        NavigableMap<Integer, LedgerEntry> added = known.after(EditorialAspect.SOURCE, since);
        if (given == null && added.isEmpty()) {
            return null;
        }
        List<Source> sources = new ArrayList<>(given == null ? List.of() : given.sources());
        added.values().forEach(note -> sources.add(((SourceAdded) note.event()).source()));
        int gradedSince = given == null ? added.firstKey() : since;
        int graded = known.last(EditorialAspect.GRADE);
        if (graded > gradedSince) {
            return new Evidence(sources, ((DevelopmentGraded) known.at(graded).event()).grade());
        }
        return new Evidence(sources, given == null ? null : given.grade());
    }

    /** The number of sources of the effective content. */
    public int sourceCount() {
        Evidence given = content(EditorialAspect.EVIDENCE).evidence();
        int added = notes == null
                ? 0
                : notes.after(EditorialAspect.SOURCE, notes.last(EditorialAspect.EVIDENCE))
                        .size();
        return added + (given == null ? 0 : given.sources().size());
    }

    /** Whether the development or its effective correction is disputed. */
    private boolean isDisputed() {
        return isDisputed(first.developmentId())
                || correction().filter(last -> isDisputed(last.developmentId())).isPresent();
    }

    /**
     * Whether there is an effective dispute about the entry that was not dismissed. A correction ends all earlier
     * disputes.
     */
    private boolean isDisputed(UUID entry) {
        return notes != null && notes.last(EditorialAspect.DISPUTE, entry) > notes.last(EditorialAspect.CONTENT);
    }

    /**
     * The unresolved disputes about an entry, in the order recorded. For a development they include those about its
     * effective correction.
     */
    public List<LedgerEntry> openDisputes(UUID entry) {
        EditorialEventIndex known = notes;
        if (known == null) {
            return List.of();
        }
        Stream<LedgerEntry> ofCorrection = isFirst(entry)
                ? correction().stream().flatMap(last -> known.openDisputes(last.developmentId()).stream())
                : Stream.of();
        return Stream.concat(known.openDisputes(entry).stream(), ofCorrection).toList();
    }

    /** The effective resolution of a dispute; empty while it is open. */
    public Optional<UUID> resolutionOf(UUID dispute) {
        return notes == null ? Optional.empty() : notes.resolutionOf(dispute);
    }

    /**
     * Whether an entry is disputed, even if its standing is another one. A development is also disputed if its
     * effective correction is. A correction that another one replaced is never disputed.
     */
    public boolean isShownAsDisputed(UUID entry) {
        return !isRetracted(entry) && (isFirst(entry) ? isDisputed() : !isSuperseded(entry) && isDisputed(entry));
    }

    /** Whether the development was public and is withheld now; only on the public trail. */
    private boolean isWithheld() {
        int last = notes == null
                ? EditorialEventIndex.NO_INDEX
                : notes.last(EditorialAspect.EMBARGO, first.developmentId());
        return notes != null
                && last != EditorialEventIndex.NO_INDEX
                && notes.at(last).event() instanceof DevelopmentWithheld;
    }

    /** Whether the development or its effective correction is under embargo. */
    private boolean isHeld() {
        return embargo(first.developmentId()).isPresent()
                || correction()
                        .filter(last -> embargo(last.developmentId()).isPresent())
                        .isPresent();
    }

    /**
     * The embargo on an entry of this thread: the one last imposed, or else the one it was recorded under. An embargo
     * ends only by a release, not by the passing of time.
     */
    public Optional<ActiveEmbargo> embargo(UUID entry) {
        int index = notes == null ? EditorialEventIndex.NO_INDEX : notes.last(EditorialAspect.EMBARGO, entry);
        if (notes != null && index != EditorialEventIndex.NO_INDEX) {
            LedgerEntry last = notes.at(index);
            return switch (last.event()) {
                case DevelopmentHeld held -> Optional.of(new ActiveEmbargo(last.developmentId(), held.until()));
                case DevelopmentWithheld ignored -> Optional.of(new ActiveEmbargo(last.developmentId(), null));
                default -> Optional.empty();
            };
        }
        return entry(entry)
                .map(recorded -> recorded.development().embargo())
                .map(embargo -> new ActiveEmbargo(entry, embargo.until()));
    }

    /**
     * The last sources added to an entry, at most so many, in the order in which they were added. Those of a
     * development include the sources added to its corrections, where earlier versions recorded them.
     */
    public List<Source> sourcesAddedTo(UUID entry, int most) {
        return latest(EditorialAspect.SOURCE, entry).stream()
                .limit(most)
                .map(note -> ((SourceAdded) note.event()).source())
                .toList()
                .reversed();
    }

    /** The last grade given to an entry; for a development also one given to a correction of it. */
    public Optional<Grade> gradeGivenTo(UUID entry) {
        return latest(EditorialAspect.GRADE, entry).stream().findFirst().map(note -> ((DevelopmentGraded) note.event())
                .grade());
    }

    private Collection<LedgerEntry> latest(EditorialAspect aspect, UUID entry) {
        return notes == null ? List.of() : notes.latestFirst(aspect, isFirst(entry) ? null : entry);
    }

    /**
     * The entries whose standing an editorial event may change: a bounded number, whatever the length of the thread.
     * Retractions that depend on other retractions are not among them, see {@link #movedRetractions}; nor is the event
     * itself.
     */
    public Set<UUID> affectedBy(LedgerEntry entry) {
        EditorialEvent event = (EditorialEvent) entry.event();
        Set<UUID> concerned = new LinkedHashSet<>();
        concerned.add(first.developmentId());
        concern(concerned, event.target());
        if (event instanceof DevelopmentHeld || event instanceof DevelopmentReleased) {
            concerned.add(event.target()); // even if the target is a retraction: an embargo applies to the entry itself
        }
        if (notes != null) {
            UUID root = event instanceof DevelopmentRetracted
                    ? notes.retractions().rootTarget(event.target())
                    : event.target();
            concern(concerned, root);
            notes.find(root).ifPresent(note -> concern(concerned, ((EditorialEvent) note.event()).target()));
            int last = notes.last(EditorialAspect.CONTENT);
            for (int index : List.of(last, notes.lastBefore(EditorialAspect.CONTENT, last))) {
                if (index != EditorialEventIndex.NO_INDEX) {
                    concerned.add(notes.at(index).developmentId());
                }
            }
        }
        return concerned;
    }

    private void concern(Set<UUID> concerned, UUID entry) {
        if (entry(entry)
                .filter(each -> !(each.event() instanceof DevelopmentRetracted))
                .isPresent()) {
            concerned.add(entry);
        }
    }

    /**
     * The retractions that the last added entry moved to another chain, or whose effect it changed at the top of a
     * chain. Those further down follow from the top and are left out.
     */
    public Set<UUID> movedRetractions() {
        return notes != null && last().event() instanceof DevelopmentRetracted
                ? notes.retractions().movedRetractions()
                : Set.of();
    }

    /** The position of a retraction in its chain of retractions. */
    public RetractionChain retractionChain(UUID retraction) {
        if (notes == null) {
            throw new IllegalArgumentException(retraction + " is not a retraction of this development");
        }
        return notes.retractions().chain(retraction);
    }

    /** The steps taken so far to find out what is retracted; a test bounds them. */
    long steps() {
        return notes == null ? 0 : notes.retractions().steps();
    }
}

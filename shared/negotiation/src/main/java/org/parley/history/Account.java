package org.parley.history;

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
import org.parley.editorial.EditorialEvent;
import org.parley.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.editorial.EditorialEvent.DevelopmentGraded;
import org.parley.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.editorial.EditorialEvent.SourceAdded;
import org.parley.evidence.Evidence;
import org.parley.evidence.Grade;
import org.parley.evidence.Source;
import org.parley.matter.Development;
import org.parley.matter.Occurrence;

/**
 * Everything said of one development: its first recording and the editorial events that speak of it, or of one
 * another, since.
 *
 * <p>An editorial event can itself be retracted, which undoes it: retracting a correction restores what stood before,
 * retracting a retraction restores the development. Of several corrections the last that is not retracted counts.
 *
 * <p>Grows by {@link #add}; not safe for use by several threads. To take in one event more, and to ask, costs about the same
 * however many there are.
 */
public final class Account {
    private final Entry first;
    private @Nullable Notes notes;

    private Account(Entry first) {
        this.first = first;
    }

    /** The account of a development that nothing was said of yet. */
    public static Account of(Entry first) {
        return new Account(first);
    }

    /** The first recording and the editorial events, in the order recorded. */
    public Stream<Entry> entries() {
        return Stream.concat(Stream.of(first), editorial().stream());
    }

    /** How many entries it has. */
    public int size() {
        return 1 + editorial().size();
    }

    /** The entry recorded last. */
    public Entry last() {
        List<Entry> editorial = editorial();
        return editorial.isEmpty() ? first : editorial.getLast();
    }

    /** Takes in what was said next of this development, or of an editorial event about it. */
    public void add(Entry more) {
        Notes known = notes;
        if (known == null) {
            known = new Notes();
            notes = known;
        }
        known.add(more);
    }

    /** The answer as it would be with one thing more said; the account stays as it is. */
    <T> T supposing(Entry more, Supplier<T> question) {
        add(more);
        try {
            return question.get();
        } finally {
            if (notes != null) {
                notes.takeBack();
            }
        }
    }

    /** The first recording. */
    public Entry first() {
        return first;
    }

    /** What was recorded under an id, if it belongs to this account. */
    public Optional<Entry> entry(UUID id) {
        if (isFirst(id)) {
            return Optional.of(first);
        }
        return notes == null ? Optional.empty() : notes.find(id);
    }

    /** The editorial events, in the order recorded. */
    public List<Entry> editorial() {
        return notes == null ? List.of() : notes.all();
    }

    /** What a retraction finally undoes or restores: the last of what it and the retractions before it speak of. */
    Entry retracted(UUID target) {
        Notes known = notes;
        UUID root = known == null ? target : known.retractions().root(target);
        return entry(root).orElseThrow();
    }

    boolean isRetracted(UUID entry) {
        return notes != null && !notes.retractions().stands(entry);
    }

    /** The retraction that undoes an entry, unless it is itself undone. */
    Optional<Entry> retractionOf(UUID entry) {
        Notes known = notes;
        return known == null ? Optional.empty() : known.retractions().of(entry).flatMap(known::find);
    }

    /** The development as it stands; empty when it is retracted. */
    public Optional<Occurrence> occurrence() {
        if (isRetracted(first.developmentId())) {
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

    /** How one of the entries, the first or an editorial one, stands. */
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

    /** The correction that counts, if one does. */
    public Optional<Entry> correction() {
        return last(Aspect.CONTENT);
    }

    private boolean isFirst(UUID entry) {
        return entry.equals(first.developmentId());
    }

    private boolean isSuperseded(UUID entry) {
        return correction()
                .filter(last -> !last.developmentId().equals(entry))
                .filter(last -> isFirst(entry)
                        || entry(entry).filter(Account::isCorrection).isPresent())
                .isPresent();
    }

    private static boolean isCorrection(Entry entry) {
        return entry.event() instanceof DevelopmentCorrected;
    }

    private Optional<Entry> last(Aspect aspect) {
        Notes known = notes;
        int place = known == null ? Notes.NOWHERE : known.last(aspect);
        return known == null || place == Notes.NOWHERE ? Optional.empty() : Optional.of(known.at(place));
    }

    /** What this development is said to be by a correction, or by its first recording where there is none. */
    private Development told(Aspect aspect) {
        return last(aspect)
                .map(entry -> ((DevelopmentCorrected) entry.event()).replacement())
                .orElse(first.development());
    }

    /** What is now said to have happened; a correction keeps the sources and the title that it does not give anew. */
    private Development content() {
        if (notes == null) {
            return first.development().under(null);
        }
        Development content = told(Aspect.CONTENT);
        return new Development(
                content.event(),
                content.occurred(),
                told(Aspect.TITLE).title(),
                evidence(notes),
                content.note(),
                content.voices());
    }

    /** The sources given last as a whole and those added since; the last grade that was given to any of them. */
    private @Nullable Evidence evidence(Notes known) {
        Evidence given = told(Aspect.EVIDENCE).evidence();
        int since = known.last(Aspect.EVIDENCE);
        NavigableMap<Integer, Entry> added = known.after(Aspect.SOURCE, since);
        if (given == null && added.isEmpty()) {
            return null;
        }
        List<Source> sources = new ArrayList<>(given == null ? List.of() : given.sources());
        added.values().forEach(note -> sources.add(((SourceAdded) note.event()).source()));
        int gradedSince = given == null ? added.firstKey() : since;
        int graded = known.last(Aspect.GRADE);
        if (graded > gradedSince) {
            return new Evidence(sources, ((DevelopmentGraded) known.at(graded).event()).grade());
        }
        return new Evidence(sources, given == null ? null : given.grade());
    }

    /** How many sources what is now said to have happened has. */
    int sources() {
        Evidence given = told(Aspect.EVIDENCE).evidence();
        int added = notes == null
                ? 0
                : notes.after(Aspect.SOURCE, notes.last(Aspect.EVIDENCE)).size();
        return added + (given == null ? 0 : given.sources().size());
    }

    /** Whether what now counts, the development or the correction in its place, is disputed. */
    private boolean isDisputed() {
        return isDisputed(first.developmentId())
                || correction().filter(last -> isDisputed(last.developmentId())).isPresent();
    }

    /** Whether a dispute about it stands that was not dismissed; every dispute so far ends with a correction. */
    private boolean isDisputed(UUID entry) {
        return notes != null && notes.last(Aspect.DISPUTE, entry) > notes.last(Aspect.CONTENT);
    }

    /**
     * The disputes about an entry that are still to be resolved, in the order recorded; about a development, those about the
     * correction that counts too.
     */
    public List<Entry> openDisputes(UUID entry) {
        Notes known = notes;
        if (known == null) {
            return List.of();
        }
        Stream<Entry> ofCorrection = isFirst(entry)
                ? correction().stream().flatMap(last -> known.openDisputes(last.developmentId()).stream())
                : Stream.of();
        return Stream.concat(known.openDisputes(entry).stream(), ofCorrection).toList();
    }

    /** The resolution of a dispute that stands, if there is one. */
    Optional<UUID> resolutionOf(UUID dispute) {
        return notes == null ? Optional.empty() : notes.resolutionOf(dispute);
    }

    /**
     * Whether an entry is disputed, whatever else is said of it; a development, also when its correction is. Of a correction in
     * whose place another stands nothing is disputed any more.
     */
    public boolean showsDisputed(UUID entry) {
        return !isRetracted(entry) && (isFirst(entry) ? isDisputed() : !isSuperseded(entry) && isDisputed(entry));
    }

    /** Whether what now counts, the development or the correction in its place, is under embargo. */
    private boolean isHeld() {
        return embargo(first.developmentId()).isPresent()
                || correction()
                        .filter(last -> embargo(last.developmentId()).isPresent())
                        .isPresent();
    }

    /**
     * The embargo that one of the entries, the first or an editorial one, is under: what was said of it last, or else what it
     * was recorded under. It ends by being released, whatever the time is.
     */
    public Optional<StandingEmbargo> embargo(UUID entry) {
        int place = notes == null ? Notes.NOWHERE : notes.last(Aspect.EMBARGO, entry);
        if (notes != null && place != Notes.NOWHERE) {
            Entry last = notes.at(place);
            return last.event() instanceof DevelopmentHeld held
                    ? Optional.of(new StandingEmbargo(last.developmentId(), held.until()))
                    : Optional.empty();
        }
        return entry(entry)
                .map(recorded -> recorded.development().embargo())
                .map(embargo -> new StandingEmbargo(entry, embargo.until()));
    }

    /**
     * The sources added to an entry, the first added first; the last ones when there are more than so many. Those of a
     * development include those once added to a correction of it: earlier versions recorded them there.
     */
    public List<Source> sourcesAddedTo(UUID entry, int most) {
        return latest(Aspect.SOURCE, entry).stream()
                .limit(most)
                .map(note -> ((SourceAdded) note.event()).source())
                .toList()
                .reversed();
    }

    /** The grade that was given to an entry last; to a development, also by way of a correction of it. */
    public Optional<Grade> gradeGivenTo(UUID entry) {
        return latest(Aspect.GRADE, entry).stream().findFirst().map(note -> ((DevelopmentGraded) note.event()).grade());
    }

    private Collection<Entry> latest(Aspect aspect, UUID entry) {
        return notes == null ? List.of() : notes.latest(aspect, isFirst(entry) ? null : entry);
    }

    /**
     * The entries of which something else may be held once one thing more is said: a handful, however many there are.
     * Retractions that stand or fall with others are not among them, see {@link #moved}; nor is what is said itself.
     */
    public Set<UUID> concernedBy(Entry more) {
        EditorialEvent event = (EditorialEvent) more.event();
        Set<UUID> concerned = new LinkedHashSet<>();
        concerned.add(first.developmentId());
        concern(concerned, event.target());
        if (event instanceof DevelopmentHeld || event instanceof DevelopmentReleased) {
            concerned.add(event.target()); // a retraction too: an embargo is of the very entry
        }
        if (notes != null) {
            UUID root =
                    event instanceof DevelopmentRetracted ? notes.retractions().root(event.target()) : event.target();
            concern(concerned, root);
            notes.find(root).ifPresent(note -> concern(concerned, ((EditorialEvent) note.event()).target()));
            int last = notes.last(Aspect.CONTENT);
            for (int place : List.of(last, notes.lastBefore(Aspect.CONTENT, last))) {
                if (place != Notes.NOWHERE) {
                    concerned.add(notes.at(place).developmentId());
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
     * The retractions that, since the entry that was taken in last, belong to another chain or stand otherwise at the top of
     * theirs. Those further down a chain stand or fall with its top and are not told.
     */
    public Set<UUID> moved() {
        return notes != null && last().event() instanceof DevelopmentRetracted
                ? notes.retractions().moved()
                : Set.of();
    }

    /** The chain of retractions, each of the one before, that a retraction belongs to. */
    public RetractionChain chain(UUID retraction) {
        if (notes == null) {
            throw new IllegalArgumentException(retraction + " is no retraction of this account");
        }
        return notes.retractions().chain(retraction);
    }

    /** How many steps finding out what is retracted has taken so far. */
    long steps() {
        return notes == null ? 0 : notes.retractions().steps();
    }
}

package org.parley.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.editorial.DisputeOutcome;
import org.parley.editorial.EditorialEvent;
import org.parley.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.editorial.EditorialEvent.DevelopmentDisputed;
import org.parley.editorial.EditorialEvent.DevelopmentGraded;
import org.parley.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.editorial.EditorialEvent.DisputeResolved;
import org.parley.editorial.EditorialEvent.SourceAdded;
import org.parley.evidence.Evidence;
import org.parley.matter.Development;
import org.parley.matter.Occurrence;

/**
 * Everything said of one development: its first recording and the editorial events that speak of it, or of one
 * another, since.
 *
 * <p>An editorial event can itself be retracted, which undoes it: retracting a correction restores what stood before,
 * retracting a retraction restores the development. Of several corrections the last that is not retracted counts.
 */
public final class Account {
    private final Entry first;
    private final List<Entry> editorial;

    private Account(Entry first, List<Entry> editorial) {
        this.first = first;
        this.editorial = editorial;
    }

    /** The account of a development that nothing was said of yet. */
    public static Account of(Entry first) {
        return new Account(first, new ArrayList<>());
    }

    /** The same account with one more thing said; this one stays as it is. */
    Account with(Entry more) {
        Account copy = new Account(first, new ArrayList<>(editorial));
        copy.add(more);
        return copy;
    }

    /** The account as known at an instant of the desk's time; empty when nothing was recorded of it by then. */
    public Optional<Account> knownAt(Instant desk) {
        if (first.recordedAt().isAfter(desk)) {
            return Optional.empty();
        }
        return Optional.of(new Account(
                first,
                new ArrayList<>(editorial.stream()
                        .filter(entry -> !entry.recordedAt().isAfter(desk))
                        .toList())));
    }

    /** The first recording and the editorial events, in the order recorded. */
    public Stream<Entry> entries() {
        return Stream.concat(Stream.of(first), editorial.stream());
    }

    /** Takes in what was said next of this development, or of an editorial event about it. */
    public void add(Entry more) {
        editorial.add(more);
    }

    /** The first recording. */
    public Entry first() {
        return first;
    }

    Optional<Entry> entry(UUID id) {
        return entries().filter(entry -> entry.developmentId().equals(id)).findFirst();
    }

    /** The editorial events, in the order recorded. */
    public List<Entry> editorial() {
        return List.copyOf(editorial);
    }

    boolean isRetracted(UUID entry) {
        return retractionOf(entry).isPresent();
    }

    /** The retraction that undoes an entry, unless it is itself undone. */
    Optional<Entry> retractionOf(UUID entry) {
        return editorial.stream()
                .filter(e -> e.event() instanceof DevelopmentRetracted retraction
                        && retraction.target().equals(entry)
                        && !isRetracted(e.developmentId()))
                .findFirst();
    }

    /** The development as it stands at an instant of the desk's time; empty when it is retracted. */
    public Optional<Occurrence> occurrence(Instant desk) {
        if (isRetracted(first.developmentId())) {
            return Optional.empty();
        }
        return Optional.of(
                new Occurrence(first.developmentId(), first.position(), content(), isDisputed(), isHeld(desk)));
    }

    /** How one of the entries, the first or an editorial one, stands at an instant of the desk's time. */
    public Standing standing(UUID entry, Instant desk) {
        boolean isFirst = entry.equals(first.developmentId());
        if (isRetracted(entry)) {
            return Standing.RETRACTED;
        }
        if (isSuperseded(entry)) {
            return Standing.CORRECTED;
        }
        if (isFirst && isHeld(desk)) {
            return Standing.HELD;
        }
        return isDisputed(entry) ? Standing.DISPUTED : Standing.EFFECTIVE;
    }

    /** The correction that counts, if one does. */
    public Optional<Entry> correction() {
        return standing(DevelopmentCorrected.class).reduce((earlier, later) -> later);
    }

    private boolean isSuperseded(UUID entry) {
        return correction()
                .filter(last -> !last.developmentId().equals(entry))
                .filter(last -> entry.equals(first.developmentId())
                        || standing(DevelopmentCorrected.class)
                                .anyMatch(e -> e.developmentId().equals(entry)))
                .isPresent();
    }

    /** What is now said to have happened; a correction keeps the sources and the title that it does not give anew. */
    private Development content() {
        Development content = first.development();
        Evidence evidence = content.evidence();
        String title = content.title();
        for (Entry entry : editorial) {
            if (isRetracted(entry.developmentId())) {
                continue;
            }
            if (entry.event() instanceof DevelopmentCorrected correction) {
                content = correction.replacement();
                evidence = content.evidence() == null ? evidence : content.evidence();
                title = content.title() == null ? title : content.title();
            } else if (entry.event() instanceof SourceAdded added && evidence != null) {
                evidence = evidence.plus(added.source());
            } else if (entry.event() instanceof SourceAdded added) {
                evidence = new Evidence(List.of(added.source()), null);
            } else if (entry.event() instanceof DevelopmentGraded graded && evidence != null) {
                evidence = evidence.graded(graded.grade());
            }
        }
        return new Development(content.event(), content.occurred(), title, evidence, content.note(), content.voices());
    }

    /** How many sources what is now said to have happened has. */
    int sources() {
        int count = sources(first.development());
        for (EditorialEvent event : said().toList()) {
            if (event instanceof DevelopmentCorrected correction) {
                count = correction.replacement().evidence() == null ? count : sources(correction.replacement());
            } else if (event instanceof SourceAdded) {
                count++;
            }
        }
        return count;
    }

    private static int sources(Development development) {
        return development.evidence() == null
                ? 0
                : development.evidence().sources().size();
    }

    /** Whether what now counts, the development or the correction in its place, is disputed. */
    private boolean isDisputed() {
        return isDisputed(first.developmentId())
                || correction().filter(last -> isDisputed(last.developmentId())).isPresent();
    }

    /** Disputed and not dismissed; every dispute so far ends with a correction. */
    private boolean isDisputed(UUID entry) {
        boolean disputed = false;
        for (EditorialEvent event : said().toList()) {
            if (event instanceof DevelopmentCorrected) {
                disputed = false;
            } else if (event instanceof DevelopmentDisputed && event.target().equals(entry)) {
                disputed = true;
            } else if (event instanceof DisputeResolved resolved
                    && event.target().equals(entry)) {
                disputed &= resolved.outcome() == DisputeOutcome.UPHELD;
            }
        }
        return disputed;
    }

    boolean hasOpenDispute(UUID entry) {
        Optional<EditorialEvent> last = said().filter(event -> event instanceof DevelopmentCorrected
                        || (event.target().equals(entry)
                                && (event instanceof DevelopmentDisputed || event instanceof DisputeResolved)))
                .reduce((earlier, later) -> later);
        return last.filter(DevelopmentDisputed.class::isInstance).isPresent();
    }

    boolean isHeld(Instant desk) {
        Optional<EditorialEvent> last = said().filter(
                        event -> event instanceof DevelopmentHeld || event instanceof DevelopmentReleased)
                .reduce((earlier, later) -> later);
        return last.filter(event -> event instanceof DevelopmentHeld held
                        && (held.until() == null || desk.isBefore(held.until().start())))
                .isPresent();
    }

    private Stream<EditorialEvent> said() {
        return editorial.stream()
                .filter(entry -> !isRetracted(entry.developmentId()))
                .map(entry -> (EditorialEvent) entry.event());
    }

    private Stream<Entry> standing(Class<? extends EditorialEvent> type) {
        return editorial.stream()
                .filter(entry -> type.isInstance(entry.event()))
                .filter(entry -> !isRetracted(entry.developmentId()));
    }
}

package org.parley.domain.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.domain.editorial.DisputeOutcome;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentDisputed;
import org.parley.domain.editorial.EditorialEvent.DevelopmentGraded;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.editorial.EditorialEvent.DisputeResolved;
import org.parley.domain.editorial.EditorialEvent.SourceAdded;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Occurrence;

/** A reference implementation of a development's thread: slow, but a direct transcription of the rules. */
final class ReferenceThread {
    private final LedgerEntry first;
    private final List<LedgerEntry> editorial = new ArrayList<>();

    ReferenceThread(LedgerEntry first) {
        this.first = first;
    }

    void add(LedgerEntry more) {
        editorial.add(more);
    }

    /** An entry is retracted while a retraction of it is not. */
    boolean isRetracted(UUID entry) {
        return retractionOf(entry).isPresent();
    }

    Optional<UUID> retractionOf(UUID entry) {
        return editorial.stream()
                .filter(each -> each.event() instanceof DevelopmentRetracted retraction
                        && retraction.target().equals(entry))
                .map(LedgerEntry::developmentId)
                .filter(retraction -> !isRetracted(retraction))
                .findFirst();
    }

    private List<LedgerEntry> standing() {
        return editorial.stream()
                .filter(entry -> !isRetracted(entry.developmentId()))
                .toList();
    }

    Optional<UUID> correction() {
        return standing().stream()
                .filter(entry -> entry.event() instanceof DevelopmentCorrected)
                .map(LedgerEntry::developmentId)
                .reduce((earlier, later) -> later);
    }

    Optional<Occurrence> occurrence() {
        UUID id = first.developmentId();
        boolean disputed =
                isDisputed(id) || correction().filter(this::isDisputed).isPresent();
        return isRetracted(id)
                ? Optional.empty()
                : Optional.of(new Occurrence(
                        id,
                        first.position(),
                        first.recordedAt(),
                        contentRecordedAt(),
                        content(),
                        disputed,
                        embargo(id).isPresent()
                                || correction().flatMap(this::embargo).isPresent()));
    }

    private Instant contentRecordedAt() {
        return correction()
                .flatMap(last -> editorial.stream()
                        .filter(each -> each.developmentId().equals(last))
                        .findFirst())
                .orElse(first)
                .recordedAt();
    }

    private Development content() {
        Development content = first.development();
        Evidence evidence = content.evidence();
        String title = content.title();
        for (LedgerEntry entry : standing()) {
            if (entry.event() instanceof DevelopmentCorrected correction) {
                content = correction.replacement();
                evidence = content.evidence() == null ? evidence : content.evidence();
                title = content.title() == null ? title : content.title();
            } else if (entry.event() instanceof SourceAdded added) {
                evidence =
                        evidence == null ? new Evidence(List.of(added.source()), null) : evidence.plus(added.source());
            } else if (entry.event() instanceof DevelopmentGraded graded && evidence != null) {
                evidence = evidence.graded(graded.grade());
            }
        }
        return new Development(content.event(), content.occurred(), title, evidence, content.note(), content.voices());
    }

    Standing standing(UUID entry) {
        boolean isFirst = entry.equals(first.developmentId());
        boolean isCorrection = editorial.stream()
                .anyMatch(each -> each.developmentId().equals(entry) && each.event() instanceof DevelopmentCorrected);
        if (isRetracted(entry)) {
            return Standing.RETRACTED;
        }
        if ((isFirst || isCorrection)
                && correction().filter(last -> !last.equals(entry)).isPresent()) {
            return Standing.CORRECTED;
        }
        if (embargo(entry).isPresent()) {
            return Standing.HELD;
        }
        return isDisputed(entry) ? Standing.DISPUTED : Standing.EFFECTIVE;
    }

    boolean showsDisputed(UUID entry) {
        boolean isFirst = entry.equals(first.developmentId());
        boolean counts = isFirst || correction().filter(entry::equals).isPresent();
        return !isRetracted(entry)
                && (isDisputed(entry) && (counts || !isCorrection(entry))
                        || isFirst && correction().filter(this::isDisputed).isPresent());
    }

    private boolean isCorrection(UUID entry) {
        return editorial.stream()
                .anyMatch(each -> each.developmentId().equals(entry) && each.event() instanceof DevelopmentCorrected);
    }

    private boolean isDisputed(UUID entry) {
        return disputes(entry).stream().anyMatch(dispute -> !outcomes(dispute).contains(DisputeOutcome.DISMISSED));
    }

    List<UUID> openDisputes(UUID entry) {
        return disputes(entry).stream()
                .filter(dispute -> outcomes(dispute).isEmpty())
                .toList();
    }

    /** The effective disputes about an entry that no correction ended. */
    private List<UUID> disputes(UUID entry) {
        List<UUID> disputes = new ArrayList<>();
        for (LedgerEntry each : standing()) {
            EditorialEvent event = (EditorialEvent) each.event();
            if (event instanceof DevelopmentCorrected) {
                disputes.clear();
            } else if (event instanceof DevelopmentDisputed && event.target().equals(entry)) {
                disputes.add(each.developmentId());
            }
        }
        return disputes;
    }

    /** The effective outcomes of a dispute. */
    private List<DisputeOutcome> outcomes(UUID dispute) {
        return standing().stream()
                .filter(each -> each.event() instanceof DisputeResolved
                        && decidedBy(each).contains(dispute))
                .map(each -> ((DisputeResolved) each.event()).outcome())
                .toList();
    }

    /** A resolution that names no dispute decides those that were open when it was recorded. */
    private List<UUID> decidedBy(LedgerEntry resolution) {
        DisputeResolved resolved = (DisputeResolved) resolution.event();
        if (resolved.dispute() != null) {
            return List.of(resolved.dispute());
        }
        ReferenceThread then = new ReferenceThread(first);
        editorial.subList(0, editorial.indexOf(resolution)).forEach(then::add);
        return then.openDisputes(resolved.target());
    }

    /** The embargo that an entry was recorded under applies until the next hold or release. */
    Optional<ActiveEmbargo> embargo(UUID entry) {
        Optional<ActiveEmbargo> embargo = Stream.concat(Stream.of(first), editorial.stream())
                .filter(each -> each.developmentId().equals(entry))
                .flatMap(each -> Optional.ofNullable(each.development().embargo()).stream())
                .map(recorded -> new ActiveEmbargo(entry, recorded.until()))
                .findFirst();
        for (LedgerEntry each : standing()) {
            if (each.event() instanceof DevelopmentHeld hold && hold.target().equals(entry)) {
                embargo = Optional.of(new ActiveEmbargo(each.developmentId(), hold.until()));
            } else if (each.event() instanceof DevelopmentReleased release
                    && release.target().equals(entry)) {
                embargo = Optional.empty();
            }
        }
        return embargo;
    }
}

package org.parley.archive.feed;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.archive.trail.query.TrailEntry;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.editorial.EditorialEvent.DevelopmentWithheld;
import org.parley.domain.editorial.EditorialEvent.SourceAdded;
import org.parley.domain.evidence.Source;

/**
 * A development with everything that was later said of it, and what of that may be in a feed. A feed travels further
 * than the newsroom, so neither an entry under embargo nor anything about it is told, nor that there was an embargo.
 *
 * @param entries in the order recorded
 */
record PublishedThread(List<TrailEntry> entries) {
    private static final Set<String> NEVER_TOLD = Stream.of(
                    DevelopmentHeld.class, DevelopmentReleased.class, DevelopmentWithheld.class)
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    static String type(TrailEntry entry) {
        return entry.event().type().event();
    }

    static UUID id(TrailEntry entry) {
        return entry.event().developmentId();
    }

    /** Whether an entry of the thread may be in a feed. */
    boolean isTold(TrailEntry entry) {
        if (NEVER_TOLD.contains(type(entry))) {
            return false;
        }
        Map<UUID, TrailEntry> byId =
                entries.stream().collect(Collectors.toMap(PublishedThread::id, Function.identity()));
        TrailEntry next = byId.get(id(entry));
        while (next != null) {
            if (next.held()) {
                return false;
            }
            next = next.targets() == null ? null : byId.get(next.targets());
        }
        return true;
    }

    /** What was said of an entry, and of what was said of it, as far as it is told. */
    List<TrailEntry> said(TrailEntry of) {
        return about(of).stream().filter(this::isTold).toList();
    }

    /** When an entry last came out of an embargo, or what was said of it was recorded; otherwise its own instant. */
    Instant updated(TrailEntry of) {
        return Stream.concat(
                        Stream.of(of),
                        about(of).stream()
                                .filter(later ->
                                        isTold(later) || type(later).equals(DevelopmentReleased.class.getSimpleName())))
                .map(entry -> entry.event().recordedAt())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** The sources that were added under embargo. */
    List<Source> heldSources() {
        return entries.stream()
                .filter(entry -> !isTold(entry))
                .flatMap(entry -> entry.event().entry().event() instanceof SourceAdded added
                        ? Stream.of(added.source())
                        : Stream.empty())
                .toList();
    }

    /** Whether a correction is under embargo. */
    boolean isCorrectionHeld() {
        return entries.stream()
                .anyMatch(entry -> entry.event().entry().event() instanceof DevelopmentCorrected && !isTold(entry));
    }

    private List<TrailEntry> about(TrailEntry of) {
        Set<UUID> targeted = new HashSet<>(Set.of(id(of)));
        return entries.stream()
                .filter(later -> later.targets() != null && targeted.contains(later.targets()))
                .filter(later -> targeted.add(id(later)))
                .toList();
    }
}

package org.parley.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.editorial.DisputeOutcome;
import org.parley.editorial.EditorialEvent;
import org.parley.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.editorial.EditorialEvent.DisputeResolved;

/**
 * The editorial events about one development, and which of them stand, found by what they say: taking one in, and finding the
 * last one that decides, costs next to nothing however many there are.
 */
final class Notes {
    /** Before the first. */
    static final int NOWHERE = -1;

    private final List<Entry> all = new ArrayList<>();
    private final Map<UUID, Integer> places = new HashMap<>();
    private final Retractions retractions = new Retractions();
    private final Map<Sort, NavigableMap<Integer, Entry>> standing = new HashMap<>();

    /** The disputes that each resolution decides; what names none decides all that are open when it is recorded. */
    private final Map<UUID, List<UUID>> decided = new HashMap<>();

    /** The resolutions of each dispute that stand. */
    private final Map<UUID, Map<UUID, DisputeOutcome>> outcomes = new HashMap<>();

    /** Notes of one aspect, of one target or of all. */
    private record Sort(Aspect aspect, @Nullable UUID target) {}

    /** All of them, in the order recorded. */
    List<Entry> all() {
        return Collections.unmodifiableList(all);
    }

    Optional<Entry> find(UUID id) {
        Integer place = places.get(id);
        return place == null ? Optional.empty() : Optional.of(all.get(place));
    }

    Retractions retractions() {
        return retractions;
    }

    void add(Entry note) {
        places.put(note.developmentId(), all.size());
        all.add(note);
        if (note.event() instanceof DisputeResolved resolved) {
            decided.put(note.developmentId(), decidedBy(resolved));
        }
        if (note.event() instanceof DevelopmentRetracted retraction) {
            retractions.add(note.developmentId(), retraction.target()).ifPresent(this::file);
        } else {
            file(note.developmentId());
        }
    }

    /** Forgets the last one; nothing can have retracted it. */
    void takeBack() {
        Entry note = all.getLast();
        if (note.event() instanceof DevelopmentRetracted) {
            retractions.takeBack(note.developmentId()).ifPresent(this::file);
        } else {
            filed(note, all.size() - 1, false);
        }
        all.removeLast();
        places.remove(note.developmentId());
        decided.remove(note.developmentId());
    }

    private List<UUID> decidedBy(DisputeResolved resolved) {
        return resolved.dispute() != null
                ? List.of(resolved.dispute())
                : openDisputes(resolved.target()).stream()
                        .map(Entry::developmentId)
                        .toList();
    }

    /** The disputes about an entry that nobody resolved and that no correction ended, in the order recorded. */
    Collection<Entry> openDisputes(UUID target) {
        return of(new Sort(Aspect.OPEN_DISPUTE, target))
                .tailMap(last(Aspect.CONTENT), false)
                .values();
    }

    /** How a dispute was resolved by what stands, the first resolution if there are several; empty while it is open. */
    Optional<UUID> resolutionOf(UUID dispute) {
        return outcomes.getOrDefault(dispute, Map.of()).keySet().stream().findFirst();
    }

    /** Puts a note where it is found as long as it stands; the development itself, which may stand or fall too, is no note. */
    private void file(UUID id) {
        Integer place = places.get(id);
        if (place != null) {
            filed(all.get(place), place, retractions.stands(id));
        }
    }

    private void filed(Entry note, int place, boolean stands) {
        EditorialEvent event = (EditorialEvent) note.event();
        if (event instanceof DisputeResolved resolved) {
            resolve(note.developmentId(), resolved.outcome(), stands);
        }
        for (Aspect aspect : Aspect.of(event)) {
            for (Sort sort : List.of(new Sort(aspect, null), new Sort(aspect, event.target()))) {
                if (stands && !isDecided(note.developmentId(), aspect)) {
                    standing.computeIfAbsent(sort, s -> new TreeMap<>()).put(place, note);
                } else {
                    of(sort).remove(place);
                }
            }
        }
    }

    private void resolve(UUID resolution, DisputeOutcome outcome, boolean stands) {
        for (UUID dispute : decided.getOrDefault(resolution, List.of())) {
            Map<UUID, DisputeOutcome> known = outcomes.computeIfAbsent(dispute, id -> new LinkedHashMap<>());
            if (stands) {
                known.put(resolution, outcome);
            } else {
                known.remove(resolution);
            }
            file(dispute);
        }
    }

    /** Whether a dispute is over in one of its aspects. */
    private boolean isDecided(UUID dispute, Aspect aspect) {
        Map<UUID, DisputeOutcome> known = outcomes.getOrDefault(dispute, Map.of());
        return switch (aspect) {
            case DISPUTE -> known.containsValue(DisputeOutcome.DISMISSED);
            case OPEN_DISPUTE -> !known.isEmpty();
            default -> false;
        };
    }

    private NavigableMap<Integer, Entry> of(Sort sort) {
        return standing.getOrDefault(sort, Collections.emptyNavigableMap());
    }

    /** The place of the last one that stands; {@link #NOWHERE} when there is none. */
    int last(Aspect aspect) {
        return last(new Sort(aspect, null));
    }

    /** The same of those of one target. */
    int last(Aspect aspect, UUID target) {
        return last(new Sort(aspect, target));
    }

    private int last(Sort sort) {
        NavigableMap<Integer, Entry> notes = of(sort);
        return notes.isEmpty() ? NOWHERE : notes.lastKey();
    }

    /** The place of the last one that stands before a place. */
    int lastBefore(Aspect aspect, int place) {
        Integer before = of(new Sort(aspect, null)).lowerKey(place);
        return before == null ? NOWHERE : before;
    }

    Entry at(int place) {
        return all.get(place);
    }

    /** Those that stand after a place, in the order recorded. */
    NavigableMap<Integer, Entry> after(Aspect aspect, int place) {
        return of(new Sort(aspect, null)).tailMap(place, false);
    }

    /** The last ones of a target that stand, the latest first; those of all targets where it is null. */
    Collection<Entry> latest(Aspect aspect, @Nullable UUID target) {
        return of(new Sort(aspect, target)).descendingMap().values();
    }
}

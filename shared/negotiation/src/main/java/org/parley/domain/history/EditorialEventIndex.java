package org.parley.domain.history;

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
import org.parley.domain.editorial.DisputeOutcome;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.editorial.EditorialEvent.DisputeResolved;

/**
 * The editorial events about one development, indexed by the aspect they affect and whether they are effective. The
 * cost of adding one and of finding the last effective one hardly depends on their number.
 */
final class EditorialEventIndex {
    /** The index that stands for no event. */
    static final int NO_INDEX = -1;

    private final List<LedgerEntry> all = new ArrayList<>();
    private final Map<UUID, Integer> indices = new HashMap<>();
    private final RetractionGraph retractions = new RetractionGraph();
    private final Map<Key, NavigableMap<Integer, LedgerEntry>> effective = new HashMap<>();

    /** The disputes that each resolution decides. One that names none decides all that are open when it is recorded. */
    private final Map<UUID, List<UUID>> decided = new HashMap<>();

    /** The effective resolutions of each dispute. */
    private final Map<UUID, Map<UUID, DisputeOutcome>> outcomes = new HashMap<>();

    /** The key of the index: events of one aspect, about one target or (null) about any. */
    private record Key(EditorialAspect aspect, @Nullable UUID target) {}

    /** All events, in the order recorded. */
    List<LedgerEntry> all() {
        return Collections.unmodifiableList(all);
    }

    Optional<LedgerEntry> find(UUID id) {
        Integer index = indices.get(id);
        return index == null ? Optional.empty() : Optional.of(all.get(index));
    }

    RetractionGraph retractions() {
        return retractions;
    }

    /** The index of these events. */
    static EditorialEventIndex of(List<LedgerEntry> notes) {
        EditorialEventIndex index = new EditorialEventIndex();
        notes.forEach(index::add);
        return index;
    }

    /** This index with one more event, or a new one if the event was recorded before one that it has. */
    EditorialEventIndex with(LedgerEntry note) {
        int place = all.size();
        while (place > 0 && note.recordedAt().isBefore(all.get(place - 1).recordedAt())) {
            place--;
        }
        if (place == all.size()) {
            add(note);
            return this;
        }
        List<LedgerEntry> notes = new ArrayList<>(all);
        notes.add(place, note);
        return of(notes);
    }

    private void add(LedgerEntry note) {
        indices.put(note.developmentId(), all.size());
        all.add(note);
        if (note.event() instanceof DisputeResolved resolved) {
            decided.put(note.developmentId(), decidedBy(resolved));
        }
        if (note.event() instanceof DevelopmentRetracted retraction) {
            retractions.add(note.developmentId(), retraction.target()).ifPresent(this::index);
        } else {
            index(note.developmentId());
        }
    }

    /** Removes the last event. Nothing can have retracted it. */
    void undoLast() {
        LedgerEntry note = all.getLast();
        if (note.event() instanceof DevelopmentRetracted) {
            retractions.undoLast(note.developmentId()).ifPresent(this::index);
        } else {
            index(note, all.size() - 1, false);
        }
        all.removeLast();
        indices.remove(note.developmentId());
        decided.remove(note.developmentId());
    }

    private List<UUID> decidedBy(DisputeResolved resolved) {
        return resolved.dispute() != null
                ? List.of(resolved.dispute())
                : openDisputes(resolved.target()).stream()
                        .map(LedgerEntry::developmentId)
                        .toList();
    }

    /** The disputes about an entry that no resolution and no correction ended, in the order recorded. */
    Collection<LedgerEntry> openDisputes(UUID target) {
        return of(new Key(EditorialAspect.OPEN_DISPUTE, target))
                .tailMap(last(EditorialAspect.CONTENT), false)
                .values();
    }

    /** The first effective resolution of a dispute; empty while it is open. */
    Optional<UUID> resolutionOf(UUID dispute) {
        return outcomes.getOrDefault(dispute, Map.of()).keySet().stream().findFirst();
    }

    /** Adds an event to the index if it is effective, else removes it. The development itself is not in the index. */
    private void index(UUID id) {
        Integer index = indices.get(id);
        if (index != null) {
            index(all.get(index), index, retractions.isActive(id));
        }
    }

    private void index(LedgerEntry note, int index, boolean stands) {
        EditorialEvent event = (EditorialEvent) note.event();
        if (event instanceof DisputeResolved resolved) {
            resolve(note.developmentId(), resolved.outcome(), stands);
        }
        for (EditorialAspect aspect : EditorialAspect.of(event)) {
            for (Key key : List.of(new Key(aspect, null), new Key(aspect, event.target()))) {
                if (stands && !isDecided(note.developmentId(), aspect)) {
                    effective.computeIfAbsent(key, s -> new TreeMap<>()).put(index, note);
                } else {
                    of(key).remove(index);
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
            index(dispute);
        }
    }

    /** Whether a resolution decided a dispute in an aspect. */
    private boolean isDecided(UUID dispute, EditorialAspect aspect) {
        Map<UUID, DisputeOutcome> known = outcomes.getOrDefault(dispute, Map.of());
        return switch (aspect) {
            case DISPUTE -> known.containsValue(DisputeOutcome.DISMISSED);
            case OPEN_DISPUTE -> !known.isEmpty();
            default -> false;
        };
    }

    private NavigableMap<Integer, LedgerEntry> of(Key key) {
        return effective.getOrDefault(key, Collections.emptyNavigableMap());
    }

    /** The index of the last effective event of an aspect; {@link #NO_INDEX} if there is none. */
    int last(EditorialAspect aspect) {
        return last(new Key(aspect, null));
    }

    /** The same for the events about one target. */
    int last(EditorialAspect aspect, UUID target) {
        return last(new Key(aspect, target));
    }

    private int last(Key key) {
        NavigableMap<Integer, LedgerEntry> notes = of(key);
        return notes.isEmpty() ? NO_INDEX : notes.lastKey();
    }

    /** The index of the last effective event before an index; {@link #NO_INDEX} if there is none. */
    int lastBefore(EditorialAspect aspect, int index) {
        Integer before = of(new Key(aspect, null)).lowerKey(index);
        return before == null ? NO_INDEX : before;
    }

    LedgerEntry at(int index) {
        return all.get(index);
    }

    /** The effective events after an index, in the order recorded. */
    NavigableMap<Integer, LedgerEntry> after(EditorialAspect aspect, int index) {
        return of(new Key(aspect, null)).tailMap(index, false);
    }

    /** The effective events about a target, or about all targets if it is null; the latest first. */
    Collection<LedgerEntry> latestFirst(EditorialAspect aspect, @Nullable UUID target) {
        return of(new Key(aspect, target)).descendingMap().values();
    }
}

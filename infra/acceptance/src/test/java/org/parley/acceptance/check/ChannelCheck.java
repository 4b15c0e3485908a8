package org.parley.acceptance.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares one output of a negotiation with the acknowledged developments. */
public final class ChannelCheck {
    private final String where;
    private final boolean mayRepeat;
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<Long, String> ids = new HashMap<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> reordered = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private long repeats;
    private long last;
    private Instant lastRecorded = Instant.MIN;

    private ChannelCheck(String where, boolean mayRepeat) {
        this.where = where;
        this.mayRepeat = mayRepeat;
    }

    /**
     * Compares an output with the acknowledged developments.
     *
     * @param acknowledged the position of each acknowledged development id
     */
    public static Findings of(Map<String, Long> acknowledged, OutputChannel channel) {
        ChannelCheck check = new ChannelCheck(channel.name(), channel.mayRepeat());
        channel.entries().forEach(check::take);
        acknowledged.forEach(check::checkPresent);
        check.positions.keySet().stream()
                .filter(id -> !acknowledged.containsKey(id))
                .forEach(id -> check.foreign.add(check.where + ": " + id + " was never acknowledged"));
        return new Findings(check.lost, check.doubled, check.reordered, check.foreign, check.repeats);
    }

    private void take(ObservedEntry seen) {
        Long before = positions.get(seen.id());
        if (before != null) {
            checkRepeat(seen, before);
            return;
        }
        String other = ids.get(seen.position());
        if (other != null) {
            doubled.add("%s: position %d is that of %s and of %s".formatted(where, seen.position(), other, seen.id()));
            return;
        }
        if (seen.position() != last + 1) {
            reordered.add("%s: position %d follows %d".formatted(where, seen.position(), last));
        }
        if (seen.recordedAt().isBefore(lastRecorded)) {
            reordered.add("%s: position %d was recorded at %s, before the one that precedes it at %s"
                    .formatted(where, seen.position(), seen.recordedAt(), lastRecorded));
        }
        positions.put(seen.id(), seen.position());
        ids.put(seen.position(), seen.id());
        last = seen.position();
        lastRecorded = seen.recordedAt();
    }

    private void checkRepeat(ObservedEntry seen, long before) {
        if (before != seen.position()) {
            doubled.add("%s: %s is at %d and at %d".formatted(where, seen.id(), before, seen.position()));
        } else if (mayRepeat) {
            repeats++;
        } else {
            doubled.add("%s: %s at %d came twice".formatted(where, seen.id(), before));
        }
    }

    private void checkPresent(String id, long position) {
        Long there = positions.get(id);
        if (there == null) {
            lost.add("%s: %s, acknowledged at %d, is not there".formatted(where, id, position));
        } else if (there != position) {
            lost.add("%s: %s, acknowledged at %d, is at %d".formatted(where, id, position, there));
        }
    }
}

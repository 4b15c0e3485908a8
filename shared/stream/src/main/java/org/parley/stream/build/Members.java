package org.parley.stream.build;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The programs that keep a build up to date, in the order in which they came.
 *
 * @param present all that were seen lately
 */
record Members(List<Member> present) {
    /**
     * A program.
     *
     * @param well whether it can read at the moment
     */
    record Member(UUID id, boolean well) {}

    Members {
        present = List.copyOf(present);
    }

    /**
     * The lanes that fall to a member: dealt out in turn among those who are well. One who is not well counts itself in,
     * so that it goes on trying; the others do not count on it, and a reader's place lets only one of them go on.
     *
     * @param lanes how many there are
     * @param first who comes first, so that not everything falls to the eldest
     */
    Set<Integer> lanesOf(UUID self, int lanes, int first) {
        List<UUID> counted = counted(self);
        int turn = counted.indexOf(self);
        Set<Integer> own = new LinkedHashSet<>();
        for (int lane = 0; lane < lanes; lane++) {
            if (Math.floorMod(lane + first, counted.size()) == turn) {
                own.add(lane);
            }
        }
        return own;
    }

    private List<UUID> counted(UUID self) {
        boolean anyWell = present.stream().anyMatch(Member::well);
        return present.stream()
                .filter(member -> !anyWell || member.well() || member.id().equals(self))
                .map(Member::id)
                .toList();
    }
}

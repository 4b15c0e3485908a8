package org.parley.projection.rebuild;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The processes that keep a build up to date, in the order in which they joined.
 *
 * @param present the members with a recent heartbeat
 */
record BuildMembers(List<Member> present) {
    /**
     * A process.
     *
     * @param isHealthy whether it can read at the moment
     */
    record Member(UUID id, boolean isHealthy) {}

    BuildMembers {
        present = List.copyOf(present);
    }

    /**
     * The partition shares of a member, dealt round-robin to the healthy members. An unhealthy member still counts
     * itself, so that it keeps trying, but the others do not count it. The fenced checkpoint lets only one of two
     * readers commit.
     *
     * @param self the member
     * @param lanes the number of shares
     * @param first an offset into the members, so that the oldest member is not always first
     */
    Set<Integer> sharesOf(UUID self, int lanes, int first) {
        List<UUID> countedMembers = countedMembers(self);
        int index = countedMembers.indexOf(self);
        Set<Integer> own = new LinkedHashSet<>();
        for (int share = 0; share < lanes; share++) {
            if (Math.floorMod(share + first, countedMembers.size()) == index) {
                own.add(share);
            }
        }
        return own;
    }

    private List<UUID> countedMembers(UUID self) {
        boolean anyWell = present.stream().anyMatch(Member::isHealthy);
        return present.stream()
                .filter(member -> !anyWell || member.isHealthy() || member.id().equals(self))
                .map(Member::id)
                .toList();
    }
}

package org.parley.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.projection.rebuild.BuildMembers.Member;

/** The assignment of partition shares to members. */
class BuildMembersTest {
    private static List<UUID> ids(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private static BuildMembers all(List<UUID> ids, Set<UUID> unhealthyIds) {
        return new BuildMembers(ids.stream()
                .map(id -> new Member(id, !unhealthyIds.contains(id)))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({"1,1,0", "4,1,3", "4,2,1", "4,3,7", "12,5,2", "2,3,9"})
    void everyShareHasOneMemberAndSharesAreBalanced(int lanes, int count, int first) {
        List<UUID> ids = ids(count);
        Map<Integer, UUID> holder = new HashMap<>();
        int[] sizes = ids.stream()
                .mapToInt(id -> {
                    Set<Integer> own = all(ids, Set.of()).sharesOf(id, lanes, first);
                    own.forEach(lane -> assertThat(holder.put(lane, id)).isNull());
                    return own.size();
                })
                .toArray();
        assertThat(holder).hasSize(lanes);
        assertThat(IntStream.of(sizes).max().orElseThrow()
                        - IntStream.of(sizes).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void unhealthyMemberGetsNoSharesButKeepsTrying(int unhealthy) {
        List<UUID> ids = ids(3);
        BuildMembers members = all(ids, Set.of(ids.get(unhealthy)));
        long dealt = ids.stream()
                .filter(id -> !id.equals(ids.get(unhealthy)))
                .mapToLong(id -> members.sharesOf(id, 4, 0).size())
                .sum();
        assertThat(dealt).isEqualTo(4);
        assertThat(members.sharesOf(ids.get(unhealthy), 4, 0)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void allMembersTryIfNoneIsHealthy(int count) {
        List<UUID> ids = ids(count);
        BuildMembers members = all(ids, Set.copyOf(ids));
        assertThat(ids.stream()
                        .mapToLong(id -> members.sharesOf(id, 4, 1).size())
                        .sum())
                .isEqualTo(4);
    }
}

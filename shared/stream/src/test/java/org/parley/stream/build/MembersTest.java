package org.parley.stream.build;

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
import org.parley.stream.build.Members.Member;

/** How lanes are dealt out. */
class MembersTest {
    private static List<UUID> ids(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private static Members all(List<UUID> ids, Set<UUID> unwell) {
        return new Members(
                ids.stream().map(id -> new Member(id, !unwell.contains(id))).toList());
    }

    @ParameterizedTest
    @CsvSource({"1,1,0", "4,1,3", "4,2,1", "4,3,7", "12,5,2", "2,3,9"})
    void everyLaneFallsToOneAndNobodyHasMuchMore(int lanes, int count, int first) {
        List<UUID> ids = ids(count);
        Map<Integer, UUID> holder = new HashMap<>();
        int[] sizes = ids.stream()
                .mapToInt(id -> {
                    Set<Integer> own = all(ids, Set.of()).lanesOf(id, lanes, first);
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
    void whoIsNotWellIsNotCountedOnButGoesOnTrying(int sick) {
        List<UUID> ids = ids(3);
        Members members = all(ids, Set.of(ids.get(sick)));
        long dealt = ids.stream()
                .filter(id -> !id.equals(ids.get(sick)))
                .mapToLong(id -> members.lanesOf(id, 4, 0).size())
                .sum();
        assertThat(dealt).isEqualTo(4);
        assertThat(members.lanesOf(ids.get(sick), 4, 0)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void whenNobodyIsWellEverybodyTries(int count) {
        List<UUID> ids = ids(count);
        Members members = all(ids, Set.copyOf(ids));
        assertThat(ids.stream()
                        .mapToLong(id -> members.lanesOf(id, 4, 1).size())
                        .sum())
                .isEqualTo(4);
    }
}

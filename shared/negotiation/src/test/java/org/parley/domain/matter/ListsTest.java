package org.parley.domain.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lists in states. */
class ListsTest {
    @Test
    void keepsTheLastTwenty() {
        List<Integer> kept = List.of();
        for (int i = 0; i < 50; i++) {
            kept = RecentItems.append(kept, i);
            assertThat(kept)
                    .containsExactlyElementsOf(IntStream.rangeClosed(Math.max(0, i - 19), i)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void aLongerListIsTruncated() {
        List<Integer> all = IntStream.range(0, 100).boxed().toList();

        assertThat(RecentItems.append(all, 100))
                .hasSize(RecentItems.MAX)
                .startsWith(81)
                .endsWith(100);
    }

    /** Any list can be extended, in any order and more than once, without changing. */
    @Test
    void aPersistentListEqualsACopy() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<List<Integer>> lists = new ArrayList<>(List.of(List.of(), List.of(7)));
            List<List<Integer>> copies = new ArrayList<>(lists);
            for (int i = 0; i < 100; i++) {
                int continued = random.nextInt(3) == 0 ? random.nextInt(lists.size()) : lists.size() - 1;
                lists.add(PersistentList.append(lists.get(continued), i));
                List<Integer> copy = new ArrayList<>(copies.get(continued));
                copy.add(i);
                copies.add(List.copyOf(copy));
            }
            assertThat(lists).isEqualTo(copies);
            assertThat(lists.getLast().toArray()).isEqualTo(copies.getLast().toArray());
        }
    }

    @Test
    void aPersistentListEndsAtItsSize() {
        List<Integer> one = PersistentList.append(List.of(), 1);
        PersistentList.append(one, 2);

        assertThat(one).hasSize(1);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> one.get(1));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> one.add(2));
    }
}

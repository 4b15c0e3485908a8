package org.parley.archive.trail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.archive.trail.query.StreamCursor.LatePosition;

class StreamCursorTest {
    private static final int PARTITIONS = 12;

    private final Random random = new Random(12);

    private StreamCursor cursor(int late, long most) {
        Map<Integer, Long> next = new TreeMap<>();
        IntStream.range(0, PARTITIONS).forEach(partition -> next.put(partition, random.nextLong(most)));
        List<LatePosition> lateOnes = new ArrayList<>();
        for (int i = 0; i < late; i++) {
            lateOnes.add(new LatePosition(random.nextInt(PARTITIONS), random.nextLong(most), random.nextLong(5_000)));
        }
        return StreamCursor.start(UUID.randomUUID()).with(next, lateOnes);
    }

    @Test
    void roundTrip() {
        for (int late = 0; late < 8; late++) {
            StreamCursor cursor = cursor(late, 50_000_000);
            assertThat(cursor.id()).hasSizeLessThan(200).matches("[A-Za-z0-9_-]+");
            assertThat(StreamCursor.parse("/from", cursor.id())).hasValue(cursor);
        }
        StreamCursor start = StreamCursor.start(UUID.randomUUID());
        assertThat(StreamCursor.parse("/from", start.id())).hasValue(start);
    }

    @Test
    void idIsShort() {
        assertThat(cursor(0, 1_000_000_000).id()).hasSizeLessThan(112);
    }

    @Test
    void cursorWithoutRoomIsIncomplete() {
        StreamCursor crowded = cursor(500, 1_000_000_000);
        assertThat(crowded.id()).hasSizeLessThan(200);
        StreamCursor read = StreamCursor.parse("/from", crowded.id()).orElseThrow();
        assertThat(read.isIncomplete()).isTrue();
        assertThat(read.next()).isEqualTo(crowded.next());
        assertThat(cursor(3, 1_000).isIncomplete()).isFalse();
    }

    @Test
    void positionIsNotACursor() {
        assertThat(StreamCursor.parse("/from", "talks:118")).isEmpty();
    }
}

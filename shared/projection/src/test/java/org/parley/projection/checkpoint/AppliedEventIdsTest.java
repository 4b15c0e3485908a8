package org.parley.projection.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.projection.TestEvents;

class AppliedEventIdsTest {
    @Test
    void findsIdsAtTheirPositionsForAnyAppendSizes() {
        List<UUID> ids =
                IntStream.range(0, 400).mapToObj(n -> TestEvents.id("id " + n)).toList();
        Random random = new Random(11);
        Map<AppliedEventIds.BlockKey, ByteArrayOutputStream> stored = new HashMap<>();
        for (int from = 0; from < ids.size(); ) {
            int to = Math.min(ids.size(), from + 1 + random.nextInt(150));
            AppliedEventIds.blocksToAppend("alaska", from + 1, ids.subList(from, to))
                    .forEach((place, piece) -> stored.computeIfAbsent(place, any -> new ByteArrayOutputStream())
                            .writeBytes(piece));
            from = to;
        }
        AppliedEventIds known = new AppliedEventIds();
        stored.forEach((place, bytes) -> known.put(place, bytes.toByteArray()));
        for (int n = 0; n < ids.size(); n++) {
            assertThat(known.idAt("alaska", n + 1)).isEqualTo(ids.get(n));
        }
        assertThatThrownBy(() -> known.idAt("alaska", 401)).hasMessageContaining("position 401 of alaska");
    }
}

package org.parley.projection.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchIntervalTest {
    private final BatchInterval interval = new BatchInterval();

    @Test
    void firstBatchStartsAtOnce() throws Exception {
        assertThat(interval.await()).isFalse();
    }

    @Test
    void requestEndsTheInterval() throws Exception {
        interval.started();
        interval.endNow();
        interval.endNow();

        assertThat(interval.await()).isFalse();
    }
}

package org.parley.projection.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.projection.ProjectionFixture;
import org.parley.projection.StoppedNegotiation;
import org.parley.projection.TestEvents;

class GapTest {
    private ProjectionFixture fixture;

    @BeforeEach
    void openFixture() throws Exception {
        fixture = ProjectionFixture.open();
    }

    @AfterEach
    void closeFixture() {
        fixture.close();
    }

    @Test
    void resendAfterFailedSendFillsGap() throws Exception {
        ProjectionReader reader = fixture.reader();
        fixture.topic.send(TestEvents.event("alaska", 1), TestEvents.event("alaska", 3), TestEvents.event("alaska", 4));
        ProjectionFixture.awaitCaughtUp(reader, 3);
        fixture.topic.send(TestEvents.events("alaska", 2, 5));
        fixture.awaitTrail("alaska", 5);
        assertThat(reader.status().stopped()).isEmpty();
    }

    @Test
    void missingEventFillsGap() throws Exception {
        ProjectionReader reader = fixture.reader();
        fixture.topic.send(
                TestEvents.event("alaska", 1), TestEvents.event("alaska", 3), TestEvents.event("istanbul", 1));
        fixture.awaitTrail("istanbul", 1);
        await().atMost(ProjectionFixture.SOON).untilAsserted(() -> assertThat(fixture.trail.positions("alaska"))
                .containsExactly(1L));
        fixture.topic.send(TestEvents.event("alaska", 2));
        fixture.awaitTrail("alaska", 3);
        assertThat(reader.status().stopped()).isEmpty();
    }

    @Test
    void missingEventArrivesWhilePartitionIsReread() throws Exception {
        ProjectionReader first = fixture.reader();
        fixture.topic.send(TestEvents.event("alaska", 1), TestEvents.event("alaska", 3));
        ProjectionFixture.awaitStopped(first);
        first.close();
        // As if the process had ended when the rereading began.
        try (var connection = fixture.database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("""
                    update archive.stream_stopped set phase = 'REREADING', reread_until = record_offset + 1
                    where negotiation = 'alaska'""")).isEqualTo(1);
            statement.execute("update archive.stream_offset set next_offset = 0");
        }
        fixture.topic.send(TestEvents.event("alaska", 2));
        ProjectionReader second = fixture.reader();
        fixture.awaitTrail("alaska", 3);
        await().atMost(ProjectionFixture.SOON)
                .until(() -> second.status().stopped().isEmpty());
    }

    @Test
    void missingEventStopsNegotiationUntilItArrives() throws Exception {
        ProjectionReader reader = fixture.reader();
        fixture.topic.send(
                TestEvents.event("alaska", 1), TestEvents.event("alaska", 4), TestEvents.event("istanbul", 1));
        StoppedNegotiation stopped = ProjectionFixture.awaitStopped(reader);
        assertThat(stopped.negotiation()).isEqualTo("alaska");
        assertThat(stopped.position()).isEqualTo(2);
        assertThat(stopped.developmentId())
                .isEqualTo(TestEvents.event("alaska", 4).developmentId());
        assertThat(stopped.reason()).contains("position 2 is missing");
        assertThat(stopped.since()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        fixture.topic.send(TestEvents.events("istanbul", 2, 3));
        fixture.awaitTrail("istanbul", 3);
        fixture.topic.send(TestEvents.event("alaska", 2));
        await().atMost(ProjectionFixture.SOON)
                .until(() -> fixture.trail.positions("alaska").equals(List.of(1L, 2L)));
        fixture.topic.send(TestEvents.event("alaska", 3));
        fixture.awaitTrail("alaska", 4);
        await().atMost(ProjectionFixture.SOON)
                .until(() -> reader.status().stopped().isEmpty());
    }

    @Test
    void gapSurvivesRestart() throws Exception {
        ProjectionReader first = fixture.reader();
        fixture.topic.send(TestEvents.event("alaska", 1), TestEvents.event("alaska", 3));
        ProjectionFixture.awaitStopped(first);
        first.close();
        ProjectionReader second = fixture.reader();
        assertThat(ProjectionFixture.awaitStopped(second).position()).isEqualTo(2);
        fixture.topic.send(TestEvents.event("alaska", 2));
        fixture.awaitTrail("alaska", 3);
        await().atMost(ProjectionFixture.SOON)
                .until(() -> second.status().stopped().isEmpty());
    }

    @Test
    void lostRowsAreFilledByRereadingFromStart() throws Exception {
        ProjectionReader first = fixture.reader();
        fixture.topic.send(TestEvents.events("alaska", 1, 10));
        fixture.awaitTrail("alaska", 10);
        first.close();
        // As if only some tables had been restored from a backup.
        try (var connection = fixture.database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from archive.stream_ids");
            statement.execute("delete from archive.stream_position");
            statement.execute("delete from trail");
        }
        ProjectionReader second = fixture.reader();
        fixture.topic.send(TestEvents.event("alaska", 11));
        fixture.awaitTrail("alaska", 11);
        assertThat(second.status().stopped()).isEmpty();
    }

    @Test
    void manyGapsAreFilledTogether() throws Exception {
        ProjectionReader reader = fixture.reader();
        for (int n = 0; n < 20; n++) {
            fixture.topic.send(TestEvents.event("talks-" + n, 2));
        }
        await().atMost(ProjectionFixture.SOON)
                .until(() -> reader.status().stopped().size() == 20);
        for (int n = 0; n < 20; n++) {
            fixture.topic.send(TestEvents.event("talks-" + n, 1));
        }
        for (int n = 0; n < 20; n++) {
            fixture.awaitTrail("talks-" + n, 2);
        }
        await().atMost(ProjectionFixture.SOON)
                .until(() -> reader.status().stopped().isEmpty());
        assertThat(reader.status().done()).isEqualTo(40);
    }

    /** However events are shuffled and repeated, all of them are applied once the last one has arrived. */
    @Test
    void anyOrderOfArrivalIsAppliedWhole() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ProjectionReader reader = fixture.reader();
        List<PublishedEvent> arrivals = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            arrivals.addAll(TestEvents.events("talks-" + n, 1, 6));
        }
        for (int n = 0; n < 30; n++) {
            arrivals.add(arrivals.get(random.nextInt(30 * 6))); // a repeat
        }
        Collections.shuffle(arrivals, random);
        for (int from = 0; from < arrivals.size(); ) {
            int to = Math.min(arrivals.size(), from + 1 + random.nextInt(20));
            fixture.topic.send(arrivals.subList(from, to));
            from = to;
            // Gaps become due between two arrivals, and partitions are being reread during others.
            int behind = from - random.nextInt(20);
            await().atMost(ProjectionFixture.SOON).until(() -> reader.status().total() >= behind);
        }
        for (int n = 0; n < 30; n++) {
            String negotiation = "talks-" + n;
            await().alias("seed " + seed + ", " + negotiation)
                    .atMost(ProjectionFixture.SOON)
                    .untilAsserted(() ->
                            assertThat(fixture.trail.positions(negotiation)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L));
        }
        await().atMost(ProjectionFixture.SOON)
                .until(() -> reader.status().stopped().isEmpty());
    }
}

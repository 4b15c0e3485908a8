package org.parley.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GapTest {
    private Room fixture;

    @BeforeEach
    void openFixture() throws Exception {
        fixture = Room.open();
    }

    @AfterEach
    void closeFixture() {
        fixture.close();
    }

    @Test
    void resendAfterFailedSendFillsGap() throws Exception {
        ProjectionReader reader = fixture.reader();
        fixture.topic.send(Told.event("alaska", 1), Told.event("alaska", 3), Told.event("alaska", 4));
        Room.awaitCaughtUp(reader, 3);
        fixture.topic.send(Told.events("alaska", 2, 5));
        fixture.awaitTrail("alaska", 5);
        assertThat(reader.status().stopped()).isEmpty();
    }

    @Test
    void missingEventFillsGap() throws Exception {
        ProjectionReader reader = fixture.reader();
        fixture.topic.send(Told.event("alaska", 1), Told.event("alaska", 3), Told.event("istanbul", 1));
        fixture.awaitTrail("istanbul", 1);
        assertThat(fixture.trail.positions("alaska")).containsExactly(1L);
        fixture.topic.send(Told.event("alaska", 2));
        fixture.awaitTrail("alaska", 3);
        assertThat(reader.status().stopped()).isEmpty();
    }

    @Test
    void missingEventStopsNegotiationUntilItArrives() throws Exception {
        ProjectionReader reader = fixture.reader();
        fixture.topic.send(Told.event("alaska", 1), Told.event("alaska", 4), Told.event("istanbul", 1));
        StoppedNegotiation stopped = Room.awaitStopped(reader);
        assertThat(stopped.negotiation()).isEqualTo("alaska");
        assertThat(stopped.position()).isEqualTo(2);
        assertThat(stopped.developmentId()).isEqualTo(Told.event("alaska", 4).developmentId());
        assertThat(stopped.reason()).contains("position 2 is missing");
        assertThat(stopped.since()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        fixture.topic.send(Told.events("istanbul", 2, 3));
        fixture.awaitTrail("istanbul", 3);
        fixture.topic.send(Told.event("alaska", 2));
        await().atMost(Room.SOON).until(() -> fixture.trail.positions("alaska").equals(List.of(1L, 2L)));
        fixture.topic.send(Told.event("alaska", 3));
        fixture.awaitTrail("alaska", 4);
        await().atMost(Room.SOON).until(() -> reader.status().stopped().isEmpty());
    }

    @Test
    void gapSurvivesRestart() throws Exception {
        ProjectionReader first = fixture.reader();
        fixture.topic.send(Told.event("alaska", 1), Told.event("alaska", 3));
        Room.awaitStopped(first);
        first.close();
        ProjectionReader second = fixture.reader();
        assertThat(Room.awaitStopped(second).position()).isEqualTo(2);
        fixture.topic.send(Told.event("alaska", 2));
        fixture.awaitTrail("alaska", 3);
        await().atMost(Room.SOON).until(() -> second.status().stopped().isEmpty());
    }

    @Test
    void lostRowsAreFilledByRereadingFromStart() throws Exception {
        ProjectionReader first = fixture.reader();
        fixture.topic.send(Told.events("alaska", 1, 10));
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
        fixture.topic.send(Told.event("alaska", 11));
        fixture.awaitTrail("alaska", 11);
        assertThat(second.status().stopped()).isEmpty();
    }

    @Test
    void manyGapsAreFilledTogether() throws Exception {
        ProjectionReader reader = fixture.reader();
        for (int n = 0; n < 20; n++) {
            fixture.topic.send(Told.event("talks-" + n, 2));
        }
        await().atMost(Room.SOON).until(() -> reader.status().stopped().size() == 20);
        for (int n = 0; n < 20; n++) {
            fixture.topic.send(Told.event("talks-" + n, 1));
        }
        for (int n = 0; n < 20; n++) {
            fixture.awaitTrail("talks-" + n, 2);
        }
        await().atMost(Room.SOON).until(() -> reader.status().stopped().isEmpty());
        assertThat(reader.status().done()).isEqualTo(40);
    }
}

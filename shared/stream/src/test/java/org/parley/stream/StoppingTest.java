package org.parley.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;

class StoppingTest {
    private Room room;

    @BeforeEach
    void openFixture() throws Exception {
        room = Room.open();
    }

    @AfterEach
    void closeFixture() {
        room.close();
    }

    @Test
    void forkStopsOnlyItsNegotiation() throws Exception {
        ProjectionReader reader = room.reader();
        room.topic.send(Told.events("alaska", 1, 70));
        room.topic.send(Told.other("alaska", 3), Told.event("alaska", 71));
        room.topic.send(Told.events("istanbul", 1, 5));
        StoppedNegotiation stopped = Room.awaitStopped(reader);
        assertThat(stopped.negotiation()).isEqualTo("alaska");
        assertThat(stopped.position()).isEqualTo(3);
        assertThat(stopped.developmentId()).isEqualTo(Told.other("alaska", 3).developmentId());
        assertThat(stopped.reason())
                .contains("position 3 was applied as " + Told.event("alaska", 3).developmentId());
        room.awaitTrail("istanbul", 5);
        Room.awaitCaughtUp(reader, 77);
        room.awaitTrail("alaska", 70);
    }

    @Test
    void forkOfLastPositionWithinOneBatchIsDetected() throws Exception {
        room.topic.send(Told.events("alaska", 1, 2));
        room.topic.send(Told.other("alaska", 2), Told.event("alaska", 3));
        ProjectionReader reader = room.reader();
        assertThat(Room.awaitStopped(reader).position()).isEqualTo(2);
        Room.awaitCaughtUp(reader, 4);
        room.awaitTrail("alaska", 2);
        reader.retry("alaska");
        assertThat(Room.awaitStopped(reader).position()).isEqualTo(2);
    }

    @Test
    void poisonStopsOnlyItsNegotiationUntilRetry() throws Exception {
        room.trail.afterRow(event -> poison(event, "alaska", 5));
        room.topic.send(Told.events("alaska", 1, 10));
        room.topic.send(Told.events("istanbul", 1, 10));
        ProjectionReader reader = room.reader();
        StoppedNegotiation stopped = Room.awaitStopped(reader);
        assertThat(stopped.negotiation()).isEqualTo("alaska");
        assertThat(stopped.position()).isEqualTo(5);
        assertThat(stopped.developmentId()).isEqualTo(Told.event("alaska", 5).developmentId());
        assertThat(stopped.reason()).isEqualTo("IllegalStateException: no such party");
        room.awaitTrail("istanbul", 10);
        room.awaitTrail("alaska", 4);
        room.topic.send(Told.events("alaska", 11, 12));
        room.topic.send(Told.events("istanbul", 11, 12));
        room.awaitTrail("istanbul", 12);
        Room.awaitCaughtUp(reader, 24);
        room.awaitTrail("alaska", 4);

        reader.retry("alaska");
        await().atMost(Room.SOON).until(() -> reader.status().stopped().stream()
                .anyMatch(again -> again.since().isAfter(stopped.since())));
        room.awaitTrail("alaska", 4);

        room.trail.clearAfterRow();
        reader.retry("istanbul");
        reader.retry("alaska");
        room.awaitTrail("alaska", 12);
        room.awaitTrail("istanbul", 12);
        await().atMost(Room.SOON).until(() -> reader.status().stopped().isEmpty());
    }

    @Test
    void failingStatementStopsOnlyItsNegotiation() throws Exception {
        room.trail.afterRow(event -> {
            if (event.subject().negotiation().equals("alaska") && event.position() == 2) {
                throw new SQLException("value too long, \0 and an unpaired surrogate \ud83d", "22001");
            }
        });
        room.topic.send(Told.events("alaska", 1, 3));
        room.topic.send(Told.events("istanbul", 1, 3));
        ProjectionReader reader = room.reader();
        assertThat(Room.awaitStopped(reader).position()).isEqualTo(2);
        room.awaitTrail("istanbul", 3);
        room.awaitTrail("alaska", 1);
    }

    @Test
    void negotiationStaysStoppedAfterRestart() throws Exception {
        room.trail.afterRow(event -> poison(event, "alaska", 2));
        room.topic.send(Told.events("alaska", 1, 3));
        ProjectionReader first = room.reader();
        StoppedNegotiation before = Room.awaitStopped(first);
        first.close();
        room.trail.clearAfterRow();
        ProjectionReader second = room.reader();
        assertThat(Room.awaitStopped(second)).usingRecursiveComparison().isEqualTo(before);
        room.awaitTrail("alaska", 1);
        second.retry("alaska");
        room.awaitTrail("alaska", 3);
    }

    @Test
    void failingDatabaseDoesNotStopNegotiations() throws Exception {
        AtomicInteger failures = new AtomicInteger(3);
        room.trail.afterRow(event -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException(new SQLException("deadlock", "40P01"));
            }
        });
        room.topic.send(Told.events("alaska", 1, 3));
        ProjectionReader reader = room.reader();
        room.awaitTrail("alaska", 3);
        assertThat(reader.status().stopped()).isEmpty();
        await().until(() -> reader.status().error() == null);
    }

    /** A newer ledger may publish unknown types. Their events are not lost; they wait. */
    @Test
    void recordOfNewerLedgerStopsItsNegotiation() throws Exception {
        room.topic.send(Told.event("alaska", 1), Told.ofALaterLedger("alaska", 2), Told.event("istanbul", 1));
        ProjectionReader reader = room.reader();
        StoppedNegotiation stopped = Room.awaitStopped(reader);
        assertThat(stopped.negotiation()).isEqualTo("alaska");
        assertThat(stopped.position()).isEqualTo(2);
        assertThat(stopped.developmentId()).isEqualTo(Told.event("alaska", 2).developmentId());
        assertThat(stopped.reason()).contains("MoonLanded");
        room.awaitTrail("istanbul", 1);
        room.awaitTrail("alaska", 1);
    }

    private static void poison(PublishedEvent event, String negotiation, long position) {
        if (event.subject().negotiation().equals(negotiation) && event.position() == position) {
            throw new IllegalStateException("no such party");
        }
    }
}

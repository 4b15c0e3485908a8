package org.parley.projection.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.projection.ProjectionFixture;
import org.parley.projection.StoppedNegotiation;
import org.parley.projection.TestEvents;

class StoppedNegotiationTest {
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
    void forkStopsOnlyItsNegotiation() throws Exception {
        ProjectionReader reader = fixture.reader();
        fixture.topic.send(TestEvents.events("alaska", 1, 70));
        fixture.topic.send(TestEvents.other("alaska", 3), TestEvents.event("alaska", 71));
        fixture.topic.send(TestEvents.events("istanbul", 1, 5));
        StoppedNegotiation stopped = ProjectionFixture.awaitStopped(reader);
        assertThat(stopped.negotiation()).isEqualTo("alaska");
        assertThat(stopped.position()).isEqualTo(3);
        assertThat(stopped.developmentId())
                .isEqualTo(TestEvents.other("alaska", 3).developmentId());
        assertThat(stopped.reason())
                .contains("position 3 was applied as "
                        + TestEvents.event("alaska", 3).developmentId());
        fixture.awaitTrail("istanbul", 5);
        ProjectionFixture.awaitCaughtUp(reader, 77);
        fixture.awaitTrail("alaska", 70);
    }

    @Test
    void forkOfLastPositionWithinOneBatchIsDetected() throws Exception {
        fixture.topic.send(TestEvents.events("alaska", 1, 2));
        fixture.topic.send(TestEvents.other("alaska", 2), TestEvents.event("alaska", 3));
        ProjectionReader reader = fixture.reader();
        assertThat(ProjectionFixture.awaitStopped(reader).position()).isEqualTo(2);
        ProjectionFixture.awaitCaughtUp(reader, 4);
        fixture.awaitTrail("alaska", 2);
        reader.retry("alaska");
        assertThat(ProjectionFixture.awaitStopped(reader).position()).isEqualTo(2);
    }

    @Test
    void poisonStopsOnlyItsNegotiationUntilRetry() throws Exception {
        fixture.trail.afterRow(event -> poison(event, "alaska", 5));
        fixture.topic.send(TestEvents.events("alaska", 1, 10));
        fixture.topic.send(TestEvents.events("istanbul", 1, 10));
        ProjectionReader reader = fixture.reader();
        StoppedNegotiation stopped = ProjectionFixture.awaitStopped(reader);
        assertThat(stopped.negotiation()).isEqualTo("alaska");
        assertThat(stopped.position()).isEqualTo(5);
        assertThat(stopped.developmentId())
                .isEqualTo(TestEvents.event("alaska", 5).developmentId());
        assertThat(stopped.reason()).isEqualTo("IllegalStateException: no such party");
        fixture.awaitTrail("istanbul", 10);
        fixture.awaitTrail("alaska", 4);
        fixture.topic.send(TestEvents.events("alaska", 11, 12));
        fixture.topic.send(TestEvents.events("istanbul", 11, 12));
        fixture.awaitTrail("istanbul", 12);
        ProjectionFixture.awaitCaughtUp(reader, 24);
        fixture.awaitTrail("alaska", 4);

        reader.retry("alaska");
        await().atMost(ProjectionFixture.SOON).until(() -> reader.status().stopped().stream()
                .anyMatch(again -> again.since().isAfter(stopped.since())));
        fixture.awaitTrail("alaska", 4);

        fixture.trail.clearAfterRow();
        reader.retry("istanbul");
        reader.retry("alaska");
        fixture.awaitTrail("alaska", 12);
        fixture.awaitTrail("istanbul", 12);
        await().atMost(ProjectionFixture.SOON)
                .until(() -> reader.status().stopped().isEmpty());
    }

    @Test
    void failingStatementStopsOnlyItsNegotiation() throws Exception {
        fixture.trail.afterRow(event -> {
            if (event.subject().negotiation().equals("alaska") && event.position() == 2) {
                throw new SQLException("value too long, \0 and an unpaired surrogate \ud83d", "22001");
            }
        });
        fixture.topic.send(TestEvents.events("alaska", 1, 3));
        fixture.topic.send(TestEvents.events("istanbul", 1, 3));
        ProjectionReader reader = fixture.reader();
        assertThat(ProjectionFixture.awaitStopped(reader).position()).isEqualTo(2);
        fixture.awaitTrail("istanbul", 3);
        fixture.awaitTrail("alaska", 1);
    }

    @Test
    void negotiationStaysStoppedAfterRestart() throws Exception {
        fixture.trail.afterRow(event -> poison(event, "alaska", 2));
        fixture.topic.send(TestEvents.events("alaska", 1, 3));
        ProjectionReader first = fixture.reader();
        StoppedNegotiation before = ProjectionFixture.awaitStopped(first);
        first.close();
        fixture.trail.clearAfterRow();
        ProjectionReader second = fixture.reader();
        assertThat(ProjectionFixture.awaitStopped(second))
                .usingRecursiveComparison()
                .isEqualTo(before);
        fixture.awaitTrail("alaska", 1);
        second.retry("alaska");
        fixture.awaitTrail("alaska", 3);
    }

    @Test
    void failingDatabaseDoesNotStopNegotiations() throws Exception {
        AtomicInteger failures = new AtomicInteger(3);
        fixture.trail.afterRow(event -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException(new SQLException("deadlock", "40P01"));
            }
        });
        fixture.topic.send(TestEvents.events("alaska", 1, 3));
        ProjectionReader reader = fixture.reader();
        fixture.awaitTrail("alaska", 3);
        assertThat(reader.status().stopped()).isEmpty();
        await().until(() -> reader.status().error() == null);
    }

    /** A newer ledger may publish unknown types. Their events are not lost; they wait. */
    @Test
    void recordOfNewerLedgerStopsItsNegotiation() throws Exception {
        fixture.topic.send(
                TestEvents.event("alaska", 1), TestEvents.ofALaterLedger("alaska", 2), TestEvents.event("istanbul", 1));
        ProjectionReader reader = fixture.reader();
        StoppedNegotiation stopped = ProjectionFixture.awaitStopped(reader);
        assertThat(stopped.negotiation()).isEqualTo("alaska");
        assertThat(stopped.position()).isEqualTo(2);
        assertThat(stopped.developmentId())
                .isEqualTo(TestEvents.event("alaska", 2).developmentId());
        assertThat(stopped.reason()).contains("MoonLanded");
        fixture.awaitTrail("istanbul", 1);
        fixture.awaitTrail("alaska", 1);
    }

    private static void poison(PublishedEvent event, String negotiation, long position) {
        if (event.subject().negotiation().equals(negotiation) && event.position() == position) {
            throw new IllegalStateException("no such party");
        }
    }
}

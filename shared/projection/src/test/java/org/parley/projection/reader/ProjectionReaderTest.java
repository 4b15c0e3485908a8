package org.parley.projection.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.parley.contract.PublishedEvent;
import org.parley.projection.ProjectionFixture;
import org.parley.projection.ProjectionStatus;
import org.parley.projection.RecordingProjection;
import org.parley.projection.TestEvents;
import org.parley.projection.checkpoint.CheckpointSchema;

@Isolated // it looks at all threads of the JVM
class ProjectionReaderTest {
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
    void appliesEverythingOnceAndInOrder() throws Exception {
        fixture.topic.send(TestEvents.events("alaska", 1, 300));
        fixture.topic.send(TestEvents.events("istanbul", 1, 200));
        ProjectionReader reader = fixture.reader();
        fixture.awaitTrail("alaska", 300);
        fixture.awaitTrail("istanbul", 200);
        ProjectionFixture.awaitCaughtUp(reader, 500);
        ProjectionStatus status = reader.status();
        assertThat(status.name()).isEqualTo("trail");
        assertThat(status.done()).isEqualTo(500);
        assertThat(status.total()).isEqualTo(500);
        assertThat(status.lag()).isZero();
        assertThat(status.eventsPerSecond()).isPositive();
        assertThat(status.stopped()).isEmpty();
        assertThat(status.error()).isNull();
    }

    @Test
    void awaitPositionReturnsWhenApplied() throws Exception {
        ProjectionReader reader = fixture.reader();
        assertThat(reader.awaitPosition("alaska", 1, Duration.ofMillis(50))).isFalse();
        fixture.topic.send(TestEvents.events("alaska", 1, 3));
        assertThat(reader.awaitPosition("alaska", 3, ProjectionFixture.SOON)).isTrue();
        assertThat(fixture.trail.positions("alaska")).containsExactly(1L, 2L, 3L);
        assertThat(reader.awaitPosition("alaska", 4, Duration.ZERO)).isFalse();
    }

    @Test
    void listenersAreCalledAfterTheCommit() throws Exception {
        Set<String> notified = ConcurrentHashMap.newKeySet();
        ProjectionReader reader = fixture.reader();
        reader.onCommit(negotiations -> {
            throw new IllegalStateException("a failing listener must not affect others");
        });
        reader.onCommit(negotiations -> negotiations.forEach(negotiation -> {
            if (fixture.trail.positions(negotiation).contains(1L)) {
                notified.add(negotiation);
            }
        }));
        fixture.topic.send(TestEvents.event("alaska", 1), TestEvents.event("istanbul", 1));
        await().until(() -> notified.equals(Set.of("alaska", "istanbul")));
    }

    @Test
    void repeatsAreDropped() throws Exception {
        fixture.topic.send(TestEvents.events("alaska", 1, 200));
        fixture.topic.send(TestEvents.events("alaska", 1, 130));
        fixture.topic.send(
                TestEvents.event("alaska", 200), TestEvents.event("alaska", 64), TestEvents.event("alaska", 65));
        fixture.topic.send(TestEvents.events("alaska", 190, 210));
        ProjectionReader reader = fixture.reader(50);
        fixture.awaitTrail("alaska", 210);
        ProjectionFixture.awaitCaughtUp(reader, 354);
        fixture.awaitTrail("alaska", 210);
        assertThat(reader.status().stopped()).isEmpty();
        assertThat(reader.status().done()).isEqualTo(210);
    }

    @Test
    void restartContinuesFromStoredOffsets() throws Exception {
        fixture.topic.send(TestEvents.events("alaska", 1, 100));
        ProjectionReader first = fixture.reader();
        fixture.awaitTrail("alaska", 100);
        first.close();
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        fixture.trail.afterRow(event -> seen.add(event.position()));
        fixture.topic.send(TestEvents.events("alaska", 101, 120));
        ProjectionReader second = fixture.reader();
        fixture.awaitTrail("alaska", 120);
        assertThat(seen).allMatch(position -> position > 100);
        assertThat(second.status().done()).isEqualTo(120);
        assertThat(second.awaitPosition("alaska", 7, Duration.ZERO)).isTrue();
    }

    @Test
    void crashesAtRandomPointsNeitherLoseNorDuplicateEvents() throws Exception {
        List<PublishedEvent> events = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            events.addAll(TestEvents.events("talks-" + n, 1, 100));
        }
        fixture.topic.send(events);
        Random random = new Random(7);
        AtomicInteger untilCrash = new AtomicInteger();
        for (int crash = 0; crash < 8; crash++) {
            untilCrash.set(20 + random.nextInt(180));
            CountDownLatch crashed = new CountDownLatch(1);
            fixture.trail.afterRow(event -> {
                if (untilCrash.decrementAndGet() <= 0) {
                    crashed.countDown();
                    throw new SQLException("the server was shut down", "57P01");
                }
            });
            try (ProjectionReader reader = fixture.reader(1 + random.nextInt(60))) {
                assertThat(crashed.await(60, TimeUnit.SECONDS)).isTrue();
            }
        }
        fixture.trail.clearAfterRow();
        ProjectionReader last = fixture.reader();
        for (int n = 0; n < 10; n++) {
            fixture.awaitTrail("talks-" + n, 100);
        }
        assertThat(last.status().stopped()).isEmpty();
    }

    @Test
    void twoReadersWithOneNameDoNotDuplicateEvents() throws Exception {
        ConcurrentLinkedQueue<String> notified = new ConcurrentLinkedQueue<>();
        ProjectionReader one = fixture.reader(10);
        ProjectionReader other = fixture.reader(10);
        one.onCommit(notified::addAll);
        List<PublishedEvent> events = new ArrayList<>();
        for (int position = 1; position <= 400; position++) {
            events.add(TestEvents.event("alaska", position));
            events.add(TestEvents.event("istanbul", position));
        }
        for (int from = 0; from < events.size(); from += 50) {
            fixture.topic.send(events.subList(from, from + 50));
        }
        fixture.awaitTrail("alaska", 400);
        fixture.awaitTrail("istanbul", 400);
        for (ProjectionReader reader : List.of(one, other)) {
            assertThat(reader.awaitPosition("alaska", 400, ProjectionFixture.SOON))
                    .isTrue();
            ProjectionFixture.awaitCaughtUp(reader, 800);
            await().until(() -> reader.status().done() == 800);
            assertThat(reader.status().stopped()).isEmpty();
        }
        assertThat(new HashSet<>(notified)).isEqualTo(Set.of("alaska", "istanbul"));
        fixture.awaitTrail("alaska", 400);
    }

    @Test
    void deletedCheckpointIsNotRecreatedAutomatically() throws Exception {
        fixture.topic.send(TestEvents.events("alaska", 1, 5));
        ProjectionReader first = fixture.reader();
        fixture.awaitTrail("alaska", 5);
        first.close();
        try (var connection = fixture.database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from trail");
            CheckpointSchema.deleteReaders(connection, "archive", List.of(RecordingProjection.PLACE.reader()));
        }
        ProjectionReader second = fixture.reader();
        await().until(() -> second.status().error() != null);
        assertThat(second.status().error()).contains("was deleted");
        assertThat(fixture.trail.positions("alaska")).isEmpty();
        try (var connection = fixture.database.getConnection()) {
            CheckpointSchema.createReader(connection, "archive", RecordingProjection.PLACE.reader());
        }
        fixture.awaitTrail("alaska", 5);
    }

    @Test
    void closeIsIdempotentAndLeavesNoThread() {
        ProjectionReader reader = fixture.reader();
        await().until(() -> reader.status().isCaughtUp());
        reader.close();
        reader.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("stream-trail") && thread.isAlive());
    }
}

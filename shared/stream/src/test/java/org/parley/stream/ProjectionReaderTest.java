package org.parley.stream;

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

@Isolated // it looks at all threads of the JVM
class ProjectionReaderTest {
    private Room room;

    @BeforeEach
    void openRoom() throws Exception {
        room = Room.open();
    }

    @AfterEach
    void closeRoom() {
        room.close();
    }

    @Test
    void appliesEverythingOnceAndInOrder() throws Exception {
        room.topic.send(Told.events("alaska", 1, 300));
        room.topic.send(Told.events("istanbul", 1, 200));
        ProjectionReader reader = room.reader();
        room.awaitTrail("alaska", 300);
        room.awaitTrail("istanbul", 200);
        Room.awaitCaughtUp(reader, 500);
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
    void tellsWhenAPositionIsApplied() throws Exception {
        ProjectionReader reader = room.reader();
        assertThat(reader.awaitPosition("alaska", 1, Duration.ofMillis(50))).isFalse();
        room.topic.send(Told.events("alaska", 1, 3));
        assertThat(reader.awaitPosition("alaska", 3, Room.SOON)).isTrue();
        assertThat(room.trail.positions("alaska")).containsExactly(1L, 2L, 3L);
        assertThat(reader.awaitPosition("alaska", 4, Duration.ZERO)).isFalse();
    }

    @Test
    void tellsListenersAfterTheCommit() throws Exception {
        Set<String> heard = ConcurrentHashMap.newKeySet();
        ProjectionReader reader = room.reader();
        reader.onCommit(negotiations -> {
            throw new IllegalStateException("a bad listener harms nobody");
        });
        reader.onCommit(negotiations -> negotiations.forEach(negotiation -> {
            if (room.trail.positions(negotiation).contains(1L)) {
                heard.add(negotiation);
            }
        }));
        room.topic.send(Told.event("alaska", 1), Told.event("istanbul", 1));
        await().until(() -> heard.equals(Set.of("alaska", "istanbul")));
    }

    @Test
    void repeatsAreDropped() throws Exception {
        room.topic.send(Told.events("alaska", 1, 200));
        room.topic.send(Told.events("alaska", 1, 130));
        room.topic.send(Told.event("alaska", 200), Told.event("alaska", 64), Told.event("alaska", 65));
        room.topic.send(Told.events("alaska", 190, 210));
        ProjectionReader reader = room.reader(50);
        room.awaitTrail("alaska", 210);
        Room.awaitCaughtUp(reader, 354);
        room.awaitTrail("alaska", 210);
        assertThat(reader.status().stopped()).isEmpty();
        assertThat(reader.status().done()).isEqualTo(210);
    }

    @Test
    void aRestartGoesOnFromTheStoredOffsets() throws Exception {
        room.topic.send(Told.events("alaska", 1, 100));
        ProjectionReader first = room.reader();
        room.awaitTrail("alaska", 100);
        first.close();
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        room.trail.mishap(event -> seen.add(event.position()));
        room.topic.send(Told.events("alaska", 101, 120));
        ProjectionReader second = room.reader();
        room.awaitTrail("alaska", 120);
        assertThat(seen).allMatch(position -> position > 100);
        assertThat(second.status().done()).isEqualTo(120);
        assertThat(second.awaitPosition("alaska", 7, Duration.ZERO)).isTrue();
    }

    @Test
    void crashesAtRandomPointsLoseAndDoubleNothing() throws Exception {
        List<PublishedEvent> events = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            events.addAll(Told.events("talks-" + n, 1, 100));
        }
        room.topic.send(events);
        Random random = new Random(7);
        AtomicInteger untilCrash = new AtomicInteger();
        for (int crash = 0; crash < 8; crash++) {
            untilCrash.set(20 + random.nextInt(180));
            CountDownLatch crashed = new CountDownLatch(1);
            room.trail.mishap(event -> {
                if (untilCrash.decrementAndGet() <= 0) {
                    crashed.countDown();
                    throw new SQLException("the server went away", "57P01");
                }
            });
            try (ProjectionReader reader = room.reader(1 + random.nextInt(60))) {
                assertThat(crashed.await(20, TimeUnit.SECONDS)).isTrue();
            }
        }
        room.trail.noMishap();
        ProjectionReader last = room.reader();
        for (int n = 0; n < 10; n++) {
            room.awaitTrail("talks-" + n, 100);
        }
        assertThat(last.status().stopped()).isEmpty();
    }

    @Test
    void twoReadersOfOneProjectionDoNotDouble() throws Exception {
        ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
        ProjectionReader one = room.reader(10);
        ProjectionReader other = room.reader(10);
        one.onCommit(heard::addAll);
        List<PublishedEvent> events = new ArrayList<>();
        for (int position = 1; position <= 400; position++) {
            events.add(Told.event("alaska", position));
            events.add(Told.event("istanbul", position));
        }
        for (int from = 0; from < events.size(); from += 50) {
            room.topic.send(events.subList(from, from + 50));
        }
        room.awaitTrail("alaska", 400);
        room.awaitTrail("istanbul", 400);
        for (ProjectionReader reader : List.of(one, other)) {
            assertThat(reader.awaitPosition("alaska", 400, Room.SOON)).isTrue();
            Room.awaitCaughtUp(reader, 800);
            await().until(() -> reader.status().done() == 800);
            assertThat(reader.status().stopped()).isEmpty();
        }
        assertThat(new HashSet<>(heard)).isEqualTo(Set.of("alaska", "istanbul"));
        room.awaitTrail("alaska", 400);
    }

    @Test
    void aPlaceThatIsForgottenIsMadeAnewOnlyWhenAsked() throws Exception {
        room.topic.send(Told.events("alaska", 1, 5));
        ProjectionReader first = room.reader();
        room.awaitTrail("alaska", 5);
        first.close();
        try (var connection = room.database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from trail");
            StreamSchema.forget(connection, "archive", List.of(Trail.PLACE.reader()));
        }
        ProjectionReader second = room.reader();
        await().until(() -> second.status().error() != null);
        assertThat(second.status().error()).contains("has no place");
        assertThat(room.trail.positions("alaska")).isEmpty();
        try (var connection = room.database.getConnection()) {
            StreamSchema.open(connection, "archive", Trail.PLACE.reader());
        }
        room.awaitTrail("alaska", 5);
    }

    @Test
    void closesOnlyOnceAndLeavesNoThread() {
        ProjectionReader reader = room.reader();
        await().until(() -> reader.status().caughtUp());
        reader.close();
        reader.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("stream-trail") && thread.isAlive());
    }
}

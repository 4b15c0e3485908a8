package org.parley.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class TopicAnewTest {
    @Test
    void waitsForTopicThatDoesNotExistYet() throws Exception {
        try (Room room = Room.withoutTopic()) {
            ProjectionReader reader = room.reader();
            await().atMost(Room.SOON).until(() -> reader.status().error() != null);
            assertThat(reader.status().error()).contains("does not exist yet");
            assertThat(reader.status().lag()).isEqualTo(ProjectionStatus.UNKNOWN);
            assertThat(room.topic.exists()).isFalse();
            room.topic.create();
            room.topic.send(Told.event("alaska", 1));
            room.awaitTrail("alaska", 1);
            await().until(() -> reader.status().error() == null);
        }
    }

    @Test
    void recreatedTopicIsReadFromTheStart() throws Exception {
        try (Room room = Room.open()) {
            room.trail.afterRow(event -> {
                if (event.position() == 50) {
                    throw new IllegalStateException("poison");
                }
            });
            room.topic.send(Told.events("alaska", 1, 40));
            room.topic.send(Told.events("istanbul", 1, 60));
            ProjectionReader reader = room.reader();
            room.awaitTrail("alaska", 40);
            Room.awaitStopped(reader);
            room.trail.clearAfterRow();
            recreate(room);
            Set<String> again = ConcurrentHashMap.newKeySet();
            room.trail.afterRow(event -> {
                if (event.position() < 40) {
                    again.add(event.subject() + " " + event.position());
                }
            });
            room.topic.send(Told.events("istanbul", 1, 60));
            room.topic.send(Told.events("alaska", 1, 45));
            room.awaitTrail("alaska", 45);
            room.awaitTrail("istanbul", 60);
            Room.awaitCaughtUp(reader, 105);
            assertThat(again).isEmpty();
            await().atMost(Room.SOON).until(() -> reader.status().stopped().isEmpty());
            assertThat(reader.status().total()).isEqualTo(105);
        }
    }

    @Test
    void recreatedTopicIsDetectedAfterRestart() throws Exception {
        try (Room room = Room.open()) {
            room.topic.send(Told.events("alaska", 1, 10));
            ProjectionReader first = room.reader();
            room.awaitTrail("alaska", 10);
            first.close();
            recreate(room);
            room.topic.send(Told.events("alaska", 1, 30));
            ProjectionReader second = room.reader();
            room.awaitTrail("alaska", 30);
            assertThat(second.status().stopped()).isEmpty();
        }
    }

    @Test
    void missingOffsetIsReadFromTheStart() throws Exception {
        try (Room room = Room.open()) {
            room.topic.send(Told.events("alaska", 1, 10));
            ProjectionReader first = room.reader();
            room.awaitTrail("alaska", 10);
            first.close();
            try (var connection = room.database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("update archive.stream_offset set next_offset = next_offset + 1000");
            }
            ProjectionReader second = room.reader();
            room.topic.send(Told.events("alaska", 11, 12));
            room.awaitTrail("alaska", 12);
            Room.awaitCaughtUp(second, 12);
            assertThat(second.status().stopped()).isEmpty();
        }
    }

    private static void recreate(Room room) throws Exception {
        room.topic.delete();
        await().atMost(Room.SOON).until(() -> !room.topic.exists());
        await().atMost(Room.SOON).ignoreExceptions().until(() -> room.topic.create() != null);
    }
}

package org.parley.projection.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.parley.projection.ProjectionFixture;
import org.parley.projection.ProjectionStatus;
import org.parley.projection.TestEvents;

class TopicRecreationTest {
    @Test
    void waitsForTopicThatDoesNotExistYet() throws Exception {
        try (ProjectionFixture fixture = ProjectionFixture.withoutTopic()) {
            ProjectionReader reader = fixture.reader();
            await().atMost(ProjectionFixture.SOON).until(() -> reader.status().error() != null);
            assertThat(reader.status().error()).contains("does not exist yet");
            assertThat(reader.status().lag()).isEqualTo(ProjectionStatus.UNKNOWN);
            assertThat(fixture.topic.exists()).isFalse();
            fixture.topic.create();
            fixture.topic.send(TestEvents.event("alaska", 1));
            fixture.awaitTrail("alaska", 1);
            await().until(() -> reader.status().error() == null);
        }
    }

    @Test
    void recreatedTopicIsReadFromTheStart() throws Exception {
        try (ProjectionFixture fixture = ProjectionFixture.open()) {
            fixture.trail.afterRow(event -> {
                if (event.position() == 50) {
                    throw new IllegalStateException("poison");
                }
            });
            fixture.topic.send(TestEvents.events("alaska", 1, 40));
            fixture.topic.send(TestEvents.events("istanbul", 1, 60));
            ProjectionReader reader = fixture.reader();
            fixture.awaitTrail("alaska", 40);
            ProjectionFixture.awaitStopped(reader);
            fixture.trail.clearAfterRow();
            recreate(fixture);
            Set<String> again = ConcurrentHashMap.newKeySet();
            fixture.trail.afterRow(event -> {
                if (event.position() < 40) {
                    again.add(event.subject() + " " + event.position());
                }
            });
            fixture.topic.send(TestEvents.events("istanbul", 1, 60));
            fixture.topic.send(TestEvents.events("alaska", 1, 45));
            fixture.awaitTrail("alaska", 45);
            fixture.awaitTrail("istanbul", 60);
            ProjectionFixture.awaitCaughtUp(reader, 105);
            assertThat(again).isEmpty();
            await().atMost(ProjectionFixture.SOON)
                    .until(() -> reader.status().stopped().isEmpty());
            assertThat(reader.status().total()).isEqualTo(105);
        }
    }

    @Test
    void recreatedTopicIsDetectedAfterRestart() throws Exception {
        try (ProjectionFixture fixture = ProjectionFixture.open()) {
            fixture.topic.send(TestEvents.events("alaska", 1, 10));
            ProjectionReader first = fixture.reader();
            fixture.awaitTrail("alaska", 10);
            first.close();
            recreate(fixture);
            fixture.topic.send(TestEvents.events("alaska", 1, 30));
            ProjectionReader second = fixture.reader();
            fixture.awaitTrail("alaska", 30);
            assertThat(second.status().stopped()).isEmpty();
        }
    }

    @Test
    void missingOffsetIsReadFromTheStart() throws Exception {
        try (ProjectionFixture fixture = ProjectionFixture.open()) {
            fixture.topic.send(TestEvents.events("alaska", 1, 10));
            ProjectionReader first = fixture.reader();
            fixture.awaitTrail("alaska", 10);
            first.close();
            try (var connection = fixture.database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("update archive.stream_offset set next_offset = next_offset + 1000");
            }
            ProjectionReader second = fixture.reader();
            fixture.topic.send(TestEvents.events("alaska", 11, 12));
            fixture.awaitTrail("alaska", 12);
            ProjectionFixture.awaitCaughtUp(second, 12);
            assertThat(second.status().stopped()).isEmpty();
        }
    }

    private static void recreate(ProjectionFixture fixture) throws Exception {
        fixture.topic.delete();
        await().atMost(ProjectionFixture.SOON).until(() -> !fixture.topic.exists());
        await().atMost(ProjectionFixture.SOON).ignoreExceptions().until(() -> fixture.topic.create() != null);
    }
}

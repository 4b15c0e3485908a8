package org.parley.projection.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.projection.ProjectionFixture;
import org.parley.projection.ProjectionStatus;
import org.parley.projection.SlowNegotiation;
import org.parley.projection.TestEvents;

/** A slow negotiation does not delay the others. */
class SlowNegotiationTest {
    private static final Duration SHARE = Duration.ofMillis(200);
    private static final List<String> OTHERS =
            IntStream.range(0, 12).mapToObj(n -> "talks-" + n).toList();

    private final CountDownLatch end = new CountDownLatch(1);
    private ProjectionFixture fixture;

    @BeforeEach
    void openFixture() throws Exception {
        fixture = ProjectionFixture.open();
    }

    @AfterEach
    void closeFixture() {
        end.countDown();
        fixture.close();
    }

    private ProjectionReader reader() {
        return fixture.reader(fixture.settings(2_000, SHARE));
    }

    /** Makes one event block until the end of the test, even if its thread is interrupted. */
    private void endless(String negotiation, long position) {
        fixture.trail.afterRow(event -> {
            if (event.subject().negotiation().equals(negotiation) && event.position() == position) {
                boolean ended = false;
                while (!ended) {
                    try {
                        end.await();
                        ended = true;
                    } catch (InterruptedException e) {
                        // ignored, as by code that only computes
                    }
                }
            }
        });
    }

    private void publishOthers(long from, long to) throws Exception {
        List<PublishedEvent> all = new ArrayList<>();
        OTHERS.forEach(talks -> all.addAll(TestEvents.events(talks, from, to)));
        fixture.topic.send(all);
    }

    private void awaitOthers(long upTo) {
        OTHERS.forEach(talks -> fixture.awaitTrail(talks, upTo));
    }

    @Test
    void endlessEventDoesNotDelayOtherNegotiations() throws Exception {
        endless("alaska", 3);
        ProjectionReader reader = reader();
        fixture.topic.send(TestEvents.events("alaska", 1, 5));
        publishOthers(1, 5);
        awaitOthers(5);
        fixture.awaitTrail("alaska", 2);
        publishOthers(6, 9);
        fixture.topic.send(TestEvents.event("alaska", 6));
        awaitOthers(9);

        await().atMost(ProjectionFixture.SOON).until(() -> reader.status().slowLag() == 4);
        ProjectionStatus status = reader.status();
        assertThat(status.slow()).extracting(SlowNegotiation::negotiation).containsExactly("alaska");
        // If a fetch ended before the endless event, the earlier events were already applied.
        assertThat(status.slow().getFirst().position()).isBetween(1L, 3L);
        assertThat(status.lag()).isEqualTo(4);
        assertThat(status.done()).isEqualTo(9L * OTHERS.size() + 2);
        assertThat(status.stopped()).isEmpty();
        assertThat(status.error()).isNull();
        assertThat(reader.awaitPosition("alaska", 2, Duration.ZERO)).isTrue();

        end.countDown();
        fixture.awaitTrail("alaska", 6);
        await().atMost(ProjectionFixture.SOON)
                .until(() -> reader.status().slow().isEmpty());
        fixture.topic.send(TestEvents.event("alaska", 7));
        fixture.awaitTrail("alaska", 7);
        await().atMost(ProjectionFixture.SOON).until(() -> reader.status().lag() == 0);
        assertThat(reader.status().done()).isEqualTo(9L * OTHERS.size() + 7);
        assertThat(fixture.count("stream_reader")).isEqualTo(1);
    }

    @Test
    void restartDoesNotRepeatTheEndlessTransaction() throws Exception {
        endless("alaska", 1);
        ProjectionReader first = reader();
        fixture.topic.send(TestEvents.event("alaska", 1));
        await().atMost(ProjectionFixture.SOON).until(() -> first.status().slow().size() == 1);
        first.close();

        Set<String> before = ConcurrentHashMap.newKeySet();
        AtomicInteger endless = new AtomicInteger();
        fixture.trail.afterRow(event -> {
            if (event.subject().negotiation().equals("alaska")) {
                endless.incrementAndGet();
                awaitUninterrupted();
            } else {
                before.add(Thread.currentThread().getName());
            }
        });
        publishOthers(1, 3);
        ProjectionReader second = reader();
        awaitOthers(3);
        assertThat(second.status().slow()).hasSize(1);
        await().atMost(ProjectionFixture.SOON)
                .until(() -> endless.get() == 1); // in the dedicated reader, not in the main one
        end.countDown();
        fixture.awaitTrail("alaska", 1);
    }

    private void awaitUninterrupted() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void longHistoryIsAppliedInSmallTransactions() throws Exception {
        int events = 60;
        fixture.trail.afterRow(event -> {
            if (event.subject().negotiation().equals("alaska")) {
                pause(SHARE.dividedBy(10));
            }
        });
        ProjectionReader reader = reader();
        fixture.topic.send(TestEvents.events("alaska", 1, events));
        publishOthers(1, 20);
        awaitOthers(20);
        fixture.awaitTrail("alaska", events);
        assertThat(fixture.trail.transactions("alaska")).isGreaterThan(3);
        assertThat(reader.status().stopped()).isEmpty();
    }

    @Test
    void moreSlowNegotiationsThanDedicatedReadersAreAllApplied() throws Exception {
        fixture.trail.afterRow(event -> pause(SHARE.multipliedBy(2)));
        List<String> slow = OTHERS.subList(0, 3);
        ProjectionReader reader = reader();
        for (String negotiation : slow) {
            fixture.topic.send(TestEvents.events(negotiation, 1, 2));
        }
        slow.forEach(negotiation -> fixture.awaitTrail(negotiation, 2));
        assertThat(reader.status().stopped()).isEmpty();
    }

    @Test
    void stoppedNegotiationsKeepNoDedicatedReaderFromOthers() throws Exception {
        fixture.trail.afterRow(event -> {
            pause(SHARE.multipliedBy(2));
            if (!event.subject().negotiation().equals("alaska")) {
                throw new IllegalStateException("no such party");
            }
        });
        ProjectionReader reader = reader();
        for (String negotiation : OTHERS.subList(0, 3)) {
            fixture.topic.send(TestEvents.event(negotiation, 1));
        }
        await().atMost(ProjectionFixture.SOON)
                .until(() -> reader.status().stopped().size() == 3);
        fixture.topic.send(TestEvents.event("alaska", 1));
        fixture.awaitTrail("alaska", 1);
        assertThat(reader.status().slow()).hasSize(4);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void slowStatementGetsDedicatedReader() throws Exception {
        fixture.trail.slowStatement("alaska", 2);
        ProjectionReader reader = reader();
        fixture.topic.send(TestEvents.events("alaska", 1, 2));
        publishOthers(1, 3);
        awaitOthers(3);
        await().atMost(ProjectionFixture.SOON)
                .until(() -> reader.status().slow().size() == 1);
        fixture.trail.slowStatement("", 0);
        assertThat(reader.status().stopped()).isEmpty();
    }

    @Test
    void poisonInDedicatedReaderStopsNegotiationUntilRetry() throws Exception {
        endless("alaska", 1);
        ProjectionReader reader = reader();
        fixture.topic.send(TestEvents.events("alaska", 1, 3));
        await().atMost(ProjectionFixture.SOON)
                .until(() -> reader.status().slow().size() == 1);
        fixture.trail.afterRow(event -> {
            if (event.position() == 3) {
                throw new IllegalStateException("no such party");
            }
        });
        end.countDown();
        assertThat(ProjectionFixture.awaitStopped(reader).position()).isEqualTo(3);
        assertThat(reader.status().slow()).hasSize(1);
        fixture.trail.clearAfterRow();
        reader.retry("alaska");
        fixture.awaitTrail("alaska", 3);
        await().atMost(ProjectionFixture.SOON)
                .until(() -> reader.status().slow().isEmpty()
                        && reader.status().stopped().isEmpty());
    }

    @Test
    void recordsInProgressCountAsLag() throws Exception {
        fixture.trail.afterRow(event -> awaitUninterrupted());
        ProjectionReader reader = fixture.reader();
        fixture.topic.send(TestEvents.events("alaska", 1, 3));
        await().atMost(ProjectionFixture.SOON).until(() -> reader.status().lag() > 0);
        assertThat(reader.status().isCaughtUp()).isFalse();
        assertThat(reader.status().done()).isZero();
        end.countDown();
        await().atMost(ProjectionFixture.SOON).until(() -> reader.status().lag() == 0);
        fixture.awaitTrail("alaska", 3);
    }
}

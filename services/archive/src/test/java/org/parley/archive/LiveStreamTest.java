package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.archive.SseReader.SseEvent;
import org.parley.contract.PublishedEvent;
import org.parley.testkit.TestLedger;

/** The live stream of single negotiations, as a subscriber reads it. */
class LiveStreamTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private static final ArchiveFixture archive = AlaskaStory.archive();
    private static TestLedger one;
    private static TestLedger other;

    @BeforeAll
    static void start() {
        one = AlaskaStory.record("one");
        other = AlaskaStory.record("other");
        archive.publishAndWait(one.published());
        archive.publishAndWait(other.published());
    }

    /** Opens a stream; retries after {@code Retry-After} while closed streams still count. */
    private static SseReader read(String question, String... lastEventId) {
        return await().atMost(TIMEOUT).until(() -> attempt(question, lastEventId), reader -> {
            boolean open = reader.status() != 503;
            if (!open) {
                reader.close();
            }
            return open;
        });
    }

    private static SseReader attempt(String question, String... lastEventId) {
        return SseReader.open(
                archive.address("/api/stream" + question),
                lastEventId.length == 0 ? Map.of() : Map.of("Last-Event-ID", lastEventId[0]));
    }

    private static List<SseEvent> events(SseReader reader, int count) {
        until(() -> reader.events().size() >= count);
        return reader.events();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(TIMEOUT).until(condition);
    }

    private static int status(String question) {
        try (SseReader reader = attempt(question)) {
            return reader.status();
        }
    }

    private static int length(TestLedger ledger) {
        return ledger.published().size();
    }

    @Test
    void streamFromBeginningIsTheTrail() {
        try (SseReader reader = read("?negotiation=one&from=one:0")) {
            List<SseEvent> events = events(reader, length(one));

            for (int i = 0; i < length(one); i++) {
                PublishedEvent published = one.published().get(i);
                assertThat(events.get(i).id()).isEqualTo("one:" + published.position());
                assertThat(events.get(i).name()).isEqualTo(published.type().event());
                assertThat(events.get(i).data().path("developmentId").asString())
                        .isEqualTo(published.developmentId().toString());
            }
            assertThat(events.getFirst().data())
                    .isEqualTo(archive.get("/api/negotiations/one/trail?limit=1")
                            .json()
                            .at("/entries/0"));
        }
    }

    @Test
    void streamWithoutCursorStartsWithNextEntry() {
        TestLedger fresh = AlaskaStory.record("fresh");
        archive.publishAndWait(fresh.published());
        int before = length(fresh);
        try (SseReader reader = read("?negotiation=fresh")) {
            until(() -> !reader.comments().isEmpty());
            fresh.log(
                    "late",
                    "{'command':'SuspendTalks','occurred':'2025-08-18','reason':'a pause','evidence':"
                            + "{'sources':[{'publisher':'AFP','title':'A report'}],'grade':'B2'}}");
            archive.publish(fresh.published().subList(before, before + 1));

            SseEvent event = events(reader, 1).getFirst();
            assertThat(event.id()).isEqualTo("fresh:" + (before + 1));
            assertThat(event.name()).isEqualTo("TalksSuspended");
        }
    }

    @Test
    void resumesAnywhereWithoutLossOrRepeat() {
        Random random = new Random(20250815);
        List<Long> seen = new ArrayList<>();
        String place = "one:0";
        while (seen.size() < length(one)) {
            int take = 1 + random.nextInt(5);
            // Resumes alternately by the header, like a browser, and by the parameter, which ranks below the header.
            try (SseReader reader = random.nextBoolean()
                    ? read("?negotiation=one&from=one:0", place)
                    : read("?negotiation=one&from=" + place)) {
                List<SseEvent> events = events(reader, Math.min(take, length(one) - seen.size()));
                for (SseEvent event : events.subList(0, Math.min(take, events.size()))) {
                    seen.add(event.data().path("position").asLong());
                    place = event.id();
                }
            }
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, length(one)).boxed().toList());
    }

    @Test
    void filtersApply() {
        try (SseReader reader = read("?negotiation=one&from=one:0&kind=ceasefire&party=RUS&type=CeasefireRejected")) {
            assertThat(events(reader, 1).getFirst().name()).isEqualTo("CeasefireRejected");
            // Filtered entries are not read again: heartbeats carry the cursor.
            until(() -> ("one:" + length(one)).equals(reader.lastId()));
            assertThat(reader.events())
                    .allSatisfy(event -> assertThat(event.name()).isEqualTo("CeasefireRejected"));
        }
    }

    @Test
    void streamSurvivesRebuild() {
        TestLedger fresh = AlaskaStory.record("rebuilt");
        archive.publishAndWait(fresh.published());
        int before = length(fresh);
        try (SseReader reader = read("?negotiation=rebuilt&from=rebuilt:0")) {
            events(reader, before);
            long build = build();
            assertThat(archive.asChief("POST", "/api/projections/trail/rebuild").status())
                    .isEqualTo(202);
            until(() -> build() > build);
            fresh.log(
                    "late",
                    "{'command':'SuspendTalks','occurred':'2025-08-18','reason':'a pause','evidence':"
                            + "{'sources':[{'publisher':'AFP','title':'A report'}],'grade':'B2'}}");
            archive.publish(fresh.published().subList(before, before + 1));

            assertThat(events(reader, before + 1))
                    .extracting(event -> event.data().path("position").asLong())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, before + 1).boxed().toList());
        }
    }

    private static long build() {
        for (var projection : archive.get("/api/projections").json().path("projections")) {
            if (projection.path("name").asString().equals("trail")) {
                return projection.path("build").asLong();
            }
        }
        throw new AssertionError("there is no projection of the trail");
    }

    @Test
    void heartbeatIsSentInSilence() {
        try (SseReader reader = read("?negotiation=one")) {
            until(() -> reader.comments().size() >= 3);
            assertThat(reader.events()).isEmpty();
            assertThat(reader.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        }
    }

    @Test
    void invalidStreamIsRefused() {
        assertThat(archive.get("/api/stream?negotiation=nobody").status()).isEqualTo(404);
        assertThat(archive.get("/api/stream?kind=picnic").status()).isEqualTo(400);
        assertThat(archive.get("/api/stream?from=one").status()).isEqualTo(400);
        assertThat(archive.get("/api/stream?from=one:-1").status()).isEqualTo(400);
        assertThat(archive.get("/api/stream?from=one:x").status()).isEqualTo(400);
        assertThat(archive.get("/api/stream?asOf=2025-08-15").status()).isEqualTo(400);
        assertThat(archive.get("/api/stream?negotiation=one&from=one:0", Map.of("Last-Event-ID", "nonsense"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void openStreamsAreLimited() {
        List<SseReader> open = new ArrayList<>();
        try {
            for (int i = 0; i < ArchiveFixture.STREAMS_MAX; i++) {
                SseReader reader = read("?negotiation=one");
                open.add(reader);
                until(() -> !reader.comments().isEmpty());
            }
            try (SseReader refused = attempt("?negotiation=one")) {
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            }
        } finally {
            open.forEach(SseReader::close);
        }
        // A closed stream frees its place.
        until(() -> status("?negotiation=one") == 200);
    }

    @Test
    void stalledReaderIsDisconnected() throws IOException {
        TestLedger wordy = AlaskaStory.record("wordy");
        for (int i = 0; i < 2_000; i++) {
            wordy.log(
                    "w" + i,
                    "{'command':'RaiseQuestion','matter':'q" + i + "','title':'Q','theme':'SECURITY','note':'"
                            + "x".repeat(4_000) + "'}");
        }
        archive.publishAndWait(wordy.published());
        List<StalledReader> slow = new ArrayList<>();
        try {
            for (int i = 0; i < ArchiveFixture.STREAMS_MAX; i++) {
                slow.add(StalledReader.open(archive.address("/api/stream?negotiation=wordy&from=wordy:0")));
            }
            until(() -> status("?negotiation=one") == 503);
            // The client closed nothing: the server disconnected them.
            until(() -> status("?negotiation=one") == 200);
        } finally {
            for (StalledReader reader : slow) {
                reader.close();
            }
        }
    }
}

package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.ledger.PublishedTopic.Received;
import org.parley.testkit.ApiClient;
import org.parley.testkit.BackingServices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Commands that are recorded together, all or none, at one ledger and at two. */
class CommandGroupTest {
    private static final String TOGETHER = "/api/commands/batch?together=true";
    private static final String DRY_RUN = TOGETHER + "&dryRun=true";

    private static LedgerProcess one;
    private static LedgerProcess two;
    private static ApiClient chief;
    private static ApiClient atTwo;
    private static StoredTrail trail;

    private TestNegotiation talks;

    /** A clock that can be advanced, and that runs something when a command reads it next. */
    @Configuration(proxyBeanMethods = false)
    static class TestClock extends Clock {
        private static final AtomicReference<Runnable> NEXT = new AtomicReference<>();
        private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

        @Bean
        Clock clock() {
            return this;
        }

        @Override
        public Instant instant() {
            boolean isInCommand = StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().endsWith(".AdmissionInterceptor")));
            Runnable next = isInCommand ? NEXT.getAndSet(null) : null;
            if (next != null) {
                next.run();
            }
            return isInCommand ? Instant.now().plus(AHEAD.get()) : Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeAll
    static void start() {
        one = LedgerProcess.start(
                BackingServices.shared().newDatabase(),
                BackingServices.shared().bootstrapServers(),
                LedgerProcess.newTopic(),
                LedgerProcess.WITHOUT_RELAY,
                TestClock.class);
        two = one.another();
        chief = one.chief();
        atTwo = chief.at(two.address());
        trail = StoredTrail.of(one);
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    @BeforeEach
    void open() {
        talks = TestNegotiation.open(chief);
    }

    @AfterEach
    void reset() {
        TestClock.NEXT.set(null);
        TestClock.AHEAD.set(Duration.ZERO);
        trail.requireInOrder();
    }

    private String truce(String command, String date) {
        return truce(TestNegotiation.newId(), command, date);
    }

    private String truce(String id, String command, String date) {
        return talks.json(id, command, "alaska", """
                "occurred":"%s","by":"RUS",%s""".formatted(date, TestNegotiation.EVIDENCE));
    }

    @Test
    void anEarlierTruceIsRecordedTogether() {
        talks.accepted(truce("DeclareCeasefire", "2025-08-20"));
        String begin = truce("DeclareCeasefire", "2025-08-01");
        String end = truce("EndCeasefire", "2025-08-05");
        assertThat(talks.command(begin).status()).isEqualTo(409);
        assertThat(talks.command(end).status()).isEqualTo(409);

        List<JsonNode> tried = send(chief, DRY_RUN, end, begin);
        assertThat(statuses(tried)).containsExactly(200, 200);
        assertThat(tried)
                .extracting(line -> line.at("/after/status").asString())
                .containsOnly("IN_FORCE");
        assertThat(tried.getFirst().at("/event/type").asString()).isEqualTo("CeasefireEnded");
        assertThat(trail.of(talks.slug())).hasSize(5);

        List<JsonNode> recorded = send(chief, TOGETHER, end, begin);
        assertThat(statuses(recorded)).containsExactly(201, 201);
        assertThat(recorded).extracting(line -> line.path("line").asInt()).containsExactly(1, 2);
        assertThat(recorded).extracting(line -> line.path("position").asInt()).containsExactly(6, 7);
        assertThat(recorded).extracting(line -> line.path("version").asInt()).containsExactly(2, 3);

        assertThat(statuses(send(chief, TOGETHER, end, begin))).containsExactly(200, 200);
        assertThat(statuses(send(atTwo, TOGETHER, end, begin))).containsExactly(200, 200);
        assertThat(send(chief, DRY_RUN, end, begin).getFirst().path("repeats").asString())
                .isEqualTo(recorded.getFirst().path("developmentId").asString());
        assertThat(trail.of(talks.slug())).hasSize(7);
    }

    @Test
    void aFalseProposalIsRetractedWithItsAnswers() {
        String proposal = TestNegotiation.newId();
        String yes = TestNegotiation.newId();
        String no = TestNegotiation.newId();
        talks.accepted(talks.proposal(proposal, "alaska", "2025-08-13"));
        talks.accepted(talks.acceptance(yes, "alaska", "2025-08-14", "UKR"));
        talks.accepted(talks.rejection(no, "alaska", "2025-08-15", "RUS"));

        JsonNode alone = talks.command(talks.retraction(TestNegotiation.newId(), proposal))
                .json();
        assertThat(alone.path("conflicts")).hasSize(2);

        List<JsonNode> half = refused(
                talks.retraction(TestNegotiation.newId(), proposal),
                "",
                talks.retraction(TestNegotiation.newId(), yes));
        assertThat(statuses(half)).containsExactly(409, 409);
        assertThat(half).extracting(line -> line.path("line").asInt()).containsExactly(1, 3);
        assertThat(half.get(0).at("/problem/conflicts/0/developmentId").asString())
                .isEqualTo(no);
        assertThat(half.get(1).at("/problem/stoppedBy/0").asInt()).isEqualTo(1);
        assertThat(half.get(1).at("/problem/detail").asString()).contains("line 1");

        List<JsonNode> all = send(
                chief,
                TOGETHER,
                Stream.of(proposal, yes, no)
                        .map(target -> talks.retraction(TestNegotiation.newId(), target))
                        .toArray(String[]::new));
        assertThat(statuses(all)).containsExactly(201, 201, 201);
    }

    @Test
    void everyLineSaysWhyNothingIsRecorded() {
        talks.accepted(talks.proposal(TestNegotiation.newId(), "alaska", "2025-08-13"));

        List<JsonNode> unread =
                refused(talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-14", "UKR"), "{no");
        assertThat(statuses(unread)).containsExactly(409, 400);
        assertThat(unread.get(0).at("/problem/stoppedBy/0").asInt()).isEqualTo(2);

        List<JsonNode> invalid = refused(
                talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-14", "FRA"),
                talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-14", "UKR"),
                talks.retraction(TestNegotiation.newId(), TestNegotiation.newId()));
        assertThat(statuses(invalid)).containsExactly(409, 409, 404);

        List<JsonNode> elsewhere = refused(
                talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-14", "UKR"),
                talks.question(TestNegotiation.newId(), "money"));
        assertThat(statuses(elsewhere)).containsExactly(400, 400);
        assertThat(statuses(refused(
                        talks.question(TestNegotiation.newId(), "money"),
                        TestNegotiation.named(chief, "other").question(TestNegotiation.newId(), "money"))))
                .containsExactly(400, 400);

        String twice = TestNegotiation.newId();
        assertThat(statuses(refused(
                        talks.acceptance(twice, "alaska", "2025-08-14", "UKR"),
                        talks.acceptance(twice, "alaska", "2025-08-14", "UKR"))))
                .containsExactly(400, 400);
    }

    @Test
    void idsInUseRefuseTheGroup() {
        TestNegotiation other = TestNegotiation.open(chief);
        String taken = TestNegotiation.newId();
        other.accepted(other.question(taken, "money"));
        String recorded = talks.question(TestNegotiation.newId(), "money");
        talks.accepted(recorded);

        assertThat(statuses(refused(
                        talks.position(TestNegotiation.newId(), "money", "USA", "OPPOSES"),
                        talks.position(taken, "money", "RUS", "OPPOSES"))))
                .containsExactly(409, 409);
        List<JsonNode> apart = refused(talks.position(TestNegotiation.newId(), "money", "USA", "OPPOSES"), recorded);
        assertThat(statuses(apart)).containsExactly(409, 409);
        assertThat(apart.get(0).at("/problem/stoppedBy/0").asInt()).isEqualTo(2);
        assertThat(apart.get(1).at("/problem/title").asString()).isEqualTo("Recorded already");

        String begin = truce("DeclareCeasefire", "2025-08-01");
        String id = TestNegotiation.newId();
        send(chief, TOGETHER, begin, truce(id, "EndCeasefire", "2025-08-05"));
        assertThat(statuses(refused(begin, truce(id, "EndCeasefire", "2025-08-06"))))
                .containsExactly(409, 409);
    }

    @Test
    void aGroupIsLimited() {
        talks.accepted(talks.question(TestNegotiation.newId(), "money"));
        String[] lines = IntStream.range(0, 201)
                .mapToObj(i -> talks.position(TestNegotiation.newId(), "money", "USA", "OPPOSES"))
                .toArray(String[]::new);

        assertThat(chief.post(TOGETHER, ApiClient.NDJSON, String.join("\n", lines))
                        .status())
                .isEqualTo(413);
        assertThat(chief.post(TOGETHER, ApiClient.NDJSON, "x".repeat(600_000) + "\n" + "x".repeat(600_000))
                        .status())
                .isEqualTo(413);
        assertThat(chief.post(TOGETHER, ApiClient.NDJSON, " \n").status()).isEqualTo(400);
        assertThat(chief.post("/api/commands/batch?together=yes", ApiClient.NDJSON, lines[0])
                        .status())
                .isEqualTo(400);
        assertThat(trail.of(talks.slug())).hasSize(5);

        String[] most = Stream.of(lines).limit(200).toArray(String[]::new);
        assertThat(statuses(send(chief, TOGETHER, most))).containsOnly(201).hasSize(200);
    }

    @Test
    void aGroupIsDecidedAgainIfAnotherLedgerRecordedSomething() {
        String begin = truce("DeclareCeasefire", "2025-08-01");
        String end = truce("EndCeasefire", "2025-08-05");
        TestClock.NEXT.set(() -> talks.by(atTwo).accepted(truce("DeclareCeasefire", "2025-08-20")));

        List<JsonNode> recorded = send(chief, TOGETHER, begin, end);

        assertThat(statuses(recorded)).containsExactly(201, 201);
        assertThat(recorded).extracting(line -> line.path("version").asInt()).containsExactly(2, 3);

        TestClock.NEXT.set(() -> talks.by(atTwo).accepted(talks.question(TestNegotiation.newId(), "at-the-same-time")));
        assertThat(statuses(
                        refused(7 + 1, end.replace("2025-08-05", "2025-08-06"), truce("EndCeasefire", "2025-08-02"))))
                .containsExactly(409, 409);
    }

    @Test
    void theSameGroupAtTwoLedgersIsStoredOnce() throws Exception {
        String begin = truce("DeclareCeasefire", "2025-08-01");
        String end = truce("EndCeasefire", "2025-08-05");

        List<List<Integer>> answers =
                ParallelCalls.of(8, number -> statuses(send(number % 2 == 0 ? chief : atTwo, TOGETHER, begin, end)));

        assertThat(answers).containsOnlyOnce(List.of(201, 201)).containsOnly(List.of(201, 201), List.of(200, 200));
        assertThat(trail.of(talks.slug())).hasSize(6);
    }

    @Test
    void aMatterOfANegotiationIsOpenedTogether() {
        TestNegotiation fresh = TestNegotiation.named(chief, "fresh");
        assertThat(statuses(send(
                        chief,
                        TOGETHER,
                        fresh.question(TestNegotiation.newId(), "money"),
                        fresh.question(TestNegotiation.newId(), "money"))))
                .containsExactly(404, 404);
        String admission = fresh.json(
                TestNegotiation.newId(),
                "AdmitParty",
                null,
                "\"party\":\"USA\",\"name\":\"A\",\"partyKind\":\"STATE\"");
        String withdrawal =
                fresh.json(TestNegotiation.newId(), "RecordWithdrawal", null, """
                "occurred":"2025-08-15","party":"USA",%s""".formatted(TestNegotiation.EVIDENCE));

        assertThat(statuses(send(chief, TOGETHER, fresh.opening(TestNegotiation.newId()), admission, withdrawal)))
                .containsExactly(201, 201, 201);
        fresh.accepted(fresh.question(TestNegotiation.newId(), "money"));
        trail.requireInOrder();
    }

    @Test
    void eachLineNeedsTheRoleThatItNeedsAlone() {
        ApiClient editor = one.editor();
        String foreign = TestNegotiation.newId();
        talks.accepted(talks.proposal(foreign, "alaska", "2025-08-13"));
        String own = TestNegotiation.newId();
        talks.by(editor).accepted(talks.acceptance(own, "alaska", "2025-08-14", "UKR"));

        List<JsonNode> results = send(
                editor,
                TOGETHER,
                talks.retraction(TestNegotiation.newId(), foreign),
                talks.retraction(TestNegotiation.newId(), own));
        assertThat(statuses(results)).containsExactly(403, 409);
        assertThat(statuses(send(
                        editor,
                        DRY_RUN,
                        talks.retraction(TestNegotiation.newId(), foreign),
                        talks.retraction(TestNegotiation.newId(), own))))
                .containsExactly(403, 409);
    }

    @Test
    void anEditorUndoesAnEntryOfTheirOwnForAQuarterOfAnHour() {
        ApiClient editor = one.editor();
        TestNegotiation mine = talks.by(editor);
        String early = TestNegotiation.newId();
        String late = TestNegotiation.newId();
        mine.accepted(talks.question(early, "early"));
        mine.accepted(talks.question(late, "late"));
        String retraction = talks.retraction(TestNegotiation.newId(), early);

        TestClock.AHEAD.set(Duration.ofMinutes(14));
        mine.accepted(retraction);
        TestClock.AHEAD.set(Duration.ofMinutes(16));
        assertThat(mine.command(retraction).status()).isEqualTo(200);
        ApiClient.Answer refused = mine.command(talks.retraction(TestNegotiation.newId(), late));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).contains("15 minutes", "chief");
        talks.accepted(talks.retraction(TestNegotiation.newId(), late));
    }

    @Test
    void aGroupIsMarkedOnKafka() {
        List<String> ids = List.of(TestNegotiation.newId(), TestNegotiation.newId(), TestNegotiation.newId());
        try (RelayFixture fixture = new RelayFixture(one)) {
            send(
                    chief,
                    TOGETHER,
                    truce(ids.get(0), "DeclareCeasefire", "2025-08-01"),
                    truce(ids.get(1), "EndCeasefire", "2025-08-05"),
                    truce(ids.get(2), "DeclareCeasefire", "2025-08-09"));
            talks.accepted(truce("EndCeasefire", "2025-08-12"));
            fixture.relayAll();

            Map<Long, String> continued = fixture.topic.all().stream()
                    .filter(record -> record.key().equals(talks.slug()))
                    .collect(Collectors.toMap(
                            Received::position, record -> record.headers().getOrDefault("ce_continued", "-")));
            assertThat(continued)
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of(1L, "-", 2L, "-", 3L, "-", 4L, "-", 5L, "true", 6L, "true", 7L, "-", 8L, "-"));
        }
    }

    /** Sends a group that must be refused, and requires that nothing has changed. */
    private static List<JsonNode> refused(String... lines) {
        Map<String, String> before = trail.fingerprint();
        assertThat(statuses(send(chief, DRY_RUN, lines))).doesNotContain(200);
        List<JsonNode> results = send(chief, TOGETHER, lines);
        assertThat(trail.fingerprint()).isEqualTo(before);
        assertThat(results).allSatisfy(line -> {
            assertThat(line.at("/problem/title").asString()).isNotBlank();
            assertThat(line.at("/problem/detail").asString()).isNotBlank();
        });
        return results;
    }

    /** Sends a group that must be refused while another ledger records events up to a position. */
    private List<JsonNode> refused(int size, String... lines) {
        List<JsonNode> results = send(chief, TOGETHER, lines);
        assertThat(trail.of(talks.slug())).hasSize(size);
        return results;
    }

    private static List<JsonNode> send(ApiClient client, String path, String... lines) {
        return client.batch(path, String.join("\n", lines));
    }

    private static List<Integer> statuses(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("status").asInt()).toList();
    }
}

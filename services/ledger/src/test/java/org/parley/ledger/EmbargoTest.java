package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.DevelopmentJson;
import org.parley.contract.EventTypeName;
import org.parley.contract.PublishedEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.time.Edtf;
import org.parley.ledger.command.CommandRecorder;
import org.parley.ledger.embargo.EmbargoReleaseJob;
import org.parley.ledger.store.EmbargoEndTable;
import org.parley.ledger.store.EventRestorer;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger ends an embargo by recording a release when its end date is over. */
class EmbargoTest {
    private static LedgerProcess one;
    private static LedgerProcess two;
    private static TestNegotiation talks;
    private static StoredTrail trail;

    @BeforeAll
    static void start() {
        one = LedgerProcess.shared();
        two = one.another();
        trail = StoredTrail.of(one);
        talks = TestNegotiation.open(one.chief());
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    /** Runs the releases as of this instant. */
    private static void runReleasesAt(LedgerProcess ledger, String instant, boolean turn) {
        new EmbargoReleaseJob(
                        new EmbargoEndTable(ledger.bean(JdbcClient.class)),
                        ledger.bean(CommandRecorder.class),
                        () -> turn,
                        Clock.fixed(Instant.parse(instant), ZoneOffset.UTC))
                .run();
    }

    private static void runReleasesAt(String instant) {
        runReleasesAt(one, instant, true);
    }

    private static String question(String embargo) {
        String id = TestNegotiation.newId();
        talks.accepted(talks.question(id, "q-" + id).replace("\"title\"", "\"embargo\":" + embargo + ",\"title\""));
        return id;
    }

    private static String hold(String target, String until) {
        String id = TestNegotiation.newId();
        talks.accepted(held(id, target, until));
        return id;
    }

    private static String held(String id, String target, String until) {
        return talks.json(id, "HoldDevelopment", null, "\"target\":\"%s\",\"until\":\"%s\"".formatted(target, until));
    }

    private static List<StoredTrail.Row> releasesOf(String target) {
        return trail.of(talks.slug()).stream()
                .filter(row -> row.payloadType().contains("DevelopmentReleased")
                        && row.payload().contains(target))
                .toList();
    }

    private static String release(String target) {
        return talks.json(TestNegotiation.newId(), "ReleaseDevelopment", null, "\"target\":\"" + target + "\"");
    }

    @Test
    void releasesAtTheEndOfTheDate() {
        String target = question("\"2098-11\"");
        runReleasesAt("2098-11-30T23:59:59.999999Z");
        assertThat(releasesOf(target)).isEmpty();

        runReleasesAt("2098-12-01T00:00:00Z");
        runReleasesAt("2098-12-01T00:00:01Z");
        StoredTrail.Row released = releasesOf(target).getFirst();
        assertThat(releasesOf(target)).hasSize(1);
        assertThat(released.developmentId().version()).isEqualTo(5);
        assertThat(one.bean(JdbcClient.class)
                        .sql("select editor || ' ' || causation_id from ledger.ledger_entry where development_id = ?")
                        .param(released.developmentId())
                        .query(String.class)
                        .single())
                .isEqualTo("parley " + target);
        assertThat(talks.command(release(target)).status()).isEqualTo(409);
        trail.requireInOrder();
    }

    @Test
    void extendedEmbargoEndsAtItsNewEnd() {
        String target = question("\"2096-01-01\"");
        hold(target, "2096-03-01T12:00Z");
        runReleasesAt("2096-02-01T00:00:00Z");
        assertThat(releasesOf(target)).isEmpty();
        runReleasesAt("2096-03-01T12:00:00Z");
        assertThat(releasesOf(target)).hasSize(1);
        hold(target, "2096-04-01");
        runReleasesAt("2096-05-01T00:00:00Z");
        assertThat(releasesOf(target)).hasSize(2);
    }

    @Test
    void embargoesWithoutEndOrAlreadyReleasedAreIgnored() {
        String open = question("true");
        String reheld = question("\"2095-01-01\"");
        talks.accepted(
                talks.json(TestNegotiation.newId(), "HoldDevelopment", null, "\"target\":\"%s\"".formatted(reheld)));
        String released = question("\"2095-01-01\"");
        talks.accepted(release(released));
        runReleasesAt("2095-06-01T00:00:00Z");
        assertThat(releasesOf(open)).isEmpty();
        assertThat(releasesOf(reheld)).isEmpty();
        assertThat(releasesOf(released)).hasSize(1);
    }

    @Test
    void onlyTheActiveLedgerReleases() {
        String target = question("\"2094-01-01\"");
        runReleasesAt(one, "2094-06-01T00:00:00Z", false);
        assertThat(releasesOf(target)).isEmpty();
        runReleasesAt(two, "2094-06-01T00:00:00Z", true);
        assertThat(releasesOf(target)).hasSize(1);
    }

    @Test
    void concurrentReleasesRecordOnce() throws Exception {
        List<String> targets =
                IntStream.range(0, 8).mapToObj(i -> question("\"2093-01-01\"")).toList();
        ParallelCalls.of(4, ledger -> {
            runReleasesAt(ledger % 2 == 0 ? one : two, "2093-06-01T00:00:00Z", true);
            return ledger;
        });
        assertThat(targets).allSatisfy(target -> assertThat(releasesOf(target)).hasSize(1));
        trail.requireInOrder();
    }

    @Test
    void migratedEmbargoesAreReleasedAtStart() {
        String target = question("true");
        talks.accepted(release(target));
        UUID hold = UUID.randomUUID();
        StoredTrail.Row last = trail.of(talks.slug()).getLast();
        MatterAddress matter = MatterAddress.parse(talks.slug() + "/question/q-" + target);
        DevelopmentHeld event = new DevelopmentHeld(UUID.fromString(target), Edtf.parse("2025-11-29"), null);
        one.bean(EventRestorer.class)
                .restore(
                        talks.slug(),
                        List.of(new PublishedEvent(
                                        hold,
                                        EventTypeName.of(event),
                                        matter,
                                        last.position() + 1,
                                        trail.all().stream()
                                                        .mapToLong(StoredTrail.Row::globalIndex)
                                                        .max()
                                                        .orElseThrow()
                                                + 1,
                                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                                        "chief",
                                        "c",
                                        null,
                                        null,
                                        DevelopmentJson.canonical(
                                                new Development(event, null, null, null, null, List.of())))
                                .canonical()));
        EmbargoEndTable ends = new EmbargoEndTable(one.bean(JdbcClient.class));
        assertThat(ends.due(Instant.now(), 1_000))
                .anyMatch(end -> end.imposedBy().equals(hold));
        one.bean(JdbcClient.class).sql("delete from ledger.embargo_end").update();
        ends.rebuildAll();
        assertThat(ends.due(Instant.now(), 1_000))
                .anyMatch(end -> end.imposedBy().equals(hold));

        runReleasesAt(Instant.now().toString());
        assertThat(releasesOf(target)).hasSize(2);
        assertThat(ends.due(Instant.now(), 1_000))
                .noneMatch(end -> end.imposedBy().equals(hold));
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01", "2020", "2020-01-01T00:00Z"})
    void endInThePastIsRefused(String until) {
        String target = question("true");
        Answer hold = talks.command(held(TestNegotiation.newId(), target, until));
        assertThat(hold.status()).isEqualTo(400);
        assertThat(hold.json().at("/errors/0/pointer").asString()).isEqualTo("/until");
        assertThat(hold.json().at("/errors/0/detail").asString()).contains(until, "must lie ahead");

        Answer recorded = talks.command(talks.question(TestNegotiation.newId(), "past")
                .replace("\"title\"", "\"embargo\":\"" + until + "\",\"title\""));
        assertThat(recorded.status()).isEqualTo(400);
        assertThat(recorded.json().at("/errors/0/pointer").asString()).isEqualTo("/embargo");
    }

    /** An embargo until today lasts until the end of today. An earlier version ended it at once. */
    @Test
    void embargoUntilTodayLastsUntilMidnight() {
        LocalDate today;
        List<String> results;
        String demand;
        do {
            today = LocalDate.now(ZoneOffset.UTC);
            demand = TestNegotiation.newId();
            String batch = talks.json(demand, "MakeDemand", "h1-" + demand, """
                            "title":"H1","occurred":"%s","by":"USA","of":"RUS","substance":"secret",\
                            "evidence":{"sources":[{"publisher":"W","title":"T"}]}""".formatted(today))
                    + "\n" + held(TestNegotiation.newId(), demand, today.toString());
            results = one.chief()
                    .post("/api/commands/batch", ApiClient.NDJSON, batch)
                    .body()
                    .lines()
                    .toList();
        } while (!LocalDate.now(ZoneOffset.UTC).equals(today)); // repeated if midnight passed in between

        assertThat(results).hasSize(2).allMatch(result -> result.contains("\"status\":201"));
        runReleasesAt(today + "T23:59:59.999999Z");
        assertThat(releasesOf(demand)).isEmpty();
        runReleasesAt(today.plusDays(1) + "T00:00:00Z");
        assertThat(releasesOf(demand)).hasSize(1);
    }

    @Test
    void dryRunShowsTheEmbargo() {
        Answer answer = one.chief()
                .dryRun(talks.question(TestNegotiation.newId(), "tried")
                        .replace("\"title\"", "\"embargo\":\"2099\",\"title\""));
        assertThat(answer.json().at("/event/held").asBoolean()).isTrue();
        assertThat(answer.json().at("/event/heldUntil").asString()).isEqualTo("2099");
        assertThat(answer.json().at("/event/data/embargo").asString()).isEqualTo("2099");
        assertThat(answer.json().at("/after/held").asBoolean()).isTrue();
        Answer plain = one.chief().dryRun(talks.question(TestNegotiation.newId(), "tried"));
        assertThat(plain.json().path("event").has("held")).isFalse();
        assertThat(plain.json().at("/after/possible").asBoolean(true)).isFalse();
    }

    @Test
    void editorImposesAndChiefReleases() {
        TestNegotiation editors = talks.by(one.editor());
        String id = TestNegotiation.newId();
        editors.accepted(editors.question(id, "q-" + id).replace("\"title\"", "\"embargo\":true,\"title\""));
        assertThat(editors.command(release(id)).status()).isEqualTo(403);
        assertThat(editors.command(held(TestNegotiation.newId(), id, "2099")).status())
                .isEqualTo(403);
        talks.accepted(release(id));
    }
}

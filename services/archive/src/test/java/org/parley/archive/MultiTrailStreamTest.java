package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.archive.SseReader.SseEvent;
import org.parley.contract.PublishedEvent;
import org.parley.testkit.TestLedger;

/** The stream of all trails, with more negotiations than an id has room for. */
class MultiTrailStreamTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final int MANY = 120;

    private static final ArchiveFixture archive = AlaskaStory.archive();
    private static final List<TestLedger> ledgers = new ArrayList<>();

    @BeforeAll
    static void open() {
        List<PublishedEvent> all = new ArrayList<>();
        for (int n = 0; n < MANY; n++) {
            TestLedger ledger = open("many-%03d".formatted(n));
            ledgers.add(ledger);
            all.addAll(ledger.published());
        }
        archive.publish(all);
        for (TestLedger ledger : ledgers) {
            archive.publishAndWait(ledger.published().subList(1, 2));
        }
    }

    private static TestLedger open(String negotiation) {
        TestLedger ledger = new TestLedger(negotiation, "2025-08-12T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Talks','occurred':'2025-08-10'}");
        ledger.log("USA", "{'command':'AdmitParty','party':'USA','name':'USA','partyKind':'STATE'}");
        return ledger;
    }

    private static PublishedEvent logQuestion(TestLedger ledger, String name) {
        return ledger.log(name, "{'command':'RaiseQuestion','matter':'" + name + "','title':'Q','theme':'SECURITY'}");
    }

    /** Opens a stream; retries while closed streams still count. */
    private static SseReader read(ArchiveFixture from, String question) {
        return await().atMost(TIMEOUT)
                .until(() -> SseReader.open(from.address("/api/stream" + question), Map.of()), reader -> {
                    boolean open = reader.status() != 503;
                    if (!open) {
                        reader.close();
                    }
                    return open;
                });
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(TIMEOUT).until(condition);
    }

    private static String name(SseEvent event) {
        return event.data().path("negotiation").asString() + ":"
                + event.data().path("position").asLong();
    }

    /** Reads all events, disconnecting at random points and resuming at a random archive. */
    private static List<SseEvent> readInParts(String from, int count, List<ArchiveFixture> archives, Random random) {
        List<SseEvent> seen = new ArrayList<>();
        String cursor = from;
        while (seen.size() < count) {
            int take = Math.min(1 + random.nextInt(100), count - seen.size());
            ArchiveFixture one = archives.get(random.nextInt(archives.size()));
            try (SseReader reader = read(one, "?type=NegotiationOpened&type=PartyAdmitted&from=" + cursor)) {
                assertThat(reader.status()).isEqualTo(200);
                until(() -> reader.events().size() >= take);
                for (SseEvent event : reader.events().subList(0, take)) {
                    seen.add(event);
                    cursor = event.id();
                    assertThat(cursor).hasSizeLessThan(200);
                }
            }
        }
        return seen;
    }

    /** The number of openings and admissions in an archive. */
    private static int count(ArchiveFixture of) {
        try (Connection connection = of.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from archive.trail_entry where type in ('NegotiationOpened', 'PartyAdmitted')")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void resumesAtAnyArchiveWithoutLossOrRepeat() {
        try (ArchiveFixture other = archive.sibling()) {
            int count = count(archive);
            until(() -> count(other) == count);
            List<SseEvent> seen = readInParts("any:0", count, List.of(archive, other), new Random(815));
            assertThat(seen)
                    .hasSize(count)
                    .extracting(MultiTrailStreamTest::name)
                    .doesNotHaveDuplicates();
            Map<String, List<Long>> positions = new HashMap<>();
            seen.forEach(event -> positions
                    .computeIfAbsent(event.data().path("negotiation").asString(), any -> new ArrayList<>())
                    .add(event.data().path("position").asLong()));
            positions.forEach(
                    (negotiation, of) -> assertThat(of).as(negotiation).isSorted());
            for (int n = 0; n < MANY; n++) {
                assertThat(positions.get("many-%03d".formatted(n))).containsExactly(1L, 2L);
            }
        }
    }

    @Test
    void filtersByNegotiation() {
        try (SseReader reader = read(archive, "?negotiation=many-001&negotiation=many-002&from=many-001:1")) {
            until(() -> reader.events().size() == 3);
            assertThat(reader.events())
                    .extracting(MultiTrailStreamTest::name)
                    .containsExactlyInAnyOrder("many-001:2", "many-002:1", "many-002:2");
            PublishedEvent next = logQuestion(ledgers.get(2), "later");
            archive.publish(List.of(next));
            until(() -> reader.events().size() == 4);
            assertThat(name(reader.events().getLast())).isEqualTo("many-002:" + next.position());
            String id = reader.events().getLast().id();
            try (SseReader one = read(archive, "?negotiation=many-002&from=" + id)) {
                PublishedEvent after = logQuestion(ledgers.get(2), "later-still");
                archive.publish(List.of(after));
                until(() -> !one.events().isEmpty());
                assertThat(one.events())
                        .extracting(MultiTrailStreamTest::name)
                        .containsExactly("many-002:" + after.position());
            }
        }
    }

    /**
     * An event is missing while later ones arrive. When it arrives, the skipped ones are at offsets that all readers
     * have passed.
     */
    @Test
    void lateEntriesAreNotLostOnResume() {
        TestLedger late = open("late");
        PublishedEvent third = logQuestion(late, "third");
        PublishedEvent fourth = logQuestion(late, "fourth");
        List<PublishedEvent> neighbours = IntStream.range(10, 40)
                .mapToObj(n -> logQuestion(ledgers.get(n), "beside"))
                .toList();
        try (SseReader connected = read(archive, "")) {
            until(() -> !connected.comments().isEmpty());
            archive.publish(List.of(late.published().getFirst(), third, fourth));
            archive.publish(neighbours);
            until(() -> connected.events().size() == 1 + neighbours.size());
            String meanwhile = connected.events().getLast().id();
            assertThat(meanwhile).hasSizeLessThan(200);

            archive.publish(List.of(late.published().get(1)));
            until(() -> connected.events().size() == 4 + neighbours.size());
            List<String> missed = List.of("late:2", "late:3", "late:4");
            assertThat(connected.events().subList(1 + neighbours.size(), 4 + neighbours.size()))
                    .extracting(MultiTrailStreamTest::name)
                    .containsExactlyElementsOf(missed);
            for (int passed = 0; passed <= missed.size(); passed++) {
                String id = passed == 0
                        ? meanwhile
                        : connected.events().get(neighbours.size() + passed).id();
                PublishedEvent end = logQuestion(ledgers.get(50), "end-" + passed);
                archive.publish(List.of(end));
                List<String> expected = new ArrayList<>(missed.subList(passed, missed.size()));
                for (long position = end.position() - passed; position <= end.position(); position++) {
                    expected.add("many-050:" + position);
                }
                try (SseReader resumed = read(archive, "?from=" + id)) {
                    until(() -> resumed.events().stream()
                            .anyMatch(event -> name(event).equals(expected.getLast())));
                    assertThat(resumed.events())
                            .extracting(MultiTrailStreamTest::name)
                            .containsExactlyElementsOf(expected);
                }
            }
        }
    }

    @Test
    void pollingTakesOneStatement() {
        try (SseReader reader = read(archive, "")) {
            until(() -> !reader.comments().isEmpty());
            until(() -> {
                archive.statements().clearLiveFeed();
                until(() -> archive.statements().ofLiveFeed().size() >= 3);
                return archive.statements().ofLiveFeed().stream()
                        .allMatch(statement -> statement.contains("projection_build"));
            });
            archive.statements().clearLiveFeed();
            archive.publish(List.of(logQuestion(ledgers.get(60), "news")));
            until(() -> reader.events().size() == 1);
            assertThat(archive.statements().ofLiveFeed().stream()
                            .filter(statement -> statement.contains("trail_entry")))
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(statement -> statement.contains("unnest("));
        }
    }

    @Test
    void invalidIdIsRefused() {
        for (String wrong : List.of("AAAA", "nonsense", "AQ", "one:1,two", "%20,")) {
            assertThat(archive.get("/api/stream?from=" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }
}

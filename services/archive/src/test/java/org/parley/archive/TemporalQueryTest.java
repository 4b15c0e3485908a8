package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.PublishedEvent;
import org.parley.contract.state.StateJson;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.matter.InvalidCommandException;
import org.parley.domain.state.NegotiationHistory;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/**
 * The states of long histories with late entries, corrections, retractions, disputes and embargoes, at any instants.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemporalQueryTest {
    private static final Instant START = Instant.parse("2025-08-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2025-12-01T00:00:00Z");
    private static final int COMMANDS = 400;
    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'A','title':'R'}]}}";

    private final ArchiveFixture archive = AlaskaStory.archive();

    @BeforeAll
    void start() {
        archive.setTime(NOW);
    }

    @AfterAll
    void stop() {
        archive.setTime(AlaskaStory.NOW);
    }

    private static TestLedger longHistory(String negotiation, Random random) {
        TestLedger ledger = new TestLedger(negotiation, START.toString());
        ledger.log("open", "{'command':'OpenNegotiation','title':'Talks','occurred':'2025-07-01'}");
        for (String party : List.of("USA", "RUS", "UKR")) {
            ledger.log(
                    party,
                    "{'command':'AdmitParty','party':'%1$s','name':'%1$s','partyKind':'STATE'}".formatted(party));
        }
        ledger.log("q", "{'command':'RaiseQuestion','matter':'long','title':'Q','theme':'SECURITY'}");
        List<String> names = new ArrayList<>();
        for (int n = 0; n < COMMANDS; n++) {
            ledger.at(START.plus(Duration.ofHours(5L * (n + 1))).toString());
            String name = "n" + n;
            try {
                ledger.log(name, command(random, names, ledger.now()));
                names.add(name);
            } catch (CommandRefusedException | InvalidCommandException refused) {
                // some commands are refused
            }
        }
        return ledger;
    }

    private static String command(Random random, List<String> names, Instant now) {
        String target = names.isEmpty() ? "q" : names.get(random.nextInt(names.size()));
        Instant day = now.minus(Duration.ofDays(random.nextInt(10) == 0 ? random.nextInt(60) : 0));
        String occurred = day.toString().substring(0, random.nextInt(20) == 0 ? 7 : 10);
        return switch (random.nextInt(24)) {
            case 0, 1 ->
                "{'command':'CorrectDevelopment','target':'#" + target + "','reason':'r','replacement':"
                        + position(random, occurred).replace(EVIDENCE, "}") + "}";
            case 2 -> "{'command':'RetractDevelopment','target':'#" + target + "','reason':'r'}";
            case 3 -> "{'command':'DisputeDevelopment','target':'#" + target + "','reason':'r'}";
            case 4 ->
                "{'command':'HoldDevelopment','target':'#" + target + "','until':'"
                        + now.plus(Duration.ofHours(random.nextInt(200)))
                                .toString()
                                .substring(0, 10) + "'}";
            case 5 ->
                "{'command':'ProposeCeasefire','matter':'c','occurred':'" + occurred
                        + "','by':'USA','consentOf':['RUS']" + EVIDENCE;
            case 6 -> "{'command':'RejectCeasefire','matter':'c','occurred':'" + occurred + "','by':'RUS'" + EVIDENCE;
            case 9 -> "{'command':'ReleaseDevelopment','target':'#" + target + "'}";
            case 10 -> position(random, occurred).replace("{'command'", "{'embargo':true,'command'");
            case 7 -> "{'command':'SuspendTalks','occurred':'" + occurred + "'" + EVIDENCE;
            case 8 -> "{'command':'ResumeTalks','occurred':'" + occurred + "'" + EVIDENCE;
            default -> position(random, occurred);
        };
    }

    private static String position(Random random, String occurred) {
        return "{'command':'StatePosition','matter':'long','occurred':'%s','by':'%s','stance':'%s','summary':'s'"
                        .formatted(
                                occurred,
                                List.of("USA", "RUS", "UKR").get(random.nextInt(3)),
                                List.of("SUPPORTS", "OPPOSES", "CONDITIONAL").get(random.nextInt(3)))
                + EVIDENCE;
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, Boolean.getBoolean("parley.test.long") ? 20 : 3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyStateEqualsFold(long seed) {
        Random random = new Random(seed);
        String negotiation = "talks-" + seed;
        TestLedger ledger = longHistory(negotiation, random);
        List<PublishedEvent> published = ledger.published();
        assertThat(published).hasSizeGreaterThan(COMMANDS / 2);
        publish(published, random);
        for (int n = 0; n < 60; n++) {
            Instant knownAt = random.nextInt(3) == 0 ? NOW : within(random);
            Instant asOf = random.nextInt(3) == 0 ? NOW : within(random);
            JsonNode answer = archive.get("/api/negotiations/" + negotiation + "?asOf=" + asOf + "&knownAt=" + knownAt)
                    .json();
            assertThat(answer.path("contentHash").asString())
                    .as("seed %d, asOf %s, knownAt %s: %s", seed, asOf, knownAt, answer)
                    .isEqualTo(folded(negotiation, published, asOf, knownAt));
        }
        assertThat(archive.get("/api/negotiations/" + negotiation)
                        .json()
                        .path("contentHash")
                        .asString())
                .isEqualTo(folded(negotiation, published, NOW, NOW));
        for (int n = 0; n < 30; n++) {
            ExpectedDiff.assertWorldAxis(archive, negotiation, within(random), within(random), within(random));
            ExpectedDiff.assertKnowledgeAxis(archive, negotiation, within(random), within(random), within(random));
        }
    }

    /** Publishes in batches of random size. */
    private void publish(List<PublishedEvent> events, Random random) {
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(150));
            archive.publishAndWait(events.subList(from, to));
            from = to;
        }
    }

    private static Instant within(Random random) {
        return START.minus(Duration.ofDays(10)).plusSeconds(random.nextInt(110 * 86_400));
    }

    private static String folded(String negotiation, List<PublishedEvent> events, Instant asOf, Instant knownAt) {
        return StateJson.of(NegotiationHistory.of(
                                negotiation,
                                events.stream()
                                        .filter(event -> !event.recordedAt().isAfter(knownAt))
                                        .map(PublishedEvent::entry)
                                        .toList())
                        .state(asOf, knownAt))
                .path("contentHash")
                .asString();
    }

    @Test
    void milestonesAreStoredAndInvalidated() throws Exception {
        Random random = new Random(42);
        archive.publishAndWait(longHistory("talks-42", random).published());
        try (var connection = archive.database().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*), count(dead_from) from archive.state_milestone"
                        + " where negotiation = 'talks-42'")) {
            row.next();
            assertThat(row.getInt(1)).isPositive();
            assertThat(row.getInt(2)).isPositive();
        }
    }
}

package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.contract.PublishedEvent;
import org.parley.contract.state.StateJson;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.SourceAdded;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Source;
import org.parley.domain.history.ActiveEmbargo;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.history.Standing;
import org.parley.domain.matter.InvalidCommandException;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.time.Edtf;
import org.parley.testkit.DedicatedServers;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/** Developments with many editorial events, and matters with many developments. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DedicatedServers
class LongThreadsTest {
    private static final Instant NOW = Instant.parse("2025-12-01T00:00:00Z");
    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'A','title':'R'}]}";
    private static final int MANY = 200;

    private ArchiveFixture archive;

    @BeforeAll
    void start() {
        archive = new ArchiveFixture(NOW);
    }

    @AfterAll
    void stop() {
        archive.close();
    }

    private static TestLedger declaredCeasefire(String negotiation) {
        TestLedger ledger = new TestLedger(negotiation, "2025-08-01T00:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Talks','occurred':'2025-07-01'}");
        for (String party : List.of("RUS", "UKR")) {
            ledger.log(
                    party,
                    "{'command':'AdmitParty','party':'%1$s','name':'%1$s','partyKind':'STATE'}".formatted(party));
        }
        ledger.log("truce", "{'command':'DeclareCeasefire','matter':'c','occurred':'2025-07-02'" + EVIDENCE + "}");
        return ledger;
    }

    private static String violation(String day) {
        return "{'command':'AllegeViolation','matter':'c','occurred':'%s','by':'UKR','against':'RUS'".formatted(day)
                + EVIDENCE + "}";
    }

    private static String retraction(String target) {
        return "{'command':'RetractDevelopment','target':'#%s','reason':'r'}".formatted(target);
    }

    private static String correction(String target, int day) {
        return "{'command':'CorrectDevelopment','target':'#%s','reason':'r','replacement':".formatted(target)
                + "{'command':'DeclareCeasefire','occurred':'2025-07-%02d'}}".formatted(1 + day % 28);
    }

    private static String editorialCommand(Random random, String target) {
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4 -> retraction(target);
            case 5, 6 -> correction(target, random.nextInt(28));
            case 7 -> "{'command':'DisputeDevelopment','target':'#" + target + "','reason':'r'}";
            case 8 -> "{'command':'ResolveDispute','target':'#" + target + "','outcome':'DISMISSED','reason':'r'}";
            case 9 ->
                "{'command':'GradeDevelopment','target':'#" + target + "','grade':'B" + random.nextInt(1, 7) + "'}";
            case 10 ->
                "{'command':'HoldDevelopment','target':'#" + target + "','until':'2025-08-01T0" + random.nextInt(1, 9)
                        + ":00Z'}";
            case 11, 12 -> "{'command':'ReleaseDevelopment','target':'#" + target + "'}";
            default ->
                "{'command':'AddSource','target':'#" + target + "','source':{'publisher':'" + random.nextInt()
                        + "','title':'T'}}";
        };
    }

    /** The command, sometimes under embargo. */
    private static String embargoed(Random random, String command) {
        if (random.nextInt(5) > 0 || command.contains("HoldDevelopment") || command.contains("ReleaseDevelopment")) {
            return command;
        }
        String embargo = random.nextBoolean() ? "true" : "'2025-08-02'";
        return command.substring(0, command.length() - 1) + ",'embargo':" + embargo + "}";
    }

    /** Three developments with many editorial events, most of them about recent entries. */
    private static TestLedger longThread(String negotiation, Random random) {
        TestLedger ledger = declaredCeasefire(negotiation);
        List<String> names = new ArrayList<>(List.of("truce"));
        for (int day = 10; day < 12; day++) {
            names.add("violation " + day);
            ledger.log("violation " + day, violation("2025-07-" + day));
        }
        List<String> contents = new ArrayList<>(names);
        for (int n = 0; names.size() < MANY; n++) {
            String target =
                    switch (random.nextInt(4)) {
                        case 0 -> names.getLast();
                        case 1 -> names.get(random.nextInt(names.size()));
                        default -> contents.get(random.nextInt(contents.size()));
                    };
            try {
                PublishedEvent logged = ledger.log("n" + n, embargoed(random, editorialCommand(random, target)));
                names.add("n" + n);
                if (logged.entry().event() instanceof DevelopmentCorrected) {
                    contents.add("n" + n);
                }
            } catch (CommandRefusedException | InvalidCommandException refused) {
                // some commands are refused
            }
        }
        return ledger;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void statusEqualsFoldAtAnyKnownAt(long seed) {
        Random random = new Random(seed);
        String negotiation = "noted-" + seed;
        List<PublishedEvent> published = longThread(negotiation, random).published();
        int from = 0;
        while (from < published.size()) {
            int to = Math.min(published.size(), from + 1 + random.nextInt(40));
            archive.publishAndWait(published.subList(from, to));
            from = to;
        }
        for (int n = 0; n < 12; n++) {
            Instant knownAt = published.get(random.nextInt(published.size())).recordedAt();
            RecordedHistory known = NegotiationHistory.of(
                            negotiation,
                            published.stream()
                                    .filter(event -> !event.recordedAt().isAfter(knownAt))
                                    .map(PublishedEvent::entry)
                                    .toList())
                    .matters()
                    .stream()
                    .filter(history -> history.address().slug().equals("c"))
                    .findFirst()
                    .orElseGet(() -> new RecordedHistory(published.getLast().subject()));
            List<JsonNode> entries = archive.get(
                            "/api/negotiations/" + negotiation + "/trail?limit=500&kind=ceasefire&knownAt=" + knownAt)
                    .json()
                    .path("entries")
                    .valueStream()
                    .toList();
            assertThat(entries).hasSameSizeAs(known.entries());
            for (int i = 0; i < entries.size(); i++) {
                assertStatus(entries.get(i), known.entries().get(i), known);
            }
            assertThat(positions(negotiation, "standing=DISPUTED&kind=ceasefire&knownAt=" + knownAt))
                    .isEqualTo(
                            positions(entries, entry -> entry.path("disputed").asBoolean()));
            assertThat(positions(negotiation, "standing=HELD&kind=ceasefire&knownAt=" + knownAt))
                    .isEqualTo(positions(entries, entry -> entry.path("held").asBoolean()));
        }
    }

    private List<Long> positions(String negotiation, String question) {
        JsonNode answer = archive.get("/api/negotiations/" + negotiation + "/trail?limit=500&" + question)
                .json();
        return positions(answer.path("entries").valueStream().toList(), entry -> true);
    }

    private static List<Long> positions(List<JsonNode> entries, Predicate<JsonNode> filter) {
        return entries.stream()
                .filter(filter)
                .map(entry -> entry.path("position").asLong())
                .toList();
    }

    @Test
    void correctedEntryIsAlsoFoundAsDisputed() {
        TestLedger ledger = declaredCeasefire("disputed-beside");
        String violation =
                ledger.log("violation", violation("2025-07-10")).developmentId().toString();
        ledger.log(
                "correction",
                "{'command':'CorrectDevelopment','target':'#violation','reason':'r','replacement':"
                        + "{'command':'AllegeViolation','occurred':'2025-07-11','by':'UKR','against':'RUS'}}");
        for (String dispute : List.of("one", "other")) {
            ledger.log(dispute, "{'command':'DisputeDevelopment','target':'#violation','reason':'r'}");
        }
        archive.publishAndWait(ledger.published());

        JsonNode development = archive.get("/api/developments/" + violation).json();
        assertThat(development.path("standing").asString()).isEqualTo("CORRECTED");
        assertThat(development.path("disputed").asBoolean()).isTrue();
        assertThat(development.path("openDisputes").valueStream().map(JsonNode::asString))
                .containsExactly(
                        TestLedger.id("disputed-besideone").toString(),
                        TestLedger.id("disputed-besideother").toString());
        long position = development.path("position").asLong();
        assertThat(positions("disputed-beside", "standing=DISPUTED")).containsExactly(position);
        assertThat(positions("disputed-beside", "standing=CORRECTED")).containsExactly(position);
        JsonNode counts = archive.get("/api/negotiations/disputed-beside/trail/facets")
                .json()
                .at("/facets/standing");
        assertThat(counts.findValuesAsString("value")).contains("CORRECTED", "DISPUTED");
    }

    private static void assertStatus(JsonNode shown, LedgerEntry entry, RecordedHistory known) {
        UUID id = entry.developmentId();
        Standing standing = known.standing(id);
        assertThat(shown.path("standing").asString()).as(shown.toString()).isEqualTo(standing.name());
        assertThat(shown.path("disputed").asBoolean()).as(shown.toString()).isEqualTo(known.isDisputed(id));
        assertThat(shown.path("held").asBoolean(false))
                .isEqualTo(known.embargo(id).isPresent());
        assertThat(shown.path("heldUntil").asString(""))
                .isEqualTo(known.embargo(id)
                        .map(ActiveEmbargo::until)
                        .map(Edtf::text)
                        .orElse(""));
        boolean first = known.developmentOf(id).equals(Optional.of(id));
        String correction = known.correctionOf(id).map(UUID::toString).orElse("");
        assertThat(shown.path("correctedBy").asString(""))
                .isEqualTo(first || standing == Standing.CORRECTED ? correction : "");
        List<String> publishers = new ArrayList<>(recorded(entry).stream()
                .flatMap(evidence -> evidence.sources().stream())
                .map(Source::publisher)
                .toList());
        for (LedgerEntry other : known.entries()) {
            if (other.event() instanceof SourceAdded added
                    && added.target().equals(id)
                    && known.standing(other.developmentId()) != Standing.RETRACTED) {
                publishers.add(added.source().publisher());
            }
        }
        assertThat(shown.path("evidence").path("sources").findValuesAsString("publisher"))
                .isEqualTo(publishers);
    }

    private static Optional<Evidence> recorded(LedgerEntry entry) {
        return Optional.ofNullable(
                entry.event() instanceof DevelopmentCorrected correction
                        ? correction.replacement().evidence()
                        : entry.event() instanceof EditorialEvent
                                ? null
                                : entry.development().evidence());
    }

    /** The number of rows that these commands add to the tables. */
    private long rows(String negotiation, int count, IntFunction<String> command) throws SQLException {
        TestLedger ledger = declaredCeasefire(negotiation);
        for (int i = 0; i < count; i++) {
            ledger.log("n" + i, command.apply(i));
        }
        archive.publishAndWait(ledger.published());
        return count("select count(*) from archive.trail_standing where negotiation = '%s'", negotiation)
                + count("select count(*) from archive.state_milestone where negotiation = '%s'", negotiation);
    }

    private long count(String sql, String negotiation) throws SQLException {
        try (var connection = archive.database().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql.formatted(negotiation))) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void retractionChainNeedsFewRows() throws SQLException {
        long rows = rows("chain", MANY, i -> retraction(i == 0 ? "truce" : "n" + (i - 1)));

        assertThat(rows).isBetween((long) MANY, 4L * MANY);
        JsonNode entries = archive.get("/api/negotiations/chain/trail?limit=500&kind=ceasefire")
                .json()
                .path("entries");
        assertThat(entries.path(0).path("standing").asString()).isEqualTo("EFFECTIVE");
        for (int i = 1; i <= MANY; i++) {
            assertThat(entries.path(i).path("standing").asString())
                    .isEqualTo((MANY - i) % 2 == 0 ? "EFFECTIVE" : "RETRACTED");
        }
        assertThat(entries.path(MANY).path("summary").asString()).hasSizeLessThan(1_000);
        assertThat(archive.get("/api/negotiations/chain/trail?kind=ceasefire&standing=RETRACTED&limit=500")
                        .json()
                        .path("entries"))
                .hasSize(MANY / 2);
    }

    @Test
    void manyCorrectionsNeedFewRows() throws SQLException {
        long rows = rows("corrected", MANY, i -> correction("truce", i));

        assertThat(rows).isBetween((long) MANY, 5L * MANY);
        JsonNode entries = archive.get("/api/negotiations/corrected/trail?limit=500&kind=ceasefire")
                .json()
                .path("entries");
        String last = TestLedger.id("corrected" + "n" + (MANY - 1)).toString();
        assertThat(entries.path(0).path("correctedBy").asString()).isEqualTo(last);
        assertThat(entries.path(1).path("correctedBy").asString()).isEqualTo(last);
        assertThat(entries.path(MANY).path("standing").asString()).isEqualTo("EFFECTIVE");
        assertThat(entries.path(MANY).has("correctedBy")).isFalse();
    }

    @Test
    void gradesInvalidateNoMilestone() throws SQLException {
        String day = "2025-07-%02d";
        long without = rows("quiet", MANY, i -> violation(day.formatted(3 + i / 10)));
        long with = rows(
                "graded",
                2 * MANY,
                i -> i < MANY
                        ? violation(day.formatted(3 + i / 10))
                        : "{'command':'GradeDevelopment','target':'#n3','grade':'B" + (1 + i % 6) + "'}");

        assertThat(with - without).isBetween((long) MANY, 2L * MANY);
        assertThat(count(
                        "select count(*) from archive.state_milestone where negotiation = '%s' and dead_from is not null",
                        "graded"))
                .isZero();
    }

    @Test
    void longHistoryHasPages() {
        TestLedger ledger = declaredCeasefire("paged");
        for (int i = 0; i < 30; i++) {
            ledger.log("n" + i, violation("2025-07-%02d".formatted(30 - i % 20)));
        }
        archive.publishAndWait(ledger.published());
        String path = "/api/negotiations/paged/matters/ceasefire/c";
        JsonNode whole = archive.get(path).json();
        assertThat(whole.path("history")).hasSize(31);
        assertThat(whole.path("historyCount").asInt()).isEqualTo(31);
        assertThat(whole.path("next").isNull()).isTrue();
        assertThat(whole.path("detail").path("violations")).hasSize(20);
        assertThat(whole.path("detail").path("violationsCount").asInt()).isEqualTo(30);
        assertThat(archive.get("/api/negotiations/paged")
                        .json()
                        .path("contentHash")
                        .asString())
                .isEqualTo(StateJson.of(ledger.history().state(NOW, NOW))
                        .path("contentHash")
                        .asString());

        List<String> paged = new ArrayList<>();
        Response page = archive.get(path + "?limit=12");
        ledger.log("later", violation("2025-07-05"));
        archive.publishAndWait(ledger.published()
                .subList(ledger.published().size() - 1, ledger.published().size()));
        int pages = 1;
        while (true) {
            paged.addAll(page.json().path("history").findValuesAsString("developmentId"));
            Optional<String> next = page.response().headers().allValues("Link").stream()
                    .filter(link -> link.endsWith("rel=\"next\""))
                    .findFirst();
            assertThat(next.isPresent()).isEqualTo(!page.json().path("next").isNull());
            if (next.isEmpty()) {
                break;
            }
            page = archive.get(next.get().substring(1, next.get().indexOf('>')));
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(paged).isEqualTo(whole.path("history").findValuesAsString("developmentId"));
        assertThat(archive.get(path + "?limit=0").status()).isEqualTo(400);
        assertThat(archive.get(path + "?after=x").status()).isEqualTo(400);
        assertThat(archive.get(path + "?after=" + new UUID(0, 1)).status()).isEqualTo(404);
        assertThat(archive.get(path + "?after="
                                + whole.path("history")
                                        .path(30)
                                        .path("developmentId")
                                        .asString())
                        .json()
                        .path("history"))
                .isEmpty();
    }

    /** The tables of the former version have no columns for chains, and answer during a rebuild. */
    @Test
    void formerTablesAnswer() throws SQLException {
        TestLedger ledger = declaredCeasefire("former");
        ledger.log("corrected", correction("truce", 4));
        ledger.log("retracted", retraction("corrected"));
        archive.publishAndWait(ledger.published());
        String question = "/api/negotiations/former/trail?standing=RETRACTED";
        JsonNode before = archive.get(question).json();
        assertThat(before.path("entries")).hasSize(1);
        renameColumns("chain_top", "was_top", "opposite", "was_opposite");
        try {
            assertThat(archive.get(question).json()).isEqualTo(before);
            assertThat(archive.get("/api/negotiations/former/trail/facets").status())
                    .isEqualTo(200);
        } finally {
            renameColumns("was_top", "chain_top", "was_opposite", "opposite");
        }
        assertThat(archive.get(question).json()).isEqualTo(before);
    }

    private void renameColumns(String top, String topNow, String opposite, String oppositeNow) throws SQLException {
        try (var connection = archive.database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare build text; begin
                    select table_schema into build from information_schema.columns
                    where table_name = 'trail_standing' and column_name = '%1$s' and table_schema <> 'archive';
                    drop view archive.trail_standing;
                    execute format('alter table %%I.trail_standing rename column %1$s to %2$s', build);
                    execute format('alter table %%I.trail_standing rename column %3$s to %4$s', build);
                    execute format('create view archive.trail_standing as select * from %%I.trail_standing', build);
                    end $$""".formatted(top, topNow, opposite, oppositeNow));
        }
    }
}

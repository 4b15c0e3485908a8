package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.archive.ArchiveFixture.encoded;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.state.EntrySentence;
import org.parley.domain.state.NegotiationHistory;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/** The names of parties and matters in all answers, as known at any instant. */
class NameSearchTest {
    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'W','title':'T'}]}}";

    private final ArchiveFixture archive = AlaskaStory.archive();

    private static String path(String negotiation) {
        return "/api/negotiations/" + negotiation;
    }

    private List<JsonNode> entries(String negotiation, String question) {
        List<JsonNode> entries = new ArrayList<>();
        JsonNode page =
                archive.get(path(negotiation) + "/trail?limit=500" + question).json();
        page.path("entries").forEach(entries::add);
        return entries;
    }

    private List<String> summaries(String negotiation, String question) {
        return entries(negotiation, question).stream()
                .map(entry -> entry.path("summary").asString())
                .toList();
    }

    private List<Long> found(String negotiation, String words, String question) {
        return entries(negotiation, "&q=" + encoded(words) + question).stream()
                .map(entry -> entry.path("position").asLong())
                .toList();
    }

    private static String instant(TestLedger ledger, int position) {
        return PublishedEvent.time(ledger.published().get(position - 1).recordedAt());
    }

    /** The sentence of a delivery compares it with the commitment and all known deliveries. */
    @Test
    void deliveryIsComparedWithCommitment() throws IOException {
        String negotiation = "swap-" + UUID.randomUUID().toString().substring(0, 8);
        TestLedger ledger = new TestLedger(negotiation, "2025-08-20T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Swap'}");
        ledger.log("usa", "{'command':'AdmitParty','party':'USA','name':'United States','partyKind':'STATE'}");
        ledger.log("rus", "{'command':'AdmitParty','party':'RUS','name':'Russia','partyKind':'STATE'}");
        ledger.log(
                "signed",
                "{'command':'SignBilateralAgreement','matter':'swap','title':'Exchange','occurred':'2025-08-16',"
                        + "'between':['RUS','USA']" + EVIDENCE);
        ledger.log(
                "promise",
                "{'command':'UndertakeCommitment','matter':'swap','occurred':'2025-08-16','commitment':'release','by':'RUS',"
                        + "'what':'release prisoners','quantity':1000,'unit':'people'" + EVIDENCE);
        ledger.log(
                "late",
                "{'command':'ReportDelivery','matter':'swap','occurred':'2025-08-19','commitment':'release','quantity':693"
                        + EVIDENCE);
        ledger.log(
                "early",
                "{'command':'ReportDelivery','matter':'swap','occurred':'2025-08-18','commitment':'release','quantity':307"
                        + EVIDENCE);
        archive.publishAndWait(ledger.published());

        assertThat(summaries(negotiation, "&type=CommitmentDelivered"))
                .satisfiesExactly(
                        late -> assertThat(late).endsWith("1,000 of 1,000 so far, all that was promised."),
                        early -> assertThat(early).endsWith("307 of 1,000 so far, part of what was promised."));
        assertThat(summaries(negotiation, "&type=CommitmentDelivered&knownAt=" + instant(ledger, 6)))
                .singleElement()
                .asString()
                .endsWith("693 of 1,000 so far, part of what was promised.");
    }

    /** Regression: a name with a typo, corrected before anything happened. */
    @Test
    void correctedNameReplacesTypoExceptBeforeCorrection() throws IOException {
        String negotiation = "names-" + UUID.randomUUID().toString().substring(0, 8);
        TestLedger ledger = new TestLedger(negotiation, "2025-08-20T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Names'}");
        ledger.log("usa", "{'command':'AdmitParty','party':'USA','name':'Untied States','partyKind':'STATE'}");
        ledger.log("rus", "{'command':'AdmitParty','party':'RUS','name':'Russia','partyKind':'STATE'}");
        ledger.at("2025-08-21T08:00:00Z").log(
                "d1",
                "{'command':'MakeDemand','matter':'d1','title':'D1','occurred':'2025-08-20','by':'USA','of':'RUS',"
                        + "'substance':'s'" + EVIDENCE);
        ledger.log(
                "correction",
                "{'command':'CorrectDevelopment','target':'#usa','reason':'typo','replacement':"
                        + "{'command':'AdmitParty','party':'USA','name':'United States','partyKind':'STATE'}}");
        ledger.log(
                "d2",
                "{'command':'MakeDemand','matter':'d2','title':'D2','occurred':'2025-08-21','by':'USA','of':'RUS',"
                        + "'substance':'s'" + EVIDENCE);
        archive.publishAndWait(ledger.published());
        String before = "&knownAt=" + instant(ledger, 4);

        assertThat(summaries(negotiation, ""))
                .hasSize(6)
                .noneMatch(summary -> summary.contains("Untied"))
                .filteredOn(summary -> summary.contains("United States"))
                .hasSize(4);
        assertThat(summaries(negotiation, before))
                .hasSize(4)
                .filteredOn(summary -> summary.contains("Untied States"))
                .hasSize(2);
        assertThat(found(negotiation, "Untied", "")).isEmpty();
        assertThat(found(negotiation, "united", "")).containsExactly(2L, 4L, 5L, 6L);
        assertThat(found(negotiation, "untied", before)).containsExactly(2L, 4L);
        assertThat(found(negotiation, "united", before)).isEmpty();
        assertThat(archive.get(path(negotiation) + "/matters/demand/d1")
                        .json()
                        .at("/history/0/summary")
                        .asString())
                .contains("United States");
        assertThat(archive.get(path(negotiation) + "/matters/demand/d1?" + before.substring(1))
                        .json()
                        .at("/history/0/summary")
                        .asString())
                .contains("Untied States");
        assertThat(archive.get(path(negotiation)).body())
                .contains("United States")
                .doesNotContain("Untied");
        assertThat(archive.get(path(negotiation) + "?" + before.substring(1)).body())
                .contains("Untied States");
        JsonNode facets = archive.get(path(negotiation) + "/trail/facets").json();
        assertThat(facets.at("/facets/party").toString())
                .contains("United States")
                .doesNotContain("Untied");
        String id = ledger.published().get(3).developmentId().toString();
        assertThat(archive.get("/api/developments/" + id).json().path("summary").asString())
                .contains("United States");
        String csv = archive.get(path(negotiation) + "/export?format=csv").body();
        assertThat(CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(csv))
                        .getRecords()
                        .get(3)
                        .get("summary"))
                .contains("United States");
        String stream = "/api/stream?negotiation=" + negotiation + "&from=" + negotiation + ":0";
        try (SseReader reader = SseReader.open(archive.address(stream), Map.of())) {
            await().atMost(Duration.ofMinutes(3)).until(() -> reader.events().size() == 6);
            assertThat(reader.events().get(3).data().path("summary").asString()).contains("United States");
        }
    }

    @Test
    void searchFindsNamesInSentences() {
        String negotiation = "search-" + UUID.randomUUID().toString().substring(0, 8);
        TestLedger ledger = new TestLedger(negotiation, "2025-08-20T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Straits'}");
        ledger.log("tur", "{'command':'AdmitParty','party':'TUR','name':'Turkey','partyKind':'STATE'}");
        ledger.log("rus", "{'command':'AdmitParty','party':'RUS','name':'the Russian Federation','partyKind':'STATE'}");
        ledger.log(
                "rename",
                "{'command':'AdmitParty','party':'TUR','name':'Türkiye','partyKind':'STATE','occurred':'2022-06-02'"
                        + EVIDENCE);
        ledger.log("before", demand("straits", "'title':'The Straits',", "2021-05-01"));
        ledger.log("after", demand("straits", "", "2023-05-01"));
        ledger.log("other", demand("grain", "'title':'The grian deal',", "2023-06-01"));
        ledger.log(
                "titled",
                "{'command':'CorrectDevelopment','target':'#other','reason':'typo','replacement':"
                        + demand("", "'title':'The grain deal',", "2023-06-01").replace(EVIDENCE, "}") + "}");
        archive.publishAndWait(ledger.published());

        assertThat(found(negotiation, "turkey", "")).containsExactly(2L, 5L);
        assertThat(found(negotiation, "türk", "")).containsExactly(4L, 6L, 7L, 8L);
        assertThat(found(negotiation, "turkey or türkiye", "")).containsExactly(2L, 4L, 5L, 6L, 7L, 8L);
        assertThat(found(negotiation, "türkiye -grain", "")).containsExactly(4L, 6L);
        assertThat(found(negotiation, "\"türkiye demanded of the russian federation\"", ""))
                .containsExactly(6L, 7L, 8L);
        assertThat(found(negotiation, "\"turkey demanded\"", "")).containsExactly(5L);
        assertThat(found(negotiation, "\"russian federation\" demanded grain", ""))
                .containsExactly(7L, 8L);
        assertThat(found(negotiation, "grian", "")).isEmpty();
        assertThat(found(negotiation, "grian", "&knownAt=" + instant(ledger, 7)))
                .containsExactly(7L);
        assertThat(archive.get(path(negotiation) + "/trail/facets?q=t%C3%BCrkiye")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void whatHasNoTitleIsFoundByItsSlug() {
        String negotiation = "untitled-" + UUID.randomUUID().toString().substring(0, 8);
        TestLedger ledger = new TestLedger(negotiation, "2025-08-20T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Straits'}");
        ledger.log("tur", "{'command':'AdmitParty','party':'TUR','name':'Turkey','partyKind':'STATE'}");
        ledger.log("rus", "{'command':'AdmitParty','party':'RUS','name':'Russia','partyKind':'STATE'}");
        ledger.log("first", demand("grain-corridor", "", "2021-05-01"));
        ledger.log("second", demand("grain-corridor", "", "2021-05-02"));
        archive.publishAndWait(ledger.published());
        assertThat(found(negotiation, "grain-corridor", "")).containsExactly(4L, 5L);
        assertThat(found(negotiation, "corridor", "")).containsExactly(4L, 5L);

        ledger.log("third", demand("grain-corridor", "'title':'Wheat',", "2021-05-03"));
        archive.publishAndWait(ledger.published().subList(5, 6));
        assertThat(found(negotiation, "corridor", "")).isEmpty();
        assertThat(found(negotiation, "wheat", "")).containsExactly(4L, 5L, 6L);
        assertThat(found(negotiation, "corridor", "&knownAt=" + instant(ledger, 5)))
                .containsExactly(4L, 5L);
    }

    @Test
    void anAdmissionCorrectedToAnotherPartyIsFoundByTheNameItRecorded() {
        String negotiation = "admitted-" + UUID.randomUUID().toString().substring(0, 8);
        TestLedger ledger = new TestLedger(negotiation, "2025-08-20T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Straits'}");
        ledger.log("rus", "{'command':'AdmitParty','party':'RUS','name':'Russia','partyKind':'STATE'}");
        ledger.log("tur", "{'command':'AdmitParty','party':'TUR','name':'Turkey','partyKind':'STATE'}");
        ledger.log("demand", demand("straits", "'title':'The Straits',", "2021-05-01"));
        ledger.log(
                "correction",
                "{'command':'CorrectDevelopment','target':'#rus','reason':'another party','replacement':"
                        + "{'command':'AdmitParty','party':'BLR','name':'Belarus','partyKind':'STATE'}}");
        archive.publishAndWait(ledger.published());

        assertThat(summaries(negotiation, "").get(1)).startsWith("Russia was entered as a party to “Straits”");
        assertThat(found(negotiation, "russia", "")).containsExactly(2L, 5L);
        assertThat(found(negotiation, "belarus", "")).containsExactly(5L);
        assertThat(found(negotiation, "rus demanded", "")).containsExactly(4L);
        assertThat(summaries(negotiation, "&q=" + encoded("demanded")))
                .singleElement()
                .asString()
                .contains("RUS");
        assertThat(archive.get(path(negotiation))
                        .json()
                        .path("parties")
                        .valueStream()
                        .map(party -> party.path("party").asString()))
                .contains("RUS", "BLR", "TUR");
    }

    private static String demand(String matter, String title, String occurred) {
        return "{'command':'MakeDemand'," + (matter.isEmpty() ? "" : "'matter':'" + matter + "',") + title
                + "'occurred':'" + occurred + "','by':'TUR','of':'RUS','substance':'passage'" + EVIDENCE;
    }

    @Test
    void sentencesEqualFoldAtAnyKnownAt() {
        Random random = new Random(20250820);
        String negotiation = "random-" + UUID.randomUUID().toString().substring(0, 8);
        TestLedger ledger = new TestLedger(negotiation, "2025-08-20T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Random','occurred':'2025-01-01'}");
        for (int i = 0; i < 90; i++) {
            try {
                ledger.log("e" + i, any(random, ledger));
            } catch (CommandRefusedException ignored) {
                continue; // some commands are refused
            }
        }
        archive.publishAndWait(ledger.published());
        int size = ledger.published().size();
        assertThat(size).isGreaterThan(50);

        for (int known : random.ints(6, 1, size).toArray()) {
            requireFold(ledger, negotiation, known, "&knownAt=" + instant(ledger, known));
        }
        requireFold(ledger, negotiation, size, "");
    }

    private void requireFold(TestLedger ledger, String negotiation, int known, String question) {
        NegotiationHistory fold = new NegotiationHistory(negotiation);
        ledger.published().subList(0, known).forEach(event -> fold.record(event.entry()));
        assertThat(summaries(negotiation, question))
                .as(question)
                .isEqualTo(ledger.published().subList(0, known).stream()
                        .map(event -> EntrySentence.of(fold, event.entry()))
                        .toList());
        List<String> parties = new ArrayList<>();
        fold.state(Instant.MAX, ledger.now()).parties().forEach(party -> parties.add(party.name()));
        List<String> shown = new ArrayList<>();
        archive.get(path(negotiation) + "?" + question)
                .json()
                .path("parties")
                .forEach(party -> shown.add(party.path("name").asString()));
        assertThat(shown).isEqualTo(parties);
    }

    private static String any(Random random, TestLedger ledger) {
        String party = random.nextBoolean() ? "AA" : "BB";
        String date = "'occurred':'2025-01-" + (10 + random.nextInt(20)) + "'";
        String admission = "{'command':'AdmitParty','party':'" + party + "','name':'Name " + random.nextInt(20)
                + "','partyKind':'STATE'" + (random.nextBoolean() ? "" : "," + date);
        String demand = "{'command':'MakeDemand','by':'" + party + "','of':'AA','substance':'s'," + date
                + (random.nextBoolean() ? "" : ",'title':'Title " + random.nextInt(20) + "'");
        int size = ledger.published().size();
        PublishedEvent target = ledger.published().get(random.nextInt(size));
        return switch (random.nextInt(6)) {
            case 0, 1 -> admission + EVIDENCE;
            case 2, 3 -> demand + ",'matter':'m" + random.nextInt(3) + "'" + EVIDENCE;
            case 4 ->
                "{'command':'CorrectDevelopment','reason':'wrong','target':'" + target.developmentId()
                        + "','replacement':" + (target.subject().kind().slug().equals("demand") ? demand : admission)
                        + "}}";
            default -> "{'command':'RetractDevelopment','reason':'wrong','target':'" + target.developmentId() + "'}";
        };
    }

    @Test
    void slugReplacesMissingTitle() {
        assertThat(archive.get(path(AlaskaStory.NEGOTIATION) + "/trail/facets")
                        .json()
                        .at("/facets/matter")
                        .toString())
                .contains("\"Alaska ceasefire\"", "\"backstop\"");
    }
}

package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.archive.ArchiveFixture.encoded;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/** What somebody types finds matters, parties and entries, as known at any instant. */
class FindQueryTest {
    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'W','title':'T'}]}}";

    private final ArchiveFixture archive = AlaskaStory.archive();
    private final String negotiation = "find-" + UUID.randomUUID().toString().substring(0, 8);
    private final TestLedger ledger = new TestLedger(negotiation, "2025-08-20T09:00:00Z");

    @BeforeEach
    void record() {
        ledger.log("open", "{'command':'OpenNegotiation','title':'Straits'}");
        ledger.log("rus", "{'command':'AdmitParty','party':'RUS','name':'Russia','partyKind':'STATE'}");
        ledger.log(
                "turkey",
                "{'command':'AdmitParty','party':'TUR','name':'Turkey','partyKind':'STATE','occurred':'2019-01-01'"
                        + EVIDENCE);
        ledger.log(
                "named",
                "{'command':'AdmitParty','party':'TUR','name':'Türkiye','partyKind':'STATE','occurred':'2022-06-02'"
                        + EVIDENCE);
        ledger.log("grain", demand("corridor", "'title':'Grain through the Bosporus',", "2021-05-01", "safe passage"));
        ledger.log("untitled", demand("mine-clearance-2", "", "2021-05-02", "sweepers"));
        ledger.log("renamed", demand("corridor", "'title':'The Black Sea initiative',", "2023-05-01", "inspections"));
        ledger.log(
                "vote",
                "{'command':'CallVote','matter':'assembly','title':'The assembly','occurred':'2023-06-01',"
                        + "'body':'RUS','about':['ceasefire/easter-truce']" + EVIDENCE);
        archive.publishAndWait(ledger.published());
    }

    private static String demand(String matter, String title, String date, String substance) {
        return "{'command':'MakeDemand','matter':'" + matter + "'," + title + "'occurred':'" + date
                + "','by':'TUR','of':'RUS','substance':'" + substance + "'" + EVIDENCE;
    }

    private JsonNode find(String typed, String question) {
        return archive.get("/api/negotiations/" + negotiation + "/find?q=" + encoded(typed) + question)
                .json();
    }

    private List<String> matters(String typed, String question) {
        return texts(find(typed, question).path("matters"), "matter");
    }

    private List<String> parties(String typed, String question) {
        return texts(find(typed, question).path("parties"), "party");
    }

    private List<Long> entries(String typed, String question) {
        return find(typed, question)
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("position").asLong())
                .toList();
    }

    private List<Long> trail(String typed, String question) {
        return archive.get("/api/negotiations/" + negotiation + "/trail?q=" + encoded(typed) + question)
                .json()
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("position").asLong())
                .toList();
    }

    private static List<String> texts(JsonNode array, String field) {
        return array.valueStream().map(each -> each.path(field).asString()).toList();
    }

    private String recorded(int position) {
        return "&knownAt="
                + PublishedEvent.time(ledger.published().get(position - 1).recordedAt());
    }

    @Test
    void findsMattersByTitleFormerTitleSlugAndTypo() {
        assertThat(matters("black sea", "")).containsExactly("corridor");
        assertThat(find("bosporus grain", "").at("/matters/0/formerly").asString())
                .isEqualTo("Grain through the Bosporus");
        assertThat(find("bosporus grain", "").at("/matters/0/title").asString()).isEqualTo("The Black Sea initiative");
        assertThat(matters("corridor", "")).containsExactly("corridor");
        assertThat(matters("initiatve", "")).containsExactly("corridor");
        assertThat(matters("initiative blcak", "")).containsExactly("corridor");
        assertThat(matters("mine clearance", "")).containsExactly("mine-clearance-2");
        assertThat(matters("bosporus helicopter", "")).isEmpty();
        assertThat(find("initiatve", "").at("/similar/0").toString())
                .isEqualTo("{\"word\":\"initiatve\",\"like\":[\"initiative\"]}");
        assertThat(find("black sea", "").at("/matters/0/status").asString()).isEqualTo("STANDING");
    }

    @Test
    void findsPartiesByTheirNamesOverTime() {
        assertThat(parties("turkiye", "")).containsExactly("TUR");
        assertThat(parties("TUR", "")).containsExactly("TUR");
        assertThat(find("turkey", "").path("parties").toString())
                .isEqualTo("[{\"party\":\"TUR\",\"name\":\"Türkiye\",\"formerly\":\"Turkey\"}]");
        assertThat(parties("rusia", "")).containsExactly("RUS");
        assertThat(parties("rus", "")).containsExactly("RUS");
    }

    @Test
    void findsNothingThatWasNotYetKnownOrNotYetSo() {
        assertThat(find("turkiye", recorded(3)).path("parties").toString())
                .isEqualTo("[{\"party\":\"TUR\",\"name\":\"Turkey\"}]");
        assertThat(find("turkiye", recorded(3)).at("/similar/0/like/0").asString())
                .isEqualTo("turkey");
        assertThat(parties("turkey", recorded(3))).containsExactly("TUR");
        assertThat(parties("turkiye", "&asOf=2021-12-31")).isEmpty();
        assertThat(parties("turkey", "&asOf=2018")).isEmpty();
        assertThat(matters("black sea", recorded(6))).isEmpty();
        assertThat(matters("grain", recorded(6))).containsExactly("corridor");
        assertThat(matters("black sea", "&asOf=2022")).isEmpty();
        assertThat(matters("assembly", "&asOf=2022")).isEmpty();
        assertThat(entries("inspections", recorded(6))).isEmpty();
        assertThat(entries("inspectoins", recorded(6))).isEmpty();
        assertThat(entries("inspections", "&asOf=2022")).isEmpty();
    }

    @Test
    void findsEntriesByWordsWithTyposNewestFirst() {
        assertThat(entries("safe pasage", "")).containsExactly(5L);
        assertThat(entries("turkey demnaded", "")).containsExactly(6L, 5L);
        assertThat(entries("inspect", "")).containsExactly(7L);
        assertThat(entries("sweepers or inspectoins", "")).containsExactly(7L, 6L);
        JsonNode limited = find("demanded", "&limit=2");
        assertThat(limited.path("entries").size()).isEqualTo(2);
        assertThat(limited.at("/more/entries").asBoolean()).isTrue();
        assertThat(limited.at("/more/matters").asBoolean()).isFalse();
        assertThat(find("", "").path("entries").isEmpty()).isTrue();
    }

    @Test
    void theTrailToleratesTyposWhereItIsAskedTo() {
        assertThat(trail("safe pasage", "")).isEmpty();
        assertThat(trail("safe pasage", "&similar=true")).containsExactly(5L);
        assertThat(trail("-safe pasage", "&similar=true")).isEmpty();
        String path = "/api/negotiations/" + negotiation + "/trail";
        assertThat(archive.get(path + "?similar=true&q=pasage")
                        .json()
                        .path("similar")
                        .toString())
                .isEqualTo("[{\"word\":\"pasage\",\"like\":[\"passage\"]}]");
        assertThat(archive.get(path + "/facets?similar=true&q=pasage")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(archive.get(path + "?similar=true&q=passages")
                        .json()
                        .path("similar")
                        .isEmpty())
                .isTrue();
        assertThat(archive.get(path + "?similar=perhaps").status()).isEqualTo(400);
    }

    @Test
    void findsTheSlugByWhichASentenceNamesAMatter() {
        assertThat(trail("mine-clearance-2", "")).containsExactly(6L);
        assertThat(trail("clearance 2", "")).containsExactly(6L);
    }

    private List<String> negotiations(String question) {
        return texts(archive.get("/api/negotiations?" + question).json().path("negotiations"), "negotiation");
    }

    @Test
    void findsNegotiationsByTheirNames() {
        String code = negotiation.substring("find-".length());
        assertThat(negotiations("q=" + encoded("straits " + code))).containsExactly(negotiation);
        assertThat(negotiations("q=" + encoded("strait find " + code))).containsExactly(negotiation);
        assertThat(negotiations("q=" + encoded("starits " + code))).containsExactly(negotiation);
        assertThat(negotiations("q=" + encoded(code + " helicopter"))).isEmpty();
        assertThat(negotiations("knownAt=2020&q=" + code)).isEmpty();
        JsonNode row = archive.get("/api/negotiations?q=" + code).json().at("/negotiations/0");
        assertThat(row.path("partyCount").asInt()).isEqualTo(2);
        assertThat(row.at("/parties/0").toString()).isEqualTo("{\"party\":\"RUS\",\"name\":\"Russia\"}");
        assertThat(archive.get("/api/negotiations?order=size").status()).isEqualTo(400);
    }

    @Test
    void listsNegotiationsByTheirLastChangePageByPage() {
        JsonNode first = archive.get("/api/negotiations?order=changed&limit=1").json();
        List<String> rest = negotiations(
                "order=changed&limit=5000&after=" + first.path("next").asString());
        JsonNode all = archive.get("/api/negotiations?order=changed&limit=5000").json();
        assertThat(texts(all.path("negotiations"), "lastRecordedAt")).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(texts(all.path("negotiations"), "negotiation"))
                .hasSizeGreaterThan(1)
                .startsWith(first.at("/negotiations/0/negotiation").asString())
                .endsWith(rest.toArray(String[]::new));
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(find("x", "&limit=0").path("errors").toString()).contains("/limit");
        assertThat(find("x".repeat(1_001), "").path("errors").toString()).contains("/q");
        assertThat(archive.get("/api/negotiations/nowhere/find?q=x", Map.of()).status())
                .isEqualTo(404);
    }
}

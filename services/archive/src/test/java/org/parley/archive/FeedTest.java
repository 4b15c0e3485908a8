package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.testkit.TestLedger;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** The Atom and JSON feeds of a negotiation. */
class FeedTest {
    private static final String ATOM_NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String FEED = "/feeds/" + AlaskaStory.NEGOTIATION;
    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'Reuters','title':'A report'}]}}";

    private static final ArchiveFixture archive = AlaskaStory.archive();

    private static List<JsonNode> items(String path) {
        Response answer = archive.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<JsonNode> items = new ArrayList<>();
        answer.json().path("items").forEach(items::add);
        return items;
    }

    private static String urn(String name) {
        return "urn:uuid:" + TestLedger.id(AlaskaStory.NEGOTIATION + name);
    }

    private static JsonNode item(List<JsonNode> items, String id) {
        return items.stream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + items));
    }

    private static Element atom(String path) throws Exception {
        Response answer = archive.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/atom+xml;charset=UTF-8");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Document document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
        return document.getDocumentElement();
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return Stream.iterate(0, n -> n < nodes.getLength(), n -> n + 1)
                .map(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> ATOM_NAMESPACE.equals(element.getNamespaceURI())
                        && element.getLocalName().equals(name))
                .toList();
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        assertThat(found).as(name).hasSize(1);
        return found.getFirst().getTextContent();
    }

    /** The rules of RFC 4287, sections 4.1.1 and 4.1.2. */
    @Test
    void atomHasWhatTheSpecificationRequires() throws Exception {
        Element feed = atom(FEED + ".atom");
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM_NAMESPACE);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(text(feed, "id")).startsWith("urn:uuid:");
        assertThat(text(feed, "title")).isEqualTo("Guarantees for Ukraine");
        assertThat(children(feed, "author")).hasSize(1);
        Instant updated = OffsetDateTime.parse(text(feed, "updated")).toInstant();
        assertThat(children(feed, "link").stream()
                        .filter(link -> link.getAttribute("rel").equals("self"))
                        .map(link -> link.getAttribute("href")))
                .singleElement()
                .satisfies(self -> assertThat(self).startsWith("http://").endsWith(FEED + ".atom"));
        List<Element> entries = children(feed, "entry");
        assertThat(entries).isNotEmpty();
        assertThat(entries.stream().map(entry -> text(entry, "id"))).doesNotHaveDuplicates();
        for (Element entry : entries) {
            assertThat(text(entry, "id")).startsWith("urn:uuid:");
            assertThat(text(entry, "title")).isNotBlank();
            assertThat(OffsetDateTime.parse(text(entry, "updated")).toInstant()).isBeforeOrEqualTo(updated);
            assertThat(OffsetDateTime.parse(text(entry, "published")).toInstant())
                    .isBeforeOrEqualTo(
                            OffsetDateTime.parse(text(entry, "updated")).toInstant());
            assertThat(text(entry, "content")).isNotBlank();
            assertThat(children(entry, "content").getFirst().getAttribute("type"))
                    .isEqualTo("text");
            assertThat(children(entry, "link").stream()
                            .filter(link -> link.getAttribute("rel").equals("alternate"))
                            .map(link -> link.getAttribute("href")))
                    .singleElement()
                    .satisfies(link -> assertThat(link).contains("/n/" + AlaskaStory.NEGOTIATION + "/entries/"));
            assertThat(children(entry, "category")).allSatisfy(category -> assertThat(category.getAttribute("term"))
                    .isNotBlank());
        }
    }

    @Test
    void bothFormatsHaveTheSameItems() throws Exception {
        Element feed = atom(FEED + ".atom");
        assertThat(children(feed, "entry").stream().map(entry -> text(entry, "id")))
                .containsExactlyElementsOf(items(FEED + ".json").stream()
                        .map(item -> item.path("id").asString())
                        .toList());
    }

    @Test
    void correctionIsAnItemAndUpdatesTheCorrectedOne() {
        List<JsonNode> items = items(FEED + ".json");
        JsonNode correction = item(items, urn("corrected"));
        JsonNode corrected = item(items, urn("rejected"));
        assertThat(correction.at("/_parley/targets").asString())
                .isEqualTo(corrected.path("id").asString().substring(9));
        assertThat(correction.path("title").asString())
                .startsWith("Correction: ")
                .contains("16 August 2025, Russia");
        assertThat(corrected.path("title").asString()).startsWith("Corrected: ").contains("16 August 2025, Russia");
        assertThat(corrected.path("content_text").asString())
                .contains("First reported: ", "Vladimir Putin", "Date: 2025-08-15");
        assertThat(corrected.path("date_published").asString()).startsWith("2025-08-15T20:00");
        assertThat(corrected.path("date_modified").asString())
                .isEqualTo(correction.path("date_published").asString());
    }

    @Test
    void retractionIsAnItemAndUpdatesTheRetractedOne() {
        List<JsonNode> items = items(FEED + ".json");
        item(items, urn("retracted"));
        JsonNode retracted = item(items, urn("objected"));
        assertThat(retracted.path("title").asString()).startsWith("Retracted: ");
        assertThat(retracted.path("date_modified").asString())
                .isGreaterThan(retracted.path("date_published").asString());
    }

    @Test
    void updatedItemIsOnTheFirstPageHoweverOldItIs() {
        List<JsonNode> first = items(FEED + ".json?limit=1&type=CeasefireRejected&type=MeetingHeld");
        item(first, urn("rejected"));
        assertThat(items(FEED + ".json?limit=6").stream()
                        .map(item -> item.path("id").asString()))
                .contains(urn("rejected"), urn("objected"), urn("claimed"), urn("proposed"))
                .doesNotContain(urn("open"));
    }

    @Test
    void whatIsHeldIsLeftOutWithEverythingAboutIt() {
        String whole = archive.get(FEED + ".json?limit=500").body()
                + archive.get(FEED + ".atom?limit=500").body()
                + archive.get(FEED + ".ics").body();
        assertThat(whole)
                .contains(TestLedger.id(AlaskaStory.NEGOTIATION + "guarantee").toString())
                .doesNotContain(TestLedger.id(AlaskaStory.NEGOTIATION + "met").toString())
                .doesNotContain(TestLedger.id(AlaskaStory.NEGOTIATION + "held").toString())
                .doesNotContain("White House", "DevelopmentHeld");
        assertThat(archive.get(FEED + ".json?standing=HELD").status()).isEqualTo(400);
    }

    @Test
    void embargoOnACorrectionHidesTheCorrectionAlone() {
        TestLedger ledger = new TestLedger("held-correction", "2025-08-12T09:00:00Z");
        ledger.log("hcOpen", "{'command':'OpenNegotiation','title':'Talks','occurred':'2025-08-10'}");
        ledger.log("hcA", "{'command':'AdmitParty','party':'AAA','name':'A-land','partyKind':'STATE'}");
        ledger.log("hcB", "{'command':'AdmitParty','party':'BBB','name':'B-land','partyKind':'STATE'}");
        ledger.at("2025-08-13T09:00:00Z");
        ledger.log(
                "hcDemand",
                "{'command':'MakeDemand','matter':'d','occurred':'2025-08-12','by':'AAA','of':['BBB'],'substance':'first wording'"
                        + EVIDENCE);
        ledger.at("2025-08-14T09:00:00Z");
        ledger.log(
                "hcCorrection",
                "{'command':'CorrectDevelopment','target':'#hcDemand','reason':'secretreason','embargo':true,'replacement':"
                        + "{'command':'MakeDemand','occurred':'2025-08-11','by':'AAA','of':['BBB'],'substance':'secretsubstance'}}");
        ledger.log(
                "hcSource",
                "{'command':'AddSource','target':'#hcDemand','embargo':true,"
                        + "'source':{'publisher':'Whisper','title':'secretsource'}}");
        archive.publishAndWait(ledger.published());
        for (String form : List.of(".json", ".atom")) {
            Response answer = archive.get("/feeds/held-correction" + form);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body())
                    .contains(TestLedger.id("held-correctionhcDemand").toString(), "wording")
                    .doesNotContain(
                            "secretreason",
                            "secretsubstance",
                            "secretsource",
                            "Corrected",
                            TestLedger.id("held-correctionhcCorrection").toString());
        }
        JsonNode demand = item(
                items("/feeds/held-correction.json"),
                "urn:uuid:" + TestLedger.id("held-correctionhcDemand").toString());
        assertThat(demand.path("date_modified").asString())
                .isEqualTo(demand.path("date_published").asString());
        ledger.at("2025-08-15T09:00:00Z");
        ledger.log("hcReleased", "{'command':'ReleaseDevelopment','target':'#hcCorrection'}");
        archive.publishAndWait(ledger.published());
        List<JsonNode> after = items("/feeds/held-correction.json");
        assertThat(item(
                                after,
                                "urn:uuid:"
                                        + TestLedger.id("held-correctionhcDemand")
                                                .toString())
                        .path("date_modified")
                        .asString())
                .startsWith("2025-08-15T09:00");
        assertThat(item(
                                after,
                                "urn:uuid:"
                                        + TestLedger.id("held-correctionhcCorrection")
                                                .toString())
                        .path("content_text")
                        .asString())
                .contains("secretsubstance");
        assertThat(archive.get("/feeds/held-correction.json").body())
                .doesNotContain(TestLedger.id("held-correctionhcReleased").toString());
    }

    @Test
    void pagesFormTheTrail() {
        List<String> whole = items(FEED + ".json?limit=500").stream()
                .map(item -> item.path("id").asString())
                .toList();
        List<String> walked = new ArrayList<>();
        for (String page = FEED + ".json?limit=4"; page != null; ) {
            Response answer = archive.get(page);
            answer.json()
                    .path("items")
                    .forEach(item -> walked.add(item.path("id").asString()));
            String next = answer.json().path("next_url").asString("");
            assertThat(answer.header("Link")).isEqualTo(next.isEmpty() ? "" : "<" + next + ">; rel=\"next\"");
            page = next.isEmpty() ? null : next.replaceFirst("^http://[^/]+", "");
        }
        assertThat(walked.stream().distinct()).containsExactlyInAnyOrderElementsOf(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kind=guarantee", "matter=ceasefire/alaska", "party=UKR", "type=UnderstandingClaimed", "q=swap"})
    void filtersAreThoseOfTheTrail(String filter) {
        List<String> inTrail = new ArrayList<>();
        archive.get("/api/negotiations/" + AlaskaStory.NEGOTIATION + "/trail?limit=500&" + filter)
                .json()
                .path("entries")
                .forEach(entry ->
                        inTrail.add("urn:uuid:" + entry.path("developmentId").asString()));
        inTrail.removeAll(List.of(urn("met"), urn("held")));
        assertThat(items(FEED + ".json?limit=500&" + filter).stream()
                        .map(item -> item.path("id").asString()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(inTrail);
    }

    @Test
    void wrongQuestionsAreRefused() {
        for (String form : List.of(".atom", ".json", ".ics")) {
            assertThat(archive.get("/feeds/nothing" + form).status()).as(form).isEqualTo(404);
            assertThat(archive.get(FEED + form + "?kind=x").status()).isEqualTo(400);
            assertThat(archive.get(FEED + form + "?matter=nothing").status()).isEqualTo(404);
            Response unknown = archive.get(FEED + form + "?knd=ceasefire");
            assertThat(unknown.status()).isEqualTo(400);
            assertThat(unknown.json().path("parameters").toString()).contains("kind", "matter", "party", "standing");
        }
        assertThat(archive.get(FEED + ".rss").status()).isEqualTo(404);
    }

    @Test
    void feedsAreConditionalAndInTheReadersLanguage() {
        for (String form : List.of(".atom", ".json", ".ics")) {
            Response first = archive.get(FEED + form);
            assertThat(archive.get(FEED + form, Map.of("If-None-Match", first.header("ETag")))
                            .status())
                    .as(form)
                    .isEqualTo(304);
            Response spanish = archive.get(FEED + form, Map.of("Accept-Language", "es"));
            assertThat(spanish.header("ETag")).isNotEqualTo(first.header("ETag"));
        }
        assertThat(archive.get(FEED + ".json", Map.of("Accept-Language", "es")).body())
                .contains("Retirado: ", "Corregido: ");
    }

    @Test
    void theIdIsThatOfTheFeedNotOfItsPage() throws Exception {
        String id = text(atom(FEED + ".atom?kind=guarantee"), "id");
        assertThat(text(atom(FEED + ".atom"), "id")).isNotEqualTo(id);
        assertThat(text(atom(FEED + ".atom?kind=guarantee&limit=1"), "id")).isEqualTo(id);
        assertThat(UUID.fromString(id.substring("urn:uuid:".length())).version())
                .isEqualTo(3);
    }
}

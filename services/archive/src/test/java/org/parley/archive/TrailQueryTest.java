package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.archive.ArchiveFixture.encoded;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.language.Language;
import org.parley.domain.state.EntrySentence;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.time.Edtf;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

class TrailQueryTest {
    private static final String PATH = "/api/negotiations/" + AlaskaStory.NEGOTIATION + "/trail";
    private static final int ALL = 20;

    private final ArchiveFixture archive = AlaskaStory.archive();

    @AfterEach
    void resetClock() {
        archive.setTime(AlaskaStory.NOW);
    }

    private List<Long> positions(String question) {
        Response answer = archive.get(PATH + question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<Long> positions = new ArrayList<>();
        answer.json()
                .path("entries")
                .forEach(entry -> positions.add(entry.path("position").asLong()));
        return positions;
    }

    private JsonNode entry(long position, String question) {
        JsonNode entries = archive.get(PATH + "?limit=1&after=" + (position - 1) + question)
                .json()
                .path("entries");
        return entries.path(0);
    }

    @Test
    void trailHasAllEntriesInOrder() {
        NegotiationHistory told = AlaskaStory.ledger().history();
        List<JsonNode> entries = new ArrayList<>();
        archive.get(PATH).json().path("entries").forEach(entries::add);
        assertThat(entries).hasSize(ALL);
        for (PublishedEvent event : AlaskaStory.ledger().published()) {
            LedgerEntry entry = event.entry();
            JsonNode shown = entries.get((int) event.position() - 1);
            assertThat(shown.path("developmentId").asString())
                    .isEqualTo(event.developmentId().toString());
            assertThat(shown.path("summary").asString()).isEqualTo(EntrySentence.of(told, entry));
            assertThat(shown.path("recordedAt").asString()).isEqualTo(PublishedEvent.time(event.recordedAt()));
            assertThat(shown.path("data")).isEqualTo(Json.MAPPER.readTree(event.data()));
        }
    }

    @Test
    void entriesAreSelectedById() {
        String one = entry(7, "").path("developmentId").asString();
        String other = entry(3, "").path("developmentId").asString();
        assertThat(positions("?id=" + one + "&id=" + other)).containsExactly(3L, 7L);
        assertThat(positions("?id=01990000-0000-7000-8000-0000000fffff")).isEmpty();
        assertThat(archive.get(PATH + "?id=" + String.join("&id=", Collections.nCopies(101, one)))
                        .body())
                .contains("at most 100 times");
    }

    @Test
    void entryFollowsContract() {
        JsonNode rejected = entry(7, "");
        assertThat(rejected.path("type").asString()).isEqualTo("CeasefireRejected");
        assertThat(rejected.path("negotiation").asString()).isEqualTo(AlaskaStory.NEGOTIATION);
        assertThat(rejected.path("kind").asString()).isEqualTo("ceasefire");
        assertThat(rejected.path("matter").asString()).isEqualTo("alaska");
        assertThat(rejected.path("occurred").asString()).isEqualTo("2025-08-15");
        assertThat(rejected.path("editor").asString()).isEqualTo("boris");
        assertThat(rejected.path("parties").path(0).asString()).isEqualTo("RUS");
        assertThat(rejected.path("standing").asString()).isEqualTo("CORRECTED");
        assertThat(rejected.path("correctedBy").asString()).isEqualTo(id("corrected"));
        assertThat(rejected.path("codes").path("plover").asString()).isEqualTo("REJECT");
        assertThat(rejected.has("targets")).isFalse();
        JsonNode correction = entry(15, "");
        assertThat(correction.path("targets").asString()).isEqualTo(id("rejected"));
        assertThat(correction.path("standing").asString()).isEqualTo("EFFECTIVE");
        assertThat(correction.has("codes")).isFalse();
        assertThat(correction.has("correctedBy")).isFalse();
    }

    @Test
    void addedEvidenceDoesNotChangeEvent() {
        JsonNode proposed = entry(6, "");
        assertThat(proposed.path("evidence").path("sources").findValuesAsString("publisher"))
                .containsExactly("Reuters", "TASS");
        assertThat(proposed.path("evidence").path("grade").asString()).isEqualTo("A1");
        assertThat(proposed.path("data").path("evidence").path("sources")).hasSize(1);
        assertThat(proposed.path("data").path("evidence").path("grade").asString())
                .isEqualTo("B2");
        JsonNode then = entry(6, "&knownAt=2025-08-20T09:01:00Z");
        assertThat(then.path("evidence").path("sources")).hasSize(2);
        assertThat(then.path("evidence").path("grade").asString()).isEqualTo("B2");
        assertThat(entry(6, "&knownAt=2025-08-19").path("evidence").path("sources"))
                .hasSize(1);
    }

    @Test
    void standingRespectsKnownAt() {
        for (String knownAt : List.of("2025-08-19", "2025-08-20T09:00:30Z", "2025-08-20T09:03:30Z", "2025-08-25")) {
            NegotiationHistory known = NegotiationHistory.of(
                    AlaskaStory.NEGOTIATION,
                    AlaskaStory.ledger().published().stream()
                            .filter(e ->
                                    !e.recordedAt().isAfter(Edtf.parse(knownAt).end()))
                            .map(PublishedEvent::entry)
                            .toList());
            archive.get(PATH + "?knownAt=" + knownAt).json().path("entries").forEach(shown -> {
                PublishedEvent event = AlaskaStory.ledger()
                        .published()
                        .get((int) shown.path("position").asLong() - 1);
                RecordedHistory history = known.matter(event.subject()).orElseThrow();
                assertThat(shown.path("standing").asString())
                        .isEqualTo(history.standing(event.developmentId()).name());
            });
        }
        assertThat(positions("?knownAt=2025-08-16")).hasSize(7);
        assertThat(positions("?knownAt=2025-08-16&standing=CORRECTED")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=understanding | 9,18",
                "kind=understanding&kind=meeting | 9,10,18,20",
                "kind=understanding,meeting | 9,10,18,20",
                "matter=backstop | 11,12,19",
                "kind=ceasefire&matter=backstop | ''",
                "party=VOX | 5,12,19",
                "party=VOX&kind=negotiation | 5",
                "type=CeasefireRejected | 7",
                "type=DevelopmentCorrected,DevelopmentGraded | 15,17",
                "standing=CORRECTED | 7",
                "standing=retracted | 12",
                "standing=HELD | 10",
                "standing=DISPUTED,RETRACTED | 9,12",
                "editor=boris | 7,8,9",
                "editor=nobody | ''",
                "q=Anchorage | 7",
                "q=reports reject&editor=boris | 7",
                "q=%22White+House%22 | 10,20",
                "q=TASS or Anchorage | 7,16",
                "asOf=2025-08-13&after=5 | 6,13,16,17",
                "asOf=2025-08-13&knownAt=2025-08-19&kind=ceasefire | 6",
                "after=18 | 19,20",
                "limit=2&after=3 | 4,5"
            })
    void filtersApply(String question, String expected) {
        List<Long> wanted = expected.isEmpty()
                ? List.of()
                : List.of(expected.split(",")).stream().map(Long::valueOf).toList();
        assertThat(positions("?" + question.replace(" ", "%20"))).isEqualTo(wanted);
    }

    @Test
    void embargoIsMarkedUntilReleased() {
        archive.setTime(AlaskaStory.EMBARGO_END.plusSeconds(60));
        assertThat(positions("?standing=HELD")).containsExactly(10L);
        assertThat(entry(10, "").path("standing").asString()).isEqualTo("HELD");
        assertThat(entry(10, "").path("held").asBoolean()).isTrue();
        assertThat(entry(10, "").path("heldUntil").asString()).isEqualTo(AlaskaStory.EMBARGO_END.toString());
        assertThat(entry(10, "&knownAt=2025-08-19").path("held").asBoolean()).isFalse();
        assertThat(entry(11, "").path("held").asBoolean()).isFalse();
    }

    @Test
    void entryMayBeRecordedUnderEmbargo() {
        String path = "/api/negotiations/embargoed/trail";
        TestLedger ledger = AlaskaStory.record("embargoed");
        ledger.log(
                "source",
                "{'command':'AddSource','target':'#met','source':{'publisher':'W','title':'T'},'embargo':true}");
        ledger.log("retraction", "{'command':'RetractDevelopment','target':'#met','reason':'no','embargo':'2025-12'}");
        ledger.log(
                "restored", "{'command':'RetractDevelopment','target':'#retraction','reason':'no','embargo':'2025'}");
        ledger.log(
                "suspended",
                "{'command':'SuspendTalks','occurred':'2025-08-19','evidence':{'sources':[{'publisher':'W','title':'T'}]},'embargo':'2025-09-01'}");
        ledger.log("again", "{'command':'HoldDevelopment','target':'#suspended'}");
        ledger.log("release", "{'command':'ReleaseDevelopment','target':'#retraction'}");
        archive.publishAndWait(ledger.published());

        JsonNode entries = archive.get(path + "?after=20").json().path("entries");
        assertThat(entries.findValuesAsString("standing"))
                .containsExactly("HELD", "RETRACTED", "HELD", "HELD", "EFFECTIVE", "EFFECTIVE");
        assertThat(entries.path(0).path("held").asBoolean()).isTrue();
        assertThat(entries.path(0).has("heldUntil")).isFalse();
        assertThat(entries.path(1).path("held").asBoolean()).isFalse();
        assertThat(entries.path(2).path("heldUntil").asString()).isEqualTo("2025");
        assertThat(entries.path(3).has("heldUntil")).isFalse();
        assertThat(archive.get(path + "?standing=HELD").json().path("entries").findValuesAsString("position"))
                .containsExactly("10", "21", "23", "24");
        JsonNode then = archive.get(
                        path + "?after=20&knownAt=" + ledger.published().get(23).recordedAt())
                .json()
                .path("entries");
        assertThat(then.findValuesAsString("standing")).containsExactly("HELD", "RETRACTED", "HELD", "HELD");
        assertThat(then.path(1).path("held").asBoolean()).isTrue();
        assertThat(then.path(3).path("heldUntil").asString()).isEqualTo("2025-09-01");
        String csv = archive.get(path, Map.of("Accept", "text/csv")).body();
        assertThat(csv.lines().findFirst().orElseThrow()).endsWith(",held,heldUntil");
        assertThat(csv).contains(",true,2025\r\n", ",true,\r\n", ",false,\r\n");
        JsonNode state = archive.get("/api/negotiations/embargoed").json();
        assertThat(state.path("held").asBoolean()).isTrue();
    }

    @Test
    void pagesFollowEachOther() {
        List<Long> seen = new ArrayList<>();
        String next = "0";
        while (!next.isEmpty()) {
            JsonNode page = archive.get(PATH + "?limit=7&after=" + next).json();
            page.path("entries")
                    .forEach(entry -> seen.add(entry.path("position").asLong()));
            assertThat(page.has("next")).isTrue();
            next = page.path("next").isNull() ? "" : page.path("next").asString();
        }
        assertThat(seen).hasSize(ALL).isSorted().doesNotHaveDuplicates();
        assertThat(archive.get(PATH + "?limit=20").json().path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\"",
                "\" or",
                "a & | ! ( :*",
                "\\",
                "%",
                "-",
                "--",
                "or or",
                "<->",
                "Привет",
                "the",
                "🕊️",
                "''\"\"'"
            })
    void searchSyntax(String words) {
        assertThat(archive.get(PATH + "?q=" + encoded(words)).status()).isEqualTo(200);
        assertThat(archive.get(PATH + "?editor=" + encoded(words)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ceasefire, true",
        "Ceasefire, true",
        "ceasefi, true",
        "putin cease, true",
        "cease putin, false",
        "“the ceasefire”, true",
        "cea, true",
        "zzz, false"
    })
    void lastWordMatchesAsPrefix(String words, boolean found) {
        assertThat(positions("?q=" + encoded(words)).contains(7L)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, /limit", "limit=501, /limit", "limit=many, /limit", "after=-1, /after", "after=x, /after",
        "kind=truce, /kind", "type=Nothing, /type", "standing=GOOD, /standing", "party=ru, /party", "party=CHN, /party",
        "id=seven, /id"
    })
    void invalidParametersAreRefused(String question, String pointer) {
        Response answer = archive.get(PATH + "?" + question);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("pointer")).containsExactly(pointer);
        assertThat(answer.json().path("errors").path(0).path("detail").asString())
                .isNotBlank();
    }

    @Test
    void unknownMatterIsNotFound() {
        assertThat(archive.get(PATH + "?matter=nothing").status()).isEqualTo(404);
        Response kinds = archive.get(PATH + "?matter=ceasefires/alaska");
        assertThat(kinds.status()).isEqualTo(400);
        assertThat(kinds.body()).contains("/matter", "meeting, ceasefire, warning");
        assertThat(archive.get(PATH + "?matter=" + encoded("\0")).status()).isEqualTo(400);
        assertThat(archive.get(PATH + "?q=" + "a".repeat(1001)).status()).isEqualTo(400);
    }

    @Test
    void csvHasTheWholeTrail() throws IOException {
        Response answer = archive.get(PATH + "?limit=3", Map.of("Accept", "text/csv"));
        assertThat(answer.header("Content-Type").toLowerCase(Locale.ROOT)).isEqualTo("text/csv;charset=utf-8");
        assertThat(answer.header("Content-Disposition")).contains("ukraine-2025-trail.csv");
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(answer.body()))
                .getRecords();
        assertThat(rows).hasSize(ALL);
        assertThat(answer.body())
                .startsWith("position,developmentId,type,kind,matter,matterTitle,occurred,recordedAt,editor,parties,"
                        + "summary,note,grade,sourceCount,publishers,titles,urls,published,authors,archived,standing,"
                        + "targets,correctedBy,plover,ploverMode,cameo,disputed,held,heldUntil\r\n");
        CSVRecord met = rows.get(9);
        assertThat(met.get("standing")).isEqualTo("HELD");
        assertThat(met.get("held")).isEqualTo("true");
        assertThat(met.get("heldUntil")).isEqualTo(AlaskaStory.EMBARGO_END.toString());
        assertThat(rows.get(8).get("held")).isEqualTo("false");
        assertThat(met.get("editor")).isEqualTo("'=anna");
        assertThat(met.get("parties")).isEqualTo("USA;UKR");
        assertThat(met.get("grade")).isEqualTo("B2");
        assertThat(met.get("matterTitle")).isEqualTo("washington");
        assertThat(met.get("cameo")).isEqualTo("042");
        CSVRecord proposed = rows.get(5);
        assertThat(proposed.get("matterTitle")).isEqualTo("Alaska ceasefire");
        assertThat(proposed.get("sourceCount")).isEqualTo("2");
        assertThat(proposed.get("publishers")).isEqualTo("Reuters;TASS");
        assertThat(proposed.get("titles")).isEqualTo("A report;Another");
        assertThat(proposed.get("urls")).isEqualTo("https://example.org/report;");
        CSVRecord rejected = rows.get(6);
        assertThat(rejected.get("correctedBy")).isEqualTo(id("corrected"));
        assertThat(rejected.get("note")).isEqualTo("Heard in Anchorage");
        assertThat(rejected.get("plover")).isEqualTo("REJECT");
        assertThat(rejected.get("ploverMode")).isEqualTo("yield");
        assertThat(List.of(rows.get(0), rows.get(1), rows.get(12), rows.get(14)))
                .as("editorial events have no codes")
                .allSatisfy(own -> assertThat(own.get("plover") + own.get("ploverMode") + own.get("cameo"))
                        .isEmpty());
    }

    @Test
    void csvMayStartWithByteOrderMark() {
        Map<String, String> csv = Map.of("Accept", "text/csv");
        String plain = archive.get(PATH, csv).body();
        assertThat(archive.get(PATH + "?bom=true", csv).body()).isEqualTo("\uFEFF" + plain);
        assertThat(archive.get(PATH + "?bom=false", csv).body()).isEqualTo(plain);
        assertThat(archive.get(PATH + "?bom=yes", csv).status()).isEqualTo(400);
        assertThat(archive.get(PATH + "?bom=true").body()).contains("/bom");
        String export = "/api/negotiations/" + AlaskaStory.NEGOTIATION + "/export";
        assertThat(archive.get(export + "?format=csv&bom=true").body()).isEqualTo("\uFEFF" + plain);
        assertThat(archive.get(export + "?bom=true").status()).isEqualTo(400);
    }

    @Test
    void editorialEventsHaveNoCodes() {
        assertThat(List.of(entry(1, ""), entry(2, ""), entry(13, ""), entry(15, "")))
                .extracting(own -> own.path("type").asString())
                .containsExactly("NegotiationOpened", "PartyAdmitted", "QuestionRaised", "DevelopmentCorrected");
        assertThat(List.of(entry(1, ""), entry(2, ""), entry(13, ""), entry(15, "")))
                .noneMatch(own -> own.has("codes"));
    }

    @Test
    void ndjsonHasTheWholeTrail() {
        Response answer = archive.get(PATH + "?kind=ceasefire", Map.of("Accept", "application/x-ndjson"));
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        List<JsonNode> lines =
                answer.body().lines().map(line -> Json.MAPPER.readTree(line)).toList();
        List<JsonNode> entries = new ArrayList<>();
        archive.get(PATH + "?kind=ceasefire").json().path("entries").forEach(entries::add);
        assertThat(lines).isEqualTo(entries).hasSize(6);
    }

    @Test
    void acceptHeaderSelectsMediaType() {
        assertThat(archive.get(PATH, Map.of("Accept", "text/csv;q=0.5, application/json"))
                        .header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(archive.get(PATH, Map.of("Accept", "*/*")).header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(archive.get(PATH, Map.of("Accept", "text/*")).header("Content-Type"))
                .startsWith("text/csv");
        assertThat(archive.get(PATH, Map.of("Accept", "image/png")).status()).isEqualTo(406);
        Response refused = archive.get(PATH + "?limit=x", Map.of("Accept", "text/csv"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void sentencesAreInTheLanguageThatTheClientPrefers() {
        Map<String, String> spanish = Map.of("Accept-Language", "es");
        NegotiationHistory told = AlaskaStory.ledger().history();
        LedgerEntry seventh = AlaskaStory.ledger().published().get(6).entry();
        Response page = archive.get(PATH + "?limit=1&after=6", spanish);

        assertThat(page.header("Content-Language")).isEqualTo("es");
        assertThat(page.header("Vary")).contains("Accept-Language");
        String sentence = page.json().at("/entries/0/summary").asString();
        assertThat(sentence).isEqualTo(EntrySentence.of(told, seventh, Language.SPANISH));
        assertThat(archive.get("/api/developments/" + seventh.developmentId(), spanish)
                        .json()
                        .path("summary")
                        .asString())
                .isEqualTo(sentence);
        assertThat(archive.get(PATH + "?limit=1&after=6").header("Content-Language"))
                .isEqualTo("en");
        assertThat(entry(7, "").path("summary").asString()).isEqualTo(EntrySentence.of(told, seventh));
    }

    @Test
    void exportsStayEnglish() {
        String english =
                archive.get(PATH, Map.of("Accept", "application/x-ndjson")).body();
        assertThat(archive.get(PATH, Map.of("Accept", "application/x-ndjson", "Accept-Language", "es"))
                        .body())
                .isEqualTo(english);
    }

    private static String id(String name) {
        return TestLedger.id(AlaskaStory.NEGOTIATION + name).toString();
    }
}

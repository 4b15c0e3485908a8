package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.archive.Archive.encoded;

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
import org.parley.archive.Archive.Answer;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.state.NegotiationHistory;
import org.parley.state.Sentence;
import org.parley.testkit.TestLedger;
import org.parley.time.Edtf;
import tools.jackson.databind.JsonNode;

class TrailQuestionsTest {
    private static final String PATH = "/api/negotiations/" + Alaska.NEGOTIATION + "/trail";
    private static final int ALL = 20;

    private final Archive archive = Alaska.archive();

    @AfterEach
    void itIsNowAgain() {
        archive.timeIs(Alaska.NOW);
    }

    private List<Long> positions(String question) {
        Answer answer = archive.get(PATH + question);
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
    void theTrailIsEverythingInTheOrderRecorded() {
        NegotiationHistory told = new NegotiationHistory(Alaska.NEGOTIATION);
        List<JsonNode> entries = new ArrayList<>();
        archive.get(PATH).json().path("entries").forEach(entries::add);
        assertThat(entries).hasSize(ALL);
        for (PublishedEvent event : Alaska.ledger().published()) {
            Entry entry = event.entry();
            told.record(entry);
            JsonNode shown = entries.get((int) event.position() - 1);
            assertThat(shown.path("developmentId").asString())
                    .isEqualTo(event.developmentId().toString());
            assertThat(shown.path("summary").asString()).isEqualTo(Sentence.of(told, entry));
            assertThat(shown.path("recordedAt").asString()).isEqualTo(PublishedEvent.time(event.recordedAt()));
            assertThat(shown.path("data")).isEqualTo(Json.MAPPER.readTree(event.data()));
        }
    }

    @Test
    void entriesCanBeAskedForByTheirIds() {
        String one = entry(7, "").path("developmentId").asString();
        String other = entry(3, "").path("developmentId").asString();
        assertThat(positions("?id=" + one + "&id=" + other)).containsExactly(3L, 7L);
        assertThat(positions("?id=01990000-0000-7000-8000-0000000fffff")).isEmpty();
        assertThat(archive.get(PATH + "?id=" + String.join("&id=", Collections.nCopies(101, one)))
                        .body())
                .contains("at most 100 times");
    }

    @Test
    void anEntryIsAsTheContractSays() {
        JsonNode rejected = entry(7, "");
        assertThat(rejected.path("type").asString()).isEqualTo("CeasefireRejected");
        assertThat(rejected.path("negotiation").asString()).isEqualTo(Alaska.NEGOTIATION);
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
    void evidenceGrowsButWhatWasPublishedStays() {
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
    void standingIsWhatWasKnownThen() {
        for (String knownAt : List.of("2025-08-19", "2025-08-20T09:00:30Z", "2025-08-20T09:03:30Z", "2025-08-25")) {
            NegotiationHistory known = NegotiationHistory.of(
                    Alaska.NEGOTIATION,
                    Alaska.ledger().published().stream()
                            .filter(e ->
                                    !e.recordedAt().isAfter(Edtf.parse(knownAt).end()))
                            .map(PublishedEvent::entry)
                            .toList());
            archive.get(PATH + "?knownAt=" + knownAt).json().path("entries").forEach(shown -> {
                PublishedEvent event = Alaska.ledger()
                        .published()
                        .get((int) shown.path("position").asLong() - 1);
                History history = known.matter(event.subject()).orElseThrow();
                assertThat(shown.path("standing").asString())
                        .isEqualTo(history.standing(event.developmentId(), Alaska.NOW)
                                .name());
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
    void theTrailCanBeNarrowed(String question, String expected) {
        List<Long> wanted = expected.isEmpty()
                ? List.of()
                : List.of(expected.split(",")).stream().map(Long::valueOf).toList();
        assertThat(positions("?" + question.replace(" ", "%20"))).isEqualTo(wanted);
    }

    @Test
    void anEmbargoEndsByTheClock() {
        archive.timeIs(Alaska.EMBARGO_END);
        assertThat(positions("?standing=HELD")).isEmpty();
        assertThat(entry(10, "").path("standing").asString()).isEqualTo("EFFECTIVE");
        assertThat(entry(10, "&knownAt=2025-08-29").path("standing").asString()).isEqualTo("HELD");
    }

    @Test
    void pagesFollowOneAnother() {
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
    void anyWordsMayBeSearchedFor(String words) {
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
    void theBeginningOfTheLastWordIsEnough(String words, boolean found) {
        assertThat(positions("?q=" + encoded(words)).contains(7L)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, /limit", "limit=501, /limit", "limit=many, /limit", "after=-1, /after", "after=x, /after",
        "kind=truce, /kind", "type=Nothing, /type", "standing=GOOD, /standing", "party=ru, /party", "party=CHN, /party",
        "id=seven, /id"
    })
    void whatCannotBeUnderstoodIsRefused(String question, String pointer) {
        Answer answer = archive.get(PATH + "?" + question);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("pointer")).containsExactly(pointer);
        assertThat(answer.json().path("errors").path(0).path("detail").asString())
                .isNotBlank();
    }

    @Test
    void anUnknownMatterIsNotFound() {
        assertThat(archive.get(PATH + "?matter=nothing").status()).isEqualTo(404);
        assertThat(archive.get(PATH + "?matter=" + encoded("\0")).status()).isEqualTo(400);
        assertThat(archive.get(PATH + "?q=" + "a".repeat(1001)).status()).isEqualTo(400);
    }

    @Test
    void theWholeTrailIsATable() throws IOException {
        Answer answer = archive.get(PATH + "?limit=3", Map.of("Accept", "text/csv"));
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
                .startsWith("position,developmentId,type,kind,matter,occurred,recordedAt,editor,parties,summary,grade,"
                        + "sources,standing,disputed,held,targets,correctedBy\r\n");
        CSVRecord met = rows.get(9);
        assertThat(met.get("editor")).isEqualTo("'=anna");
        assertThat(met.get("parties")).isEqualTo("USA; UKR");
        assertThat(met.get("grade")).isEqualTo("B2");
        assertThat(met.get("sources")).isEqualTo("Reuters, A report <https://example.org/report>");
        assertThat(rows.get(6).get("correctedBy")).isEqualTo(id("corrected"));
    }

    @Test
    void theWholeTrailIsAStreamOfEntries() {
        Answer answer = archive.get(PATH + "?kind=ceasefire", Map.of("Accept", "application/x-ndjson"));
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        List<JsonNode> lines =
                answer.body().lines().map(line -> Json.MAPPER.readTree(line)).toList();
        List<JsonNode> entries = new ArrayList<>();
        archive.get(PATH + "?kind=ceasefire").json().path("entries").forEach(entries::add);
        assertThat(lines).isEqualTo(entries).hasSize(6);
    }

    @Test
    void theFormIsChosenByTheClient() {
        assertThat(archive.get(PATH, Map.of("Accept", "text/csv;q=0.5, application/json"))
                        .header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(archive.get(PATH, Map.of("Accept", "*/*")).header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(archive.get(PATH, Map.of("Accept", "text/*")).header("Content-Type"))
                .startsWith("text/csv");
        assertThat(archive.get(PATH, Map.of("Accept", "image/png")).status()).isEqualTo(406);
        Answer refused = archive.get(PATH + "?limit=x", Map.of("Accept", "text/csv"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    private static String id(String name) {
        return TestLedger.id(Alaska.NEGOTIATION + name).toString();
    }
}

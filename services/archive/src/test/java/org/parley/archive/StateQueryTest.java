package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.archive.ArchiveFixture.encoded;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.state.StateJson;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.time.Edtf;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

class StateQueryTest {
    private static final String PATH = "/api/negotiations/" + AlaskaStory.NEGOTIATION;

    private final ArchiveFixture archive = AlaskaStory.archive();

    @AfterEach
    void resetClock() {
        archive.setTime(AlaskaStory.NOW);
    }

    /** The expected state: the fold in memory. */
    private static JsonNode folded(Instant asOf, Instant knownAt) {
        List<LedgerEntry> known = AlaskaStory.ledger().published().stream()
                .filter(event -> !event.recordedAt().isAfter(knownAt))
                .map(PublishedEvent::entry)
                .toList();
        return StateJson.of(
                NegotiationHistory.of(AlaskaStory.NEGOTIATION, known).state(asOf, knownAt));
    }

    private void assertState(String question, JsonNode expected) {
        Response answer = archive.get(PATH + question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Json.MAPPER.writeValueAsString(expected));
    }

    @Test
    void currentStateEqualsFold() {
        assertState("", folded(AlaskaStory.NOW, AlaskaStory.NOW));
        JsonNode state = archive.get(PATH).json();
        assertThat(state.path("status").asString()).isEqualTo("OPEN");
        assertThat(state.path("title").asString()).isEqualTo("Guarantees for Ukraine");
        assertThat(state.path("through").asLong())
                .isEqualTo(AlaskaStory.ledger().history().lastPosition());
        assertThat(state.path("parties")).hasSize(4);
        assertThat(state.path("packages")).hasSize(1);
        assertThat(state.path("positions")).hasSize(1);
        assertThat(state.path("contentHash").asString()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void storedAndFoldedStatesAreEqual() {
        for (String now : List.of(
                "2025-08-20T09:05:00Z",
                "2025-08-25T12:00:00Z",
                "2025-08-29T23:59:59.999999Z",
                "2025-08-30T00:00:00Z")) {
            archive.setTime(Instant.parse(now));
            String stored = archive.get(PATH).body();
            assertThat(archive.get(PATH + "?asOf=" + now).body()).isEqualTo(stored);
            assertState("", folded(Instant.parse(now), Instant.parse(now)));
        }
    }

    @Test
    void embargoEndsByEvent() {
        String path = "/api/negotiations/released";
        String met = path + "/matters/meeting/washington";
        TestLedger ledger = AlaskaStory.record("released");
        archive.publishAndWait(ledger.published());
        archive.setTime(AlaskaStory.EMBARGO_END.plusSeconds(3600));
        assertThat(archive.get(met).json().path("held").asBoolean()).isTrue();
        String before = archive.get(path).json().path("contentHash").asString();

        ledger.at(AlaskaStory.EMBARGO_END.plusSeconds(1).toString()).log(
                "release", "{'command':'ReleaseDevelopment','target':'#met'}");
        archive.publishAndWait(ledger.published());
        assertThat(archive.get(met).json().path("held").asBoolean()).isFalse();
        assertThat(archive.get(path).json().path("contentHash").asString()).isNotEqualTo(before);
        assertThat(archive.get(met + "?knownAt=" + AlaskaStory.EMBARGO_END)
                        .json()
                        .path("held")
                        .asBoolean())
                .isTrue();
        JsonNode diff =
                archive.get(path + "/diff?axis=knowledge&from=2025-08-25").json();
        assertThat(diff.path("changes")).hasSize(1);
        assertThat(diff.at("/changes/0/before/held").asBoolean()).isTrue();
        assertThat(diff.at("/changes/0/after/held").asBoolean()).isFalse();
        assertThat(diff.at("/changes/0/because/0").asString())
                .isEqualTo(TestLedger.id("released" + "release").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-15, 2025-08-16", "2025-08-14, 2025-08-16", "2025-08-14, 2025-08-17", "2025-08-15, 2025-08-25",
        "2025-08-16, 2025-08-25", "2025-08-18, 2025-08-19", "2025-08-01, 2025-08-25", "2025-08, 2025-08-14",
        "2025-08-20, 2025-08-11", "0000, 2025", "9999, 2025-08-20"
    })
    void anyInstantsEqualFold(String asOf, String knownAt) {
        Instant world = Edtf.parse(asOf).end();
        Instant desk = Edtf.parse(knownAt).end();
        desk = desk.isAfter(AlaskaStory.NOW) ? AlaskaStory.NOW : desk;
        assertState("?asOf=" + asOf + "&knownAt=" + knownAt, folded(world, desk));
    }

    @Test
    void stateAsOf15thKnownAt16th() {
        assertThat(ceasefire("?asOf=2025-08-15&knownAt=2025-08-16")).isEqualTo("REJECTED");
        assertThat(ceasefire("?asOf=2025-08-15")).isEqualTo("PROPOSED"); // corrected to the 16th later
        assertThat(ceasefire("?asOf=2025-08-16")).isEqualTo("REJECTED");
        assertThat(ceasefire("?asOf=2025-08-14&knownAt=2025-08-16")).isEqualTo("PROPOSED");
    }

    private String ceasefire(String question) {
        for (JsonNode matter : archive.get(PATH + question).json().path("matters")) {
            if (matter.path("kind").asString().equals("ceasefire")) {
                return matter.path("status").asString();
            }
        }
        return "-";
    }

    @Test
    void stateBeforeOpeningIsAnswered() {
        JsonNode state = archive.get(PATH + "?asOf=2025-08-09").json();
        assertThat(state.path("status").asString()).isEqualTo("NOT_OPENED");
        assertThat(state.path("matters")).hasSize(1); // only the question, which has no date
        JsonNode unknown = archive.get(PATH + "?knownAt=2024").json();
        assertThat(unknown.path("through").asLong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-08-18T19:00+02:00",
                "2025-08-18T19:00:00+02:00",
                "2025-08-18T17:00Z",
                "2025-08-18T17:00:00.000000Z",
                "2025-08-18T12:30:00.000-04:30"
            })
    void instantsMayHaveAnyOffset(String instant) {
        String expected = "2025-08-18T17:00:00.000000Z";
        assertThat(archive.get(PATH + "?asOf=" + encoded(instant))
                        .json()
                        .path("asOf")
                        .asString())
                .isEqualTo(expected);
        String unencoded =
                archive.get(PATH + "?asOf=" + instant).json().path("asOf").asString();
        assertThat(unencoded).isEqualTo(expected); // an unencoded plus arrives as a space
    }

    @Test
    void dateMeansItsEnd() {
        JsonNode state = archive.get(PATH + "?asOf=2025-08~&knownAt=2025-08-17").json();
        assertThat(state.path("asOf").asString()).isEqualTo("2025-08-31T23:59:59.999999Z");
        assertThat(state.path("knownAt").asString()).isEqualTo("2025-08-17T23:59:59.999999Z");
        assertThat(archive.get(PATH + "?knownAt=2099").json().path("knownAt").asString())
                .isEqualTo("2025-08-25T12:00:00.000000Z");
        assertThat(archive.get(PATH + "?asOf=&knownAt=").status()).isEqualTo(200);
    }

    @Test
    void invalidDateIsRefusedWithPointer() {
        for (String path : List.of(PATH, "/api/negotiations", PATH + "/trail", PATH + "/matters/ceasefire/alaska")) {
            Response answer = archive.get(path + "?asOf=yesterday&knownAt=2025-13-01T00:00:00.5Z");
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            JsonNode problem = answer.json();
            assertThat(problem.path("title").asString()).isEqualTo("Bad Request");
            assertThat(problem.path("errors").findValuesAsString("pointer")).containsExactly("/asOf", "/knownAt");
            assertThat(problem.path("errors").path(0).path("detail").asString()).contains("2025-08-15");
        }
    }

    @Test
    void matchingEtagIsNotModified() {
        Response first = archive.get(PATH);
        assertThat(first.header("ETag")).startsWith("W/\"sha256:");
        Response again = archive.get(PATH, Map.of("If-None-Match", first.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(archive.get(PATH + "?asOf=2025-08-14", Map.of("If-None-Match", first.header("ETag")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void negotiationsAreListed() {
        JsonNode row = row("");
        assertThat(row.path("title").asString()).isEqualTo("Guarantees for Ukraine");
        assertThat(row.path("status").asString()).isEqualTo("OPEN");
        assertThat(row.path("since").asString()).isEqualTo("2025-08-10");
        assertThat(row.path("lastRecordedAt").asString()).isEqualTo("2025-08-20T09:05:00.000000Z");
        assertThat(row("?knownAt=2025-08-12").path("through").asLong()).isEqualTo(5);
        assertThat(row("?asOf=2025-08-09").path("status").asString()).isEqualTo("NOT_OPENED");
        assertThat(row("?knownAt=2025-08-11").isMissingNode()).isTrue();
    }

    private JsonNode row(String question) {
        for (JsonNode row : archive.get("/api/negotiations" + question).json().path("negotiations")) {
            if (row.path("negotiation").asString().equals(AlaskaStory.NEGOTIATION)) {
                return row;
            }
        }
        return Json.MAPPER.missingNode();
    }

    @Test
    void unknownNegotiationIsNotFound() {
        for (String path : List.of("", "/trail", "/matters/ceasefire/alaska", "?asOf=2025")) {
            Response answer = archive.get("/api/negotiations/nowhere" + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.json().path("detail").asString()).contains("nowhere", "GET /api/negotiations");
        }
    }
}

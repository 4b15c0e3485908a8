package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

class DiffQueryTest {
    private static final String PATH = "/api/negotiations/" + AlaskaStory.NEGOTIATION + "/diff";

    private final ArchiveFixture archive = AlaskaStory.archive();

    @AfterEach
    void resetClock() {
        archive.setTime(AlaskaStory.NOW);
    }

    private JsonNode diff(String question) {
        Response answer = archive.get(PATH + question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode change(JsonNode diff, String kind, String matter) {
        for (JsonNode change : diff.path("changes")) {
            if (change.path("kind").asString().equals(kind)
                    && change.path("matter").asString().equals(matter)) {
                return change;
            }
        }
        throw new AssertionError(kind + "/" + matter + " is not in " + diff);
    }

    private static List<String> because(JsonNode change) {
        List<String> ids = new ArrayList<>();
        change.path("because").forEach(id -> ids.add(id.asString()));
        return ids;
    }

    private static List<String> ids(String... names) {
        return List.of(names).stream()
                .map(name -> TestLedger.id(AlaskaStory.NEGOTIATION + name).toString())
                .toList();
    }

    @Test
    void knowledgeAxisNamesCauses() {
        JsonNode diff = diff("?axis=knowledge&from=2025-08-19&to=2025-08-25");
        assertThat(because(change(diff, "ceasefire", "alaska"))).isEqualTo(ids("corrected"));
        assertThat(change(diff, "ceasefire", "alaska")
                        .path("before")
                        .path("since")
                        .asString())
                .isEqualTo("2025-08-15");
        assertThat(change(diff, "ceasefire", "alaska")
                        .path("after")
                        .path("since")
                        .asString())
                .isEqualTo("2025-08-16");
        assertThat(because(change(diff, "guarantee", "backstop"))).isEqualTo(ids("retracted"));
        assertThat(because(change(diff, "understanding", "land"))).isEqualTo(ids("disputed"));
        assertThat(because(change(diff, "meeting", "washington"))).isEqualTo(ids("held"));
        assertThat(diff.path("changes")).hasSize(4);
        assertThat(diff.path("axis").asString()).isEqualTo("knowledge");
        assertThat(diff.path("from").asString()).isEqualTo("2025-08-19T23:59:59.999999Z");
        assertThat(diff.path("asOf").asString()).isEqualTo("2025-08-25T12:00:00.000000Z");
    }

    /** The causes of all changes are read at once. */
    @Test
    void numberOfStatementsDoesNotDependOnChanges() {
        List<String> one = archive.statements().during(() -> diff("?axis=knowledge&from=2025-08-12&to=2025-08-13"));
        List<String> four = archive.statements().during(() -> diff("?axis=knowledge&from=2025-08-19&to=2025-08-25"));

        assertThat(one.stream().filter(sql -> sql.contains("select e.attributes")))
                .hasSize(1);
        assertThat(four.stream().filter(sql -> sql.contains("select e.attributes")))
                .hasSize(1);
    }

    @Test
    void missingMatterIsNull() {
        JsonNode diff = diff("?axis=knowledge&from=2025-08-12&to=2025-08-13");
        JsonNode ceasefire = change(diff, "ceasefire", "alaska");
        assertThat(ceasefire.path("before").isNull()).isTrue();
        assertThat(ceasefire.path("after").path("status").asString()).isEqualTo("PROPOSED");
        assertThat(because(ceasefire)).isEqualTo(ids("proposed"));

        JsonNode back = diff("?axis=knowledge&from=2025-08-13&to=2025-08-12");
        assertThat(change(back, "ceasefire", "alaska").path("after").isNull()).isTrue();
        assertThat(because(change(back, "ceasefire", "alaska"))).isEqualTo(ids("proposed"));
    }

    @Test
    void worldAxisNamesCauses() {
        JsonNode diff = diff("?axis=world&from=2025-08-14&to=2025-08-16");
        JsonNode ceasefire = change(diff, "ceasefire", "alaska");
        assertThat(ceasefire.path("before").path("status").asString()).isEqualTo("PROPOSED");
        assertThat(ceasefire.path("after").path("status").asString()).isEqualTo("REJECTED");
        assertThat(because(ceasefire)).isEqualTo(ids("rejected", "corrected"));
        assertThat(change(diff, "understanding", "land")
                        .path("after")
                        .path("possible")
                        .asBoolean())
                .isTrue();

        JsonNode uncertain = diff("?axis=world&from=2025-08-16&to=2025-08-29");
        assertThat(change(uncertain, "understanding", "land")
                        .path("after")
                        .path("possible")
                        .asBoolean())
                .isFalse();
        assertThat(because(change(uncertain, "understanding", "land"))).isEqualTo(ids("claimed"));
    }

    @Test
    void worldAxisRespectsKnownAt() {
        JsonNode diff = diff("?axis=world&from=2025-08-14&to=2025-08-16&knownAt=2025-08-15");
        assertThat(because(change(diff, "ceasefire", "alaska"))).isEqualTo(ids("rejected"));
        assertThat(diff.path("changes")).hasSize(1);
    }

    @Test
    void changedPositionAppearsInQuestion() {
        TestLedger ledger = AlaskaStory.record("shifting");
        ledger.at("2025-08-21T09:00:00Z").log(
                "shifted",
                "{'command':'StatePosition','matter':'troops','occurred':'2025-08-20','by':'RUS',"
                        + "'stance':'CONDITIONAL','summary':'not without us',"
                        + "'evidence':{'sources':[{'publisher':'TASS','title':'A shift'}]}}");
        archive.publishAndWait(ledger.published());
        for (String axis : List.of("world&from=2025-08-19", "knowledge&from=2025-08-20")) {
            JsonNode question = change(
                    archive.get("/api/negotiations/shifting/diff?axis=" + axis).json(), "question", "troops");
            assertThat(question.at("/before/detail/positions/0/stance").asString())
                    .isEqualTo("OPPOSES");
            assertThat(question.at("/after/detail/positions/0/stance").asString())
                    .isEqualTo("CONDITIONAL");
            assertThat(question.at("/after/detail/positions/0/shifts")).isNotEmpty();
            assertThat(because(question))
                    .containsExactly(TestLedger.id("shifting" + "shifted").toString());
        }
    }

    @Test
    void negotiationItselfIsCompared() {
        JsonNode diff = diff("?axis=world&from=2025-08-09&to=2025-08-10&knownAt=2025-08-12");
        JsonNode process = change(diff, "negotiation", AlaskaStory.NEGOTIATION);
        assertThat(process.path("before").isNull()).isTrue();
        assertThat(process.at("/after/title").asString()).isEqualTo("Guarantees for Ukraine");
        assertThat(process.at("/after/status").asString()).isEqualTo("OPEN");
        assertThat(process.at("/after/detail/parties")).hasSize(4);
        assertThat(because(process)).isEqualTo(ids("open", "USA", "RUS", "UKR", "VOX"));
    }

    @Test
    void diffWaitsForDevelopment() {
        String open = ids("open").getFirst();
        assertThat(archive.get(PATH + "?axis=world&from=2025-08-16&after-development=" + open)
                        .status())
                .isEqualTo(200);
        assertThat(archive.get(PATH + "?axis=world&from=2025-08-16&after-development=x")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void sameInstantsHaveNoChanges() {
        assertThat(diff("?axis=world&from=2025-08-16&to=2025-08-16").path("changes"))
                .isEmpty();
        assertThat(diff("?axis=knowledge&from=2099&to=2100").path("changes")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "?axis=sideways&from=2025, /axis",
        "?from=2025, /axis",
        "?axis=world, /from",
        "?axis=world&from=yesterday, /from",
        "?axis=world&from=2025&to=soon, /to",
        "?axis=world&from=2025&asOf=2025, /asOf",
        "?axis=knowledge&from=2025&knownAt=2025, /knownAt",
        "?axis=knowledge&from=2025&asOf=never, /asOf"
    })
    void invalidParametersAreNamed(String question, String pointer) {
        Response answer = archive.get(PATH + question);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void unknownNegotiationIsNotFound() {
        assertThat(archive.get("/api/negotiations/nowhere/diff?axis=world&from=2025")
                        .status())
                .isEqualTo(404);
    }
}

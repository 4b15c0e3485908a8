package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/** Lists of matters: what a page needs of a negotiation with many. */
class MatterListQueryTest {
    private static final String PATH = "/api/negotiations/" + AlaskaStory.NEGOTIATION;

    private final ArchiveFixture archive = AlaskaStory.archive();

    private JsonNode get(String question) {
        Response answer = archive.get(PATH + question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> addresses(JsonNode matters) {
        return matters.valueStream()
                .map(matter -> matter.path("kind").asString() + "/"
                        + matter.path("matter").asString())
                .toList();
    }

    @Test
    void theOverviewIsTheStateWithoutItsMatters() {
        JsonNode state = get("");
        JsonNode overview = get("/overview?top=10");

        for (String field : List.of("title", "status", "through", "parties", "positions")) {
            assertThat(overview.path(field)).as(field).isEqualTo(state.path(field));
        }
        Set<String> listed = new TreeSet<>();
        overview.path("groups").forEach(group -> {
            assertThat(group.path("matters")).hasSize(group.path("total").asInt());
            listed.addAll(addresses(group.path("matters")));
        });
        assertThat(listed).containsExactlyElementsOf(new TreeSet<>(addresses(state.path("matters"))));
    }

    @Test
    void groupsAreCountedByState() {
        JsonNode groups = get("/overview").path("groups");

        assertThat(groups.valueStream().map(group -> group.path("kind").asString()))
                .contains("ceasefire", "guarantee", "meeting", "question");
        JsonNode ceasefires = groups.valueStream()
                .filter(group -> group.path("kind").asString().equals("ceasefire"))
                .findFirst()
                .orElseThrow();
        assertThat(ceasefires.path("matters")).isEmpty();
        assertThat(ceasefires.path("tallies")).singleElement().satisfies(tally -> {
            assertThat(tally.path("status").asString()).isEqualTo("REJECTED");
            assertThat(tally.path("count").asInt()).isEqualTo(1);
        });
    }

    @Test
    void eachMatterHasTheDevelopmentThatHappenedLastWithItsSources() {
        JsonNode matters = get("/matters?matter=ceasefire/alaska&matter=guarantee/backstop")
                .path("matters");

        JsonNode ceasefire = only(matters, "alaska");
        assertThat(ceasefire.at("/last/developmentId").asString())
                .isEqualTo(TestLedger.id(AlaskaStory.NEGOTIATION + "rejected").toString());
        assertThat(ceasefire.at("/last/evidence/sources/0/publisher").asString())
                .isEqualTo("Reuters");
        // The objection of the voice is retracted.
        assertThat(only(matters, "backstop").at("/last/developmentId").asString())
                .isEqualTo(TestLedger.id(AlaskaStory.NEGOTIATION + "guarantee").toString());
        assertThat(only(get("/matters?asOf=2025-08-13").path("matters"), "alaska")
                        .at("/last/developmentId")
                        .asString())
                .isEqualTo(TestLedger.id(AlaskaStory.NEGOTIATION + "proposed").toString());
    }

    private static JsonNode only(JsonNode matters, String slug) {
        return matters.valueStream()
                .filter(matter -> matter.path("matter").asString().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void mattersAreFilteredSortedAndPaged() {
        JsonNode all = get("/matters");
        assertThat(all.path("next").isNull()).isTrue();
        JsonNode first = get("/matters?limit=2");
        assertThat(first.path("total")).isEqualTo(all.path("total"));
        assertThat(first.path("next").asInt()).isEqualTo(2);
        assertThat(addresses(get("/matters?limit=2&skip=2").path("matters")))
                .isEqualTo(addresses(all.path("matters")).subList(2, 4));

        assertThat(addresses(get("/matters?kind=ceasefire").path("matters"))).containsExactly("ceasefire/alaska");
        assertThat(addresses(get("/matters?status=PROPOSED").path("matters"))).containsExactly("guarantee/backstop");
        assertThat(addresses(
                        get("/matters?party=UKR&kind=guarantee&kind=question").path("matters")))
                .containsExactly("guarantee/backstop");
        assertThat(get("/matters?sort=title")
                        .path("matters")
                        .path(0)
                        .path("title")
                        .asString())
                .isEqualTo("Alaska ceasefire");
    }

    @Test
    void invalidParametersAreRefused() {
        for (String question : List.of("?sort=size", "?skip=-1", "?limit=501", "?kind=treaty")) {
            assertThat(archive.get(PATH + "/matters" + question).status())
                    .as(question)
                    .isEqualTo(400);
        }
        assertThat(archive.get(PATH + "/overview?top=51").status()).isEqualTo(400);
        assertThat(archive.get("/api/negotiations/no-such/overview").status()).isEqualTo(404);
    }

    @Test
    void theTrailHasAnOrderOfTheWorld() {
        JsonNode entries = get("/trail?order=world&limit=6").path("entries");

        assertThat(entries).hasSize(6);
        assertThat(get("/trail?order=world&limit=6").path("next").isNull()).isTrue();
        // The answer of 14 August was recorded after that of the 15th.
        List<String> ids = entries.valueStream()
                .map(entry -> entry.path("developmentId").asString())
                .toList();
        assertThat(ids)
                .containsSubsequence(
                        TestLedger.id(AlaskaStory.NEGOTIATION + "claimed").toString(),
                        TestLedger.id(AlaskaStory.NEGOTIATION + "rejected").toString());
        assertThat(entries).allSatisfy(entry -> assertThat(entry.has("targets")).isFalse());
        assertThat(archive.get(PATH + "/trail?order=sideways").status()).isEqualTo(400);
    }
}

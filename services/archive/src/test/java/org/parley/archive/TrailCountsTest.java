package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.archive.ArchiveFixture.Response;
import tools.jackson.databind.JsonNode;

/** The trail in descending order, by facet, and by day. */
class TrailCountsTest {
    private static final String NEGOTIATION = "/api/negotiations/" + AlaskaStory.NEGOTIATION;
    private static final String PATH = NEGOTIATION + "/trail";

    private final ArchiveFixture archive = AlaskaStory.archive();

    @AfterEach
    void resetClock() {
        archive.setTime(AlaskaStory.NOW);
    }

    private JsonNode ok(String path) {
        Response answer = archive.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<JsonNode> entries(String question) {
        List<JsonNode> entries = new ArrayList<>();
        ok(PATH + question).path("entries").forEach(entries::add);
        return entries;
    }

    @Test
    void descendingPagesAreTheReversedTrail() {
        List<JsonNode> asRecorded = entries("?limit=500");
        List<JsonNode> reversed = new ArrayList<>();
        JsonNode page = ok(PATH + "?order=desc&limit=3");
        page.path("entries").forEach(reversed::add);
        while (!page.path("next").isNull()) {
            page = ok(PATH + "?order=desc&limit=3&before=" + page.path("next").asLong());
            page.path("entries").forEach(reversed::add);
        }

        assertThat(reversed).hasSameSizeAs(asRecorded);
        Collections.reverse(reversed);
        assertThat(reversed).isEqualTo(asRecorded);
    }

    @Test
    void ndjsonRespectsOrder() {
        List<Long> positions = archive.get(
                        PATH + "?order=desc&after=2&before=7", Map.of("Accept", "application/x-ndjson"))
                .body()
                .lines()
                .map(line -> org.parley.contract.Json.MAPPER
                        .readTree(line)
                        .path("position")
                        .asLong())
                .toList();

        assertThat(positions).containsExactly(6L, 5L, 4L, 3L);
    }

    @Test
    void invalidOrderIsRefused() {
        assertThat(archive.get(PATH + "?order=sideways").status()).isEqualTo(400);
        assertThat(archive.get(PATH + "?before=x")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/before");
    }

    @Test
    void matterMayHaveKind() {
        assertThat(entries("?matter=ceasefire/alaska&limit=500"))
                .isNotEmpty()
                .isEqualTo(entries("?matter=alaska&kind=ceasefire&limit=500"));
        assertThat(archive.get(PATH + "?matter=warning/alaska").status()).isEqualTo(404);
    }

    @Test
    void facetCountsEqualFilteredTotals() {
        for (String base : new String[] {
            "",
            "kind=ceasefire",
            "party=RUS&type=CeasefireRejected",
            "q=ceasefire",
            "asOf=2025-08-15",
            "standing=EFFECTIVE",
            "standing=CORRECTED&party=RUS",
            "matter=ceasefire/alaska&standing=RETRACTED"
        }) {
            JsonNode counted = ok(PATH + "/facets?" + base);
            assertThat(counted.path("total").asInt())
                    .isEqualTo(entries("?limit=500&" + base).size());
            counted.path("facets").propertyStream().forEach(facet -> {
                String others = without(base, facet.getKey());
                for (JsonNode value : facet.getValue()) {
                    assertThat(value.path("count").asInt())
                            .as("%s %s %s", base, facet.getKey(), value)
                            .isEqualTo(entries("?limit=500&" + others + "&" + facet.getKey() + "="
                                            + value.path("value").asString().replace("=", "%3D"))
                                    .size());
                }
            });
        }
    }

    private static String without(String question, String name) {
        return String.join(
                "&",
                List.of(question.split("&")).stream()
                        .filter(part -> !part.startsWith(name + "="))
                        .toList());
    }

    /** One scan for all facets, whatever the filter. */
    @Test
    void facetsTakeFewStatements() {
        for (String filter : List.of("", "?kind=ceasefire&party=RUS", "?standing=EFFECTIVE")) {
            List<String> statements = archive.statements().during(() -> ok(PATH + "/facets" + filter));

            assertThat(statements).hasSizeLessThanOrEqualTo(6);
            assertThat(statements.stream().filter(sql -> sql.contains("grouping sets")))
                    .hasSize(1);
        }
    }

    @Test
    void filteredValueIsListedWithoutMatches() {
        JsonNode types = ok(PATH + "/facets?type=MeetingCancelled").at("/facets/type");

        assertThat(types.findValuesAsString("value")).contains("MeetingCancelled", "CeasefireRejected");
    }

    @Test
    void facetsHaveNames() {
        JsonNode facets = ok(PATH + "/facets").path("facets");

        assertThat(facets.path("party").findValuesAsString("name")).contains("Russia");
        assertThat(facets.path("matter").findValuesAsString("title")).contains("Alaska ceasefire");
    }

    @Test
    void calendarCountsDaysOfBothAxes() {
        Map<String, Integer> world = new TreeMap<>();
        Map<String, Integer> desk = new TreeMap<>();
        for (JsonNode entry : entries("?limit=500")) {
            desk.merge(entry.path("recordedAt").asString().substring(0, 10), 1, Integer::sum);
            if (!entry.has("targets")
                    && entry.has("occurred")
                    && !entry.path("standing").asString().equals("RETRACTED")) {
                world.merge(entry.path("occurred").asString().substring(0, 10), 1, Integer::sum);
            }
        }

        JsonNode calendar = ok(NEGOTIATION + "/calendar");

        assertThat(days(calendar.path("world"))).isEqualTo(world);
        assertThat(days(calendar.path("desk"))).isEqualTo(desk);
        assertThat(calendar.path("through").asInt())
                .isEqualTo(entries("?limit=500").size());
        assertThat(days(ok(NEGOTIATION + "/calendar?knownAt=2025-08-14").path("desk")))
                .allSatisfy((day, count) -> assertThat(day).isLessThanOrEqualTo("2025-08-14"));
        assertThat(days(ok(NEGOTIATION + "/calendar?asOf=2025-08-14").path("world")))
                .allSatisfy((day, count) -> assertThat(day).isLessThanOrEqualTo("2025-08-14"));
        assertThat(archive.get("/api/negotiations/nobody/calendar").status()).isEqualTo(404);
    }

    private static Map<String, Integer> days(JsonNode days) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        days.forEach(
                day -> counts.put(day.path("day").asString(), day.path("count").asInt()));
        return new TreeMap<>(counts);
    }
}

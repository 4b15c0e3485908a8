package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatusHistoryTest {
    private static final String PATH = "/api/negotiations/" + AlaskaStory.NEGOTIATION + "/status-history";

    private final ArchiveFixture archive = AlaskaStory.archive();

    @Test
    void eachMatterHasItsStatusesInTheOrderOfValidTime() {
        JsonNode answer = archive.get(PATH).json();
        assertThat(answer.path("through").asLong()).isEqualTo(20);
        JsonNode ceasefire = matter(answer, "ceasefire", "alaska");
        assertThat(ceasefire.path("steps").findValuesAsString("type"))
                .containsExactly("CeasefireProposed", "CeasefireAccepted", "CeasefireRejected");
        JsonNode rejected = ceasefire.path("steps").path(2);
        assertThat(rejected.path("status").asString()).isEqualTo("REJECTED");
        assertThat(rejected.path("occurred").asString()).isEqualTo("2025-08-16");
        assertThat(answer.path("matters").findValuesAsString("kind")).doesNotContain("negotiation");
    }

    @Test
    void lastStatusIsThatOfTheState() {
        for (String when :
                new String[] {"", "?asOf=2025-08-15", "?knownAt=2025-08-16", "?asOf=2025-08-15&knownAt=2025-08-17"}) {
            JsonNode state = archive.get("/api/negotiations/" + AlaskaStory.NEGOTIATION + when)
                    .json();
            JsonNode answer = archive.get(PATH + when).json();
            assertThat(answer.path("matters")).hasSameSizeAs(state.path("matters"));
            for (JsonNode matter : state.path("matters")) {
                JsonNode steps = matter(
                                answer,
                                matter.path("kind").asString(),
                                matter.path("matter").asString())
                        .path("steps");
                assertThat(steps.path(steps.size() - 1).path("status").asString())
                        .as("%s%s", matter.path("matter"), when)
                        .isEqualTo(matter.path("status").asString());
                assertThat(matter(
                                        answer,
                                        matter.path("kind").asString(),
                                        matter.path("matter").asString())
                                .path("title"))
                        .isEqualTo(matter.path("title"));
            }
        }
    }

    @Test
    void oneKindOnly() {
        assertThat(archive.get(PATH + "?kind=ceasefire").json().path("matters").findValuesAsString("kind"))
                .isNotEmpty()
                .allMatch("ceasefire"::equals);
        assertThat(archive.get(PATH + "?kind=truce").status()).isEqualTo(404);
    }

    @Test
    void limitListsWhatEnteredItsStatusLast() {
        JsonNode all = archive.get(PATH).json();
        JsonNode limited = archive.get(PATH + "?limit=1").json();
        assertThat(limited.path("totals")).isEqualTo(all.path("totals"));
        assertThat(limited.path("matters").findValuesAsString("kind")).doesNotHaveDuplicates();
        JsonNode last = archive.get("/api/negotiations/" + AlaskaStory.NEGOTIATION + "/matters?kind=ceasefire&limit=1")
                .json();
        assertThat(last.path("total").asInt())
                .isEqualTo(all.path("totals").path("ceasefire").asInt());
        assertThat(matter(limited, "ceasefire", last.at("/matters/0/matter").asString())
                        .path("steps"))
                .isNotEmpty();
        assertThat(archive.get(PATH + "?limit=0").status()).isEqualTo(400);
    }

    private static JsonNode matter(JsonNode answer, String kind, String slug) {
        return StreamSupport.stream(answer.path("matters").spliterator(), false)
                .filter(matter -> matter.path("kind").asString().equals(kind)
                        && matter.path("matter").asString().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}

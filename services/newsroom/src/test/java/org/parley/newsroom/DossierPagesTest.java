package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** The pages of everything that the dossiers have: disputes, corrections, votes, parties within parties. */
@ExtendWith(SharedNewsroom.class)
class DossierPagesTest {
    private final RunningNewsroom newsroom;

    DossierPagesTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    private void assertOpens(List<String> paths) {
        for (String path : paths) {
            Answer page = newsroom.reader().get(path, "Accept", "text/html");
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContain("??");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ukraine-2025", "colombia-2012"})
    void everyMatterHasAPage(String negotiation) {
        List<String> paths = new ArrayList<>(List.of("/n/" + negotiation + "/matters/negotiation/" + negotiation));
        for (JsonNode matter : newsroom.archive(negotiation).state().path("matters")) {
            paths.add("/n/" + negotiation + "/matters/" + matter.path("kind").asString() + "/"
                    + matter.path("matter").asString());
        }
        assertThat(paths).hasSizeGreaterThan(20);
        assertOpens(paths);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ukraine-2025", "colombia-2012"})
    void everySortOfEntryHasAPage(String negotiation) {
        Set<String> sorts = new HashSet<>();
        List<String> paths = new ArrayList<>();
        for (JsonNode entry : newsroom.archive(negotiation).trail()) {
            String sort = entry.path("type").asString() + entry.path("standing").asString() + entry.path("disputed");
            if (sorts.add(sort)) {
                paths.add("/n/" + negotiation + "/entries/"
                        + entry.path("developmentId").asString());
            }
        }
        assertThat(paths).hasSizeGreaterThan(20);
        assertOpens(paths);
    }

    @Test
    void everyPageOpensAtAnyMomentOfItsOwnLinks() {
        String at = "?asOf=2026-03-01T03:00:20.168236Z&knownAt=2099-01-01T00:00:00.000001Z";
        List<String> paths = new ArrayList<>();
        for (String page : List.of("", "/timeline", "/trail", "/matters", "/matters/meeting/alaska")) {
            paths.add(DeskPages.NEGOTIATION + page + at);
        }
        assertOpens(paths);
    }

    @Test
    void whatIsPastItsEndIsNotInForce() {
        // Nobody has recorded that the truce of April 2026 ended.
        String page = newsroom.reader()
                .get("/n/ukraine-2025?asOf=2026-04-20", "Accept", "text/html")
                .body();
        String briefing =
                page.substring(page.indexOf("class=\"brief\""), page.indexOf("</ol>", page.indexOf("class=\"brief\"")));
        assertThat(briefing).contains("There is no ceasefire");
    }
}

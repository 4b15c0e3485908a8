package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.contract.proof.InclusionProof;
import org.parley.contract.proof.TreeHash;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

class DevelopmentQueryTest {
    private final ArchiveFixture archive = AlaskaStory.archive();

    private static String path(String name) {
        return "/api/developments/" + TestLedger.id(AlaskaStory.NEGOTIATION + name);
    }

    @Test
    void developmentListsItsEditorialEvents() {
        JsonNode proposed = archive.get(path("proposed")).json();
        assertThat(proposed.path("type").asString()).isEqualTo("CeasefireProposed");
        assertThat(types(proposed)).containsExactly("SourceAdded", "DevelopmentGraded");
        assertThat(types(archive.get(path("rejected")).json())).containsExactly("DevelopmentCorrected");
        assertThat(types(archive.get(path("corrected")).json())).isEmpty();
        assertThat(types(archive.get(path("proposed") + "?knownAt=2025-08-20T09:01:30Z")
                        .json()))
                .containsExactly("SourceAdded");
    }

    @Test
    void correctionHasItsWordingOfTheDevelopment() {
        JsonNode rejected = archive.get(path("rejected")).json();
        assertThat(rejected.path("title").asString()).isEqualTo("Alaska ceasefire");
        assertThat(rejected.path("summary").asString()).contains("15 August 2025");
        assertThat(rejected.at("/said/0/replacement").asString())
                .isEqualTo("On 16 August 2025, Russia rejected the ceasefire “Alaska ceasefire”: not yet.");
        assertThat(archive.get(path("corrected")).json().path("replacement").asString())
                .isEqualTo(rejected.at("/said/0/replacement").asString());
        assertThat(rejected.has("replacement")).isFalse();
    }

    @Test
    void leafIsProvenToBeInTheTree() {
        JsonNode rejected = archive.get(path("rejected")).json();
        long position = rejected.path("position").asLong();
        JsonNode proof = archive.get("/api/negotiations/" + AlaskaStory.NEGOTIATION
                        + "/proofs/inclusion?size=20&position=" + position)
                .json();
        List<TreeHash> hashes = proof.path("hashes")
                .valueStream()
                .map(hash -> TreeHash.parse(hash.asString()))
                .toList();
        assertThat(new InclusionProof(position - 1, 20, hashes)
                        .proves(
                                TreeHash.parse(rejected.path("leaf").asString()),
                                TreeHash.parse(proof.path("root").asString())))
                .isTrue();
    }

    private static List<String> types(JsonNode development) {
        return development.path("said").findValuesAsString("type").stream()
                .filter(type -> type.startsWith("Development") || type.startsWith("Source"))
                .toList();
    }

    @Test
    void unknownDevelopmentIsNotFound() {
        assertThat(archive.get("/api/developments/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(archive.get("/api/developments/7").status()).isEqualTo(400);
        Response later = archive.get(path("corrected") + "?knownAt=2025-08-19");
        assertThat(later.status()).isEqualTo(404);
        assertThat(later.json().path("detail").asString()).contains("by then");
    }

    @Test
    void developmentAfterAsOfIsNotFound() {
        Response answer = archive.get(path("rejected") + "?asOf=2025-08-14");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("detail").asString()).contains("had not occurred by then", "2025-08-15");
        assertThat(archive.get(path("rejected") + "?asOf=2025-08-15").status()).isEqualTo(200);
        assertThat(archive.get(path("corrected") + "?asOf=2025-08-14").status()).isEqualTo(200);
    }

    @Test
    void queryWaitsForDevelopment() {
        for (String path : List.of(
                "/api/negotiations", "/api/negotiations/" + AlaskaStory.NEGOTIATION + "/trail", "/api/projections")) {
            Response answer =
                    archive.get(path + "?after-development=" + TestLedger.id(AlaskaStory.NEGOTIATION + "held"));
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void waitIsLimited() {
        long begin = System.nanoTime();
        Response answer = archive.get("/api/negotiations?after-development=" + UUID.randomUUID());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat((System.nanoTime() - begin) / 1_000_000).isGreaterThanOrEqualTo(4_900L);
    }

    @Test
    void invalidIdIsRefused() {
        Response answer = archive.get("/api/negotiations?after-development=1-1-1-1-1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("pointer")).containsExactly("/after-development");
    }

    @Test
    void everyQueryIsDescribed() {
        JsonNode api = archive.get("/openapi.json").json();
        for (String path : List.of(
                "/api/negotiations",
                "/api/negotiations/{negotiation}",
                "/api/negotiations/{negotiation}/matters/{kind}/{matter}",
                "/api/negotiations/{negotiation}/trail",
                "/api/negotiations/{negotiation}/diff",
                "/api/negotiations/{negotiation}/timemap",
                "/api/negotiations/{negotiation}/matters/{kind}/{matter}/timemap",
                "/api/negotiations/{negotiation}/export",
                "/api/developments/{id}",
                "/api/projections")) {
            JsonNode get = api.path("paths").path(path).path("get");
            assertThat(get.path("summary").asString("")).as(path).isNotBlank();
            assertThat(get.path("parameters").findValuesAsString("name")).contains("after-development");
        }
        JsonNode trail =
                api.path("paths").path("/api/negotiations/{negotiation}/trail").path("get");
        assertThat(trail.path("parameters").findValuesAsString("name"))
                .contains(
                        "after",
                        "limit",
                        "kind",
                        "matter",
                        "party",
                        "type",
                        "standing",
                        "editor",
                        "q",
                        "asOf",
                        "knownAt");
    }
}

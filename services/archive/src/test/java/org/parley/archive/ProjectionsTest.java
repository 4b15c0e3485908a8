package org.parley.archive;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.archive.trail.projection.TrailProjection;
import org.parley.contract.PublishedEvent;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

class ProjectionsTest {
    private final ArchiveFixture archive = AlaskaStory.archive();

    @AfterEach
    void resetClock() {
        archive.setTime(AlaskaStory.NOW);
    }

    private String state() {
        return archive.get("/api/negotiations/" + AlaskaStory.NEGOTIATION).body();
    }

    private JsonNode projection(String name) {
        return projection(archive, name);
    }

    private static JsonNode projection(ArchiveFixture archive, String name) {
        for (JsonNode projection : archive.get("/api/projections").json().path("projections")) {
            if (projection.path("name").asString().equals(name)) {
                return projection;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void unfoldableEventStopsOnlyItsNegotiation() {
        try (ArchiveFixture alone = new ArchiveFixture(AlaskaStory.NOW)) {
            unfoldableEventStopsOnlyItsNegotiation(alone);
        }
    }

    private static void unfoldableEventStopsOnlyItsNegotiation(ArchiveFixture archive) {
        TestLedger ledger = AlaskaStory.record("alaska-2025");
        archive.publishAndWait(ledger.published());
        await().atMost(180, SECONDS)
                .until(() ->
                        projection(archive, "state").path("status").asString().equals("LIVE"));
        assertThat(archive.asChief("GET", "/actuator/health/projections")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        PublishedEvent impossible =
                ledger.dangling("impossible", new MatterAddress("alaska-2025", MatterKind.CEASEFIRE, "other"));
        TestLedger other = AlaskaStory.record("other-2025");
        archive.publish(List.of(impossible));
        archive.publishAndWait(other.published());
        await().atMost(180, SECONDS)
                .until(() ->
                        projection(archive, "state").path("status").asString().equals("STOPPED"));

        JsonNode stopped = projection(archive, "state").path("stopped").path(0);
        assertThat(stopped.path("negotiation").asString()).isEqualTo("alaska-2025");
        assertThat(stopped.path("position").asLong()).isEqualTo(21);
        assertThat(stopped.path("developmentId").asString())
                .isEqualTo(impossible.developmentId().toString());
        assertThat(stopped.path("reason").asString()).contains("which is not recorded");
        JsonNode health = archive.asChief("GET", "/actuator/health/projections").json();
        assertThat(health.path("status").asString()).isEqualTo("DOWN");
        assertThat(health.path("details").path("state").asString()).contains("alaska-2025");
        await().untilAsserted(() -> assertThat(
                        projection(archive, "proof").path("status").asString())
                .isEqualTo("LIVE"));
        awaitReadiness(archive, 200);
        assertThat(archive.get("/api/negotiations/alaska-2025")
                        .json()
                        .path("through")
                        .asLong())
                .isEqualTo(20);
        assertThat(archive.get("/api/negotiations/other-2025")
                        .json()
                        .path("through")
                        .asLong())
                .isEqualTo(20);
    }

    /** A read-only database: queries are answered, but the projections cannot continue. */
    @Test
    void stuckProjectionIsNotReady() throws SQLException {
        awaitReadiness(archive, 200);
        archive.setReadOnly(true);
        archive.publish(AlaskaStory.record("not-taken").published());
        awaitReadiness(archive, 503);
        assertThat(archive.get("/actuator/health/liveness").status()).isEqualTo(200);
        await().atMost(180, SECONDS).until(() -> archive.asChief("GET", "/actuator/health/projectionProgress")
                .json()
                .at("/details/stuck")
                .toString()
                .contains("state"));
        archive.setReadOnly(false);
        awaitReadiness(archive, 200);
    }

    private static void awaitReadiness(ArchiveFixture archive, int status) {
        await().atMost(180, SECONDS)
                .until(() -> archive.get("/actuator/health/readiness").status() == status);
    }

    @Test
    void rebuildIsShownAndFormerBuildCanBeDropped() {
        String state = state();
        int first = projection("state").path("build").asInt();
        assertThat(archive.asChief("POST", "/api/projections/state/rebuild").status())
                .isEqualTo(202);
        await().atMost(180, SECONDS)
                .until(() -> projection("state").path("build").asInt() != first);
        JsonNode former = projection("state").path("former").path(0);
        assertThat(former.path("build").asInt()).isEqualTo(first);
        assertThat(state()).isEqualTo(state);
        assertThat(archive.asChief("DELETE", "/api/projections/state/builds/999")
                        .status())
                .isEqualTo(409);
        assertThat(archive.asChief("DELETE", "/api/projections/state/rebuild").status())
                .isEqualTo(409);
        assertThat(archive.asChief("DELETE", "/api/projections/state/builds/" + first)
                        .status())
                .isEqualTo(202);
        await().atMost(180, SECONDS)
                .until(() -> projection("state").path("former").isEmpty());
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void progressIsShown() {
        await().atMost(180, SECONDS)
                .until(() -> projection("trail").path("status").asString().equals("LIVE"));
        JsonNode before = projection("trail");
        TestLedger ledger = AlaskaStory.record("how-far");
        archive.publishAndWait(ledger.published());
        // The status is refreshed at an interval, so its figures lag behind.
        await().atMost(180, SECONDS).untilAsserted(() -> {
            JsonNode progress = projection("trail").path("progress");
            for (String count : List.of("done", "total")) {
                assertThat(progress.path(count).asLong())
                        .isGreaterThanOrEqualTo(
                                before.path("progress").path(count).asLong() + 20);
            }
            assertThat(projection("trail").path("lag").asLong()).isZero();
        });
        JsonNode trail = projection("trail");
        assertThat(trail.path("version").asInt()).isEqualTo(new TrailProjection().version());
        assertThat(trail.path("stopped")).isEmpty();
    }

    @Test
    void developmentDatedAheadOfUtcCountsAtOnce() {
        TestLedger ledger = AlaskaStory.record("alaska-2025");
        ledger.at("2025-08-25T11:00:00Z");
        ledger.log(
                "ahead",
                "{'command':'DeclareCeasefire','matter':'alaska','occurred':'2025-08-26','by':'RUS',"
                        + "'evidence':{'sources':[{'publisher':'TASS','title':'Kamchatka'}]}}");
        archive.publishAndWait(ledger.published());
        String path = "/api/negotiations/alaska-2025/matters/ceasefire/alaska";
        assertThat(archive.get(path).json().path("status").asString()).isEqualTo("IN_FORCE");
        assertThat(archive.get(path).json().path("possible").asBoolean(true)).isFalse();
        assertThat(archive.get(path).json().at("/history/2/possible").asBoolean(true))
                .isFalse();
        assertThat(status("")).isEqualTo("IN_FORCE");
        assertThat(status("?asOf=" + AlaskaStory.NOW)).isEqualTo("REJECTED");
        String asOf =
                archive.get("/api/negotiations/alaska-2025").json().path("asOf").asString();
        assertThat(asOf).isEqualTo("2025-08-26T00:00:00.000000Z");
        assertThat(status("?asOf=" + asOf)).isEqualTo("IN_FORCE");
        assertThat(archive.get("/api/negotiations/alaska-2025/diff?axis=world&from=" + AlaskaStory.NOW)
                        .json()
                        .at("/changes/0/after/status")
                        .asString())
                .isEqualTo("IN_FORCE");
    }

    private String status(String question) {
        return archive.get("/api/negotiations/alaska-2025" + question)
                .json()
                .path("matters")
                .valueStream()
                .filter(matter -> matter.path("kind").asString().equals("ceasefire"))
                .map(matter -> matter.path("status").asString())
                .findFirst()
                .orElseThrow();
    }
}

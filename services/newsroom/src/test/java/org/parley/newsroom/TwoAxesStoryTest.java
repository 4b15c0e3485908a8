package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.newsroom.Archive.PATIENCE;
import static org.parley.newsroom.Archive.texts;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.contract.PublishedEvent;
import org.parley.newsroom.Client.Answer;
import tools.jackson.databind.JsonNode;

/** The newsroom is wrong twice about the summer of 2025, and puts it right without hiding anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoAxesStoryTest {
    private static final String NEGOTIATION = "ukraine-2025";
    private static final String EVIDENCE =
            ",'evidence':{'sources':[{'publisher':'TASS','title':'Lavrov on guarantees'}],'grade':'B3'}";

    private RunningNewsroom newsroom;
    private Archive archive;

    @BeforeAll
    void start() {
        newsroom = RunningNewsroom.start(DataFolder.fresh(), RunningNewsroom.WITH_CHIEF_PASSWORD);
        archive = newsroom.archive(NEGOTIATION);
    }

    @AfterAll
    void stop() {
        newsroom.close();
    }

    /** Logs a command; returns its id and when it was recorded, once everybody can read it. */
    private Logged log(String command) {
        Answer answer = newsroom.chief()
                .command("{'negotiation':'ukraine-2025',".replace('\'', '"')
                        + command.replace('\'', '"').substring(1));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String id = answer.json().path("developmentId").asString();
        return new Logged(id, archive.development(id).path("recordedAt").asString());
    }

    private record Logged(String id, String recordedAt) {
        /** The last moment at which nobody had logged it. */
        String justBefore() {
            return PublishedEvent.time(Instant.parse(recordedAt).minusNanos(1_000));
        }
    }

    private String objectedTo(String parameters) {
        JsonNode guarantee = archive.matter("guarantee", "article-5-like", parameters);
        return texts(guarantee.at("/detail/objectedToBy")).toString();
    }

    private JsonNode agreement(String parameters) {
        return archive.matter("agreement", "usa-ukr-guarantees", parameters);
    }

    @Test
    void whatWasBelievedWhenIsNeverLost() {
        int recorded = archive.trail().size();
        log("{'command':'ProposeGuarantee','matter':'article-5-like','occurred':'2025-08-17','by':'USA','to':'UKR',"
                + "'form':'MUTUAL_DEFENCE'" + EVIDENCE + "}");

        // On Lavrov's objection the desk gets the day wrong.
        Logged objection = log("{'command':'ObjectToGuarantee','matter':'article-5-like','occurred':'2025-08-18',"
                + "'by':{'party':'RUS','person':'Sergei Lavrov'},'reason':'no guarantees without Russia'" + EVIDENCE
                + "}");
        // A false report: the agreement was never signed.
        Logged signing =
                log("{'command':'SignBilateralAgreement','matter':'usa-ukr-guarantees','occurred':'2025-08-25',"
                        + "'between':['USA','UKR'],'subject':'security guarantees'" + EVIDENCE + "}");
        Logged correction = log("{'command':'CorrectDevelopment','target':'" + objection.id()
                + "','reason':'He said it on the 20th','replacement':{'command':'ObjectToGuarantee',"
                + "'occurred':'2025-08-20','by':{'party':'RUS','person':'Sergei Lavrov'},"
                + "'reason':'no guarantees without Russia'}}");
        Logged retraction = log("{'command':'RetractDevelopment','target':'" + signing.id()
                + "','reason':'The agency withdrew its report'}");

        // Before, between and after: exactly what the newsroom believed.
        String on18 = "?asOf=2025-08-18";
        assertThat(objectedTo(on18 + "&knownAt=" + objection.justBefore())).isEqualTo("[]");
        assertThat(objectedTo(on18 + "&knownAt=" + objection.recordedAt())).isEqualTo("[RUS]");
        assertThat(objectedTo(on18 + "&knownAt=" + correction.justBefore())).isEqualTo("[RUS]");
        assertThat(objectedTo(on18 + "&knownAt=" + correction.recordedAt())).isEqualTo("[]");
        assertThat(objectedTo("?asOf=2025-08-20")).isEqualTo("[RUS]");
        assertThat(agreement("?knownAt=" + signing.justBefore()).isMissingNode())
                .isTrue();
        assertThat(agreement("?knownAt=" + signing.recordedAt()).path("status").asString())
                .isEqualTo("SIGNED");
        assertThat(agreement("?knownAt=" + retraction.justBefore())
                        .path("status")
                        .asString())
                .isEqualTo("SIGNED");
        assertThat(agreement("").isMissingNode()).isTrue();

        // The difference names what made it.
        JsonNode diff = newsroom.anonymous()
                .get("/api/negotiations/" + NEGOTIATION + "/diff?axis=knowledge&asOf=2025-08-31&from="
                        + signing.recordedAt() + "&to=" + retraction.recordedAt())
                .json();
        assertThat(texts(diff.path("changes"), "matter")).containsExactly("article-5-like", "usa-ukr-guarantees");
        assertThat(texts(diff.at("/changes/0/because"))).containsExactly(correction.id());
        assertThat(texts(diff.at("/changes/1/because"))).containsExactly(retraction.id());
        assertThat(diff.at("/changes/1/after").isNull()).isTrue();

        // And everything that was ever said is still there, marked.
        List<JsonNode> trail = archive.trail();
        assertThat(trail).hasSize(recorded + 5);
        assertThat(standing(trail, objection)).isEqualTo("CORRECTED");
        assertThat(standing(trail, signing)).isEqualTo("RETRACTED");
        assertThat(archive.development(signing.id()).path("summary").asString()).contains("signed");
        assertThat(newsroom.topic().of(NEGOTIATION)).hasSizeGreaterThanOrEqualTo(recorded + 5);
    }

    private static String standing(List<JsonNode> trail, Logged logged) {
        return trail.stream()
                .filter(entry -> entry.path("developmentId").asString().equals(logged.id()))
                .map(entry -> entry.path("standing").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLiveTheRebuiltAndTheOfflineStateAreOne() {
        String live = archive.contentHash();
        assertThat(archive.contentHashOffline()).isEqualTo(live);
        List<JsonNode> trail = archive.trail();
        for (String projection : List.of("trail", "state", "proof")) {
            int build = projection(projection).path("build").asInt();
            Answer answer =
                    newsroom.chief().post("/api/projections/" + projection + "/rebuild", "application/json", "");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
            assertThat(answer.json().path("name").asString()).isEqualTo(projection);
            await().atMost(PATIENCE)
                    .until(() -> projection(projection).path("build").asInt() != build);
            JsonNode former = projection(projection).path("former").path(0);
            assertThat(former.path("build").asInt()).isEqualTo(build);
            assertThat(former.path("phase").asString()).isEqualTo("FORMER");
        }
        assertThat(archive.contentHash()).isEqualTo(live);
        assertThat(archive.trail()).isEqualTo(trail);
        assertThat(newsroom.anonymous()
                        .get("/actuator/health")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
    }

    private JsonNode projection(String name) {
        return newsroom.anonymous().get("/api/projections/" + name).json();
    }

    @Test
    void onlyAChiefRebuilds() {
        String path = "/api/projections/state/rebuild";
        assertThat(newsroom.anonymous().post(path, "application/json", "").status())
                .isEqualTo(401);
        newsroom.chief()
                .post(
                        "/api/accounts",
                        "application/json",
                        "{\"name\":\"mia\",\"role\":\"EDITOR\",\"password\":\"mia-password-1\"}");
        assertThat(newsroom.anonymous()
                        .as("mia", "mia-password-1")
                        .post(path, "application/json", "")
                        .status())
                .isEqualTo(403);
        assertThat(newsroom.chief()
                        .post("/api/projections/nothing/rebuild", "application/json", "")
                        .status())
                .isEqualTo(404);
        assertThat(newsroom.chief()
                        .post(path + "?accept=true", "application/json", "")
                        .status())
                .isEqualTo(409);
        assertThat(newsroom.chief()
                        .post("/api/projections/state/retry?negotiation=ukraine-2025", "application/json", "")
                        .status())
                .isEqualTo(404);
    }
}

package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.newsroom.NegotiationReader.PATIENCE;
import static org.parley.newsroom.NegotiationReader.texts;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.PublishedEvent;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** The newsroom records two mistakes about the summer of 2025 and corrects them; both axes stay readable. */
@ExtendWith(SharedNewsroom.class)
class TwoAxesStoryTest {
    private static final String EVIDENCE =
            ",'evidence':{'sources':[{'publisher':'TASS','title':'Lavrov on guarantees'}],'grade':'B3'}";

    private final RunningNewsroom newsroom;
    private final NegotiationReader archive;

    TwoAxesStoryTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        this.archive = newsroom.archive("summer-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /**
     * Logs a command and waits until it can be read.
     *
     * @return its id and record time
     */
    private Logged log(String command) {
        Answer answer = newsroom.chief()
                .command(("{'negotiation':'" + archive.negotiation() + "'," + command.substring(1)).replace('\'', '"'));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String id = answer.json().path("developmentId").asString();
        return new Logged(id, archive.development(id).path("recordedAt").asString());
    }

    private record Logged(String id, String recordedAt) {
        /** The last instant before it was recorded. */
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
    void earlierKnowledgeStaysReadable() {
        log("{'command':'OpenNegotiation','title':'The summer of 2025'}");
        for (String party : List.of("USA", "UKR", "RUS")) {
            log("{'command':'AdmitParty','party':'" + party + "','name':'" + party + "','partyKind':'STATE'}");
        }
        int recorded = archive.trail().size();
        log("{'command':'ProposeGuarantee','matter':'article-5-like','occurred':'2025-08-17','by':'USA','to':'UKR',"
                + "'form':'MUTUAL_DEFENCE'" + EVIDENCE + "}");

        // The date of Lavrov's objection is recorded wrongly.
        Logged objection = log("{'command':'ObjectToGuarantee','matter':'article-5-like','occurred':'2025-08-18',"
                + "'by':{'party':'RUS','person':'Sergei Lavrov'},'reason':'no guarantees without Russia'" + EVIDENCE
                + "}");
        // A false report is recorded: the agreement was never signed.
        Logged signing =
                log("{'command':'SignBilateralAgreement','matter':'usa-ukr-guarantees','occurred':'2025-08-25',"
                        + "'between':['USA','UKR'],'subject':'security guarantees'" + EVIDENCE + "}");
        Logged correction = log("{'command':'CorrectDevelopment','target':'" + objection.id()
                + "','reason':'He said it on the 20th','replacement':{'command':'ObjectToGuarantee',"
                + "'occurred':'2025-08-20','by':{'party':'RUS','person':'Sergei Lavrov'},"
                + "'reason':'no guarantees without Russia'}}");
        Logged retraction = log("{'command':'RetractDevelopment','target':'" + signing.id()
                + "','reason':'The agency withdrew its report'}");

        // Before, between and after the corrections: what was known then.
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

        // The diff names its causes.
        JsonNode diff = newsroom.anonymous()
                .get("/api/negotiations/" + archive.negotiation() + "/diff?axis=knowledge&asOf=2025-08-31&from="
                        + signing.recordedAt() + "&to=" + retraction.recordedAt())
                .json();
        assertThat(texts(diff.path("changes"), "matter")).containsExactly("article-5-like", "usa-ukr-guarantees");
        assertThat(texts(diff.at("/changes/0/because"))).containsExactly(correction.id());
        assertThat(texts(diff.at("/changes/1/because"))).containsExactly(retraction.id());
        assertThat(diff.at("/changes/1/after").isNull()).isTrue();

        // The trail still has every entry, with its standing.
        List<JsonNode> trail = archive.trail();
        assertThat(trail).hasSize(recorded + 5);
        assertThat(standing(trail, objection)).isEqualTo("CORRECTED");
        assertThat(standing(trail, signing)).isEqualTo("RETRACTED");
        assertThat(archive.development(signing.id()).path("summary").asString()).contains("signed");
        assertThat(newsroom.topic().of(archive.negotiation())).hasSizeGreaterThanOrEqualTo(recorded + 5);
    }

    private static String standing(List<JsonNode> trail, Logged logged) {
        return trail.stream()
                .filter(entry -> entry.path("developmentId").asString().equals(logged.id()))
                .map(entry -> entry.path("standing").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void liveRebuiltAndOfflineStateAreEqual() {
        NegotiationReader dossier = newsroom.archive("ukraine-2025");
        String live = dossier.contentHash();
        assertThat(dossier.contentHashOffline()).isEqualTo(live);
        List<JsonNode> trail = dossier.trail();
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
            assertThat(newsroom.chief()
                            .send(
                                    "DELETE",
                                    "/api/projections/" + projection + "/builds/" + build,
                                    "",
                                    BodyPublishers.noBody())
                            .status())
                    .isEqualTo(202);
            await().atMost(PATIENCE)
                    .until(() -> projection(projection).path("former").isEmpty());
        }
        assertThat(dossier.contentHash()).isEqualTo(live);
        assertThat(dossier.trail()).isEqualTo(trail);
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
    void onlyChiefRebuilds() {
        String path = "/api/projections/state/rebuild";
        assertThat(newsroom.anonymous().post(path, "application/json", "").status())
                .isEqualTo(401);
        assertThat(newsroom.editor().post(path, "application/json", "").status())
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

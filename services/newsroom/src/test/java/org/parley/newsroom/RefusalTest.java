package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.newsroom.NegotiationReader.texts;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;

/** Refused commands change nothing, and the refusal explains what is possible. */
@ExtendWith(SharedNewsroom.class)
class RefusalTest {
    private final RunningNewsroom newsroom;
    private TestNegotiation talks;
    private UnchangedState everything;

    RefusalTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void setUp() {
        talks = TestNegotiation.open(newsroom);
        talks.truceProposed("2025-08-10");
        talks.truceRejected("2025-08-15");
        everything = UnchangedState.of(newsroom, talks);
    }

    @Test
    void impossibleCommandIsRefusedWithTheAllowedOnes() {
        Answer refusal = talks.give("{'command':'EndCeasefire','matter':'truce','occurred':'2025-08-20','by':'UPL'}");
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.response().headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(refusal.json().path("state").asString()).isEqualTo("REJECTED");
        assertThat(texts(refusal.json().path("allowed")))
                .contains("ProposeCeasefire", "DeclareCeasefire")
                .doesNotContain("EndCeasefire");
        everything.holds();
    }

    @Test
    void impossibleLateEntryNamesTheConflict() {
        Answer refusal =
                talks.give("{'command':'RejectCeasefire','matter':'truce','occurred':'2025-08-09','by':'LOW'}");
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.json().path("conflictOccurred").asString()).isEqualTo("2025-08-10");
        assertThat(refusal.json().path("detail").asString()).contains("9 August 2025", "10 August 2025");
        everything.holds();
    }

    @Test
    void unknownPartyIsRefused() {
        Answer refusal =
                talks.give("{'command':'AcceptCeasefire','matter':'truce','occurred':'2025-08-20','by':'RUS'}");
        assertThat(refusal.status()).isEqualTo(404);
        assertThat(refusal.json().at("/errors/0/detail").asString()).contains("RUS");
        everything.holds();
    }

    @Test
    void readerCannotLog() {
        String command = "{'command':'AcceptCeasefire','matter':'truce','occurred':'2025-08-20','by':'LOW'}";
        assertThat(talks.by(newsroom.anonymous()).give(command).status()).isEqualTo(401);
        assertThat(talks.by(newsroom.anonymous().as("chief", "a guess"))
                        .give(command)
                        .status())
                .isEqualTo(401);
        ApiClient reader = newsroom.reader();
        assertThat(talks.by(reader).give(command).status()).isEqualTo(403);
        assertThat(reader.get("/api/negotiations/" + talks.slug()).status()).isEqualTo(200);
        assertThat(talks.editor().get("/api/accounts").status()).isEqualTo(403);
        everything.holds();
    }

    @Test
    void invalidLineOfABatchDoesNotStopOthers() {
        String raised = talks.json("{'command':'RaiseQuestion','matter':'tolls','title':'Tolls?','theme':'ECONOMY'}");
        String impossible = talks.json("{'command':'EndCeasefire','matter':'truce','occurred':'2025-08-20'}");
        String settled =
                talks.json("{'command':'SettleQuestion','matter':'tolls','occurred':'2025-08-20','summary':'None'}");
        Answer answer = talks.editor()
                .post(
                        "/api/commands/batch",
                        ApiClient.NDJSON,
                        String.join("\n", raised, impossible, "no JSON", settled));
        assertThat(answer.lines())
                .extracting(line -> line.path("status").asInt())
                .containsExactly(201, 409, 400, 201);
        assertThat(answer.lines().get(1).at("/problem/state").asString()).isEqualTo("REJECTED");
    }

    @Test
    void unknownResourcesAreNotFound() {
        assertThat(newsroom.anonymous().get("/api/negotiations/no-such-talks").status())
                .isEqualTo(404);
        assertThat(newsroom.anonymous()
                        .get("/api/developments/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void otherNegotiationsNeedNoCode() {
        String summer = newsroom.archive("ukraine-2025").contentHash();
        TestNegotiation others = TestNegotiation.open(newsroom);
        others.truceProposed("2025-08-10");
        assertThat(others.truce()).isEqualTo("PROPOSED");
        assertThat(talks.truce()).isEqualTo("REJECTED");
        assertThat(talks.archive().trailAs(ApiClient.NDJSON)).isEqualTo(everything.trail());
        assertThat(newsroom.archive("ukraine-2025").contentHash()).isEqualTo(summer);
        assertThat(texts(newsroom.anonymous().get("/api/negotiations").json().path("negotiations"), "negotiation"))
                .contains("ukraine-2025", talks.slug(), others.slug());
    }
}

package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.newsroom.NegotiationReader.texts;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.Json;
import org.parley.newsroom.PublishedTopic.Message;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** What an editor logs is readable on every output of the newsroom. */
@ExtendWith(SharedNewsroom.class)
class EditorTest {
    private final RunningNewsroom newsroom;
    private TestNegotiation talks;

    EditorTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void open() {
        talks = TestNegotiation.open(newsroom);
    }

    @Test
    void loggedDevelopmentIsOnEveryOutput() {
        talks.truceProposed("2025-08-10");
        Answer rejection = talks.give("{'command':'RejectCeasefire','matter':'truce','occurred':'2025-08-15',"
                + "'by':{'party':'UPL','person':'The envoy'},'reason':'Not before the water is shared'}");
        assertThat(rejection.status()).isEqualTo(201);
        assertThat(rejection.json().path("type").asString()).isEqualTo("CeasefireRejected");
        assertThat(rejection.json().path("position").asInt()).isEqualTo(6);
        assertThat(rejection.json().path("version").asInt()).isEqualTo(2);

        String id = rejection.json().path("developmentId").asString();
        JsonNode state = talks.archive().stateAfter(id);
        assertThat(NegotiationReader.matter(state, "ceasefire", "truce")
                        .path("status")
                        .asString())
                .isEqualTo("REJECTED");
        JsonNode entry = talks.archive().trail().getLast();
        assertThat(entry.path("developmentId").asString()).isEqualTo(id);
        assertThat(entry.path("summary").asString())
                .isEqualTo("On 15 August 2025, the Uplands (The envoy) rejected the ceasefire “Truce on the lake”:"
                        + " Not before the water is shared.");
        Message message = newsroom.topic().of(talks.slug()).getLast();
        assertThat(message.id()).isEqualTo(id);
        assertThat(message.headers()).containsEntry("ce_subject", talks.slug() + "/ceasefire/truce");
    }

    @Test
    void guaranteeAndAgreementAreInTheState() {
        talks.log(
                "{'command':'ProposeGuarantee','matter':'patrols','title':'Patrols on the water',"
                        + "'occurred':'2025-08-18','by':'LEA','to':['UPL','LOW'],'guarantors':'LEA','form':'FORCE_DEPLOYMENT'}");
        talks.log("{'command':'SignBilateralAgreement','matter':'water','title':'Water treaty','occurred':'2025-08-20',"
                + "'between':['UPL','LOW'],'subject':'water','legalNature':'TREATY'}");
        JsonNode state = talks.archive().state();
        assertThat(NegotiationReader.matter(state, "guarantee", "patrols")
                        .path("status")
                        .asString())
                .isEqualTo("PROPOSED");
        JsonNode treaty = NegotiationReader.matter(state, "agreement", "water");
        assertThat(treaty.path("status").asString()).isEqualTo("SIGNED");
        assertThat(treaty.at("/detail/form").asString()).isEqualTo("BILATERAL");
        assertThat(newsroom.topic().of(talks.slug()))
                .extracting(message -> message.headers().get("ce_type"))
                .endsWith("org.parley.GuaranteeProposed.v1", "org.parley.BilateralAgreementSigned.v1");
    }

    @Test
    void lateEntryIsOrderedByValidTimeInTheStateAndByRecordingInTheTrail() {
        talks.truceProposed("2025-08-10");
        String rejection = talks.truceRejected("2025-08-15");
        talks.log("{'command':'AcceptCeasefire','matter':'truce','occurred':'2025-08-12','by':'LOW'}");

        assertThat(texts(talks.archive().matterInFull("ceasefire", "truce").path("history"), "type"))
                .containsExactly("CeasefireProposed", "CeasefireAccepted", "CeasefireRejected");
        assertThat(texts(Json.MAPPER.createArrayNode().addAll(talks.archive().trail()), "type"))
                .endsWith("CeasefireProposed", "CeasefireRejected", "CeasefireAccepted");
        assertThat(acceptedBy("?asOf=2025-08-13")).containsExactly("LOW");
        String whenRejected =
                talks.archive().development(rejection).path("recordedAt").asString();
        assertThat(acceptedBy("?asOf=2025-08-13&knownAt=" + whenRejected))
                .as("it was not known yet")
                .isEmpty();
    }

    private List<String> acceptedBy(String parameters) {
        return texts(talks.archive().matter("ceasefire", "truce", parameters).at("/detail/acceptedBy"));
    }

    @Test
    void dryRunReportsTheResultAndRecordsNothing() {
        talks.truceProposed("2025-08-10");
        UnchangedState everything = UnchangedState.of(newsroom, talks);
        Answer trial =
                talks.dryRun("{'command':'RejectCeasefire','matter':'truce','occurred':'2025-08-15','by':'UPL'}");
        assertThat(trial.status()).isEqualTo(200);
        assertThat(trial.json().at("/event/type").asString()).isEqualTo("CeasefireRejected");
        assertThat(trial.json().at("/before/status").asString()).isEqualTo("PROPOSED");
        assertThat(trial.json().at("/after/status").asString()).isEqualTo("REJECTED");
        everything.holds();
    }

    @Test
    void commandSentTwiceIsRecordedOnce() {
        String twice = talks.json("{'command':'RaiseQuestion','matter':'tolls','title':'Who pays tolls?',"
                + "'theme':'ECONOMY','developmentId':'" + UUID.randomUUID() + "'}");
        Answer first = talks.editor().command(twice);
        Answer second = talks.editor().command(twice);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
    }
}

package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.newsroom.NegotiationReader.texts;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Corrections and retractions change the current state but never recorded entries. */
@ExtendWith(SharedNewsroom.class)
class CorrectionTest {
    private final RunningNewsroom newsroom;
    private TestNegotiation talks;
    private String rejection = "";

    CorrectionTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void setUp() {
        talks = TestNegotiation.open(newsroom);
        talks.truceProposed("2025-08-10");
        rejection = talks.truceRejected("2025-08-15");
    }

    @Test
    void correctionTakesEffectAndTheOriginalIsKept() {
        String recorded = talks.archive().trail().getLast().path("data").toString();
        String correction = correctTheDay();

        assertThat(talks.archive().matter("ceasefire", "truce").path("since").asString())
                .isEqualTo("2025-08-16");
        assertThat(talks.truce("?asOf=2025-08-15")).isEqualTo("PROPOSED");
        JsonNode first = talks.archive().development(rejection);
        assertThat(first.path("standing").asString()).isEqualTo("CORRECTED");
        assertThat(first.path("correctedBy").asString()).isEqualTo(correction);
        assertThat(first.path("data")).hasToString(recorded);
        assertThat(texts(first.path("said"), "type")).containsExactly("DevelopmentCorrected");
        assertThat(talks.archive().trail().getLast().path("targets").asString()).isEqualTo(rejection);
    }

    @Test
    void stateBeforeTheCorrectionIsStillReadable() {
        String whenRejected =
                talks.archive().development(rejection).path("recordedAt").asString();
        correctTheDay();
        assertThat(talks.truce("?asOf=2025-08-15")).isEqualTo("PROPOSED");
        assertThat(talks.truce("?asOf=2025-08-15&knownAt=" + whenRejected)).isEqualTo("REJECTED");
    }

    @Test
    void entryOfAnotherEditorIsRetractedByAChief() {
        String retraction = "{'command':'RetractDevelopment','target':'" + rejection + "','reason':'Never said'}";
        assertThat(talks.by(newsroom.newAccount("EDITOR")).give(retraction).status())
                .isEqualTo(403);
        assertThat(talks.truce()).isEqualTo("REJECTED");

        String id = talks.by(newsroom.chief()).log(retraction);
        assertThat(talks.truce()).isEqualTo("PROPOSED");
        assertThat(talks.archive().trail())
                .extracting(entry -> entry.path("standing").asString())
                .endsWith("EFFECTIVE", "RETRACTED", "EFFECTIVE");
        JsonNode first = talks.archive().development(rejection);
        assertThat(texts(first.path("said"), "developmentId")).containsExactly(id);
        assertThat(texts(first.path("said"), "editor")).containsExactly("chief");
        assertThat(newsroom.topic().of(talks.slug()).getLast().headers())
                .containsEntry("ce_type", "org.parley.DevelopmentRetracted.v1")
                .containsEntry("ce_editor", "chief");
    }

    @Test
    void developmentThatOthersDependOnIsNotRetracted() {
        String proposal = talks.archive().trail().get(4).path("developmentId").asString();
        Answer answer = talks.by(newsroom.chief())
                .give("{'command':'RetractDevelopment','target':'" + proposal + "','reason':'Never made'}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("conflictsWith").asString()).isEqualTo(rejection);
    }

    private String correctTheDay() {
        return talks.log("{'command':'CorrectDevelopment','target':'" + rejection + "','reason':'It was a day later',"
                + "'replacement':{'command':'RejectCeasefire','matter':'truce','occurred':'2025-08-16','by':'UPL'}}");
    }
}

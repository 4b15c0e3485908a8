package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

class MatterQueryTest {
    private static final String PATH = "/api/negotiations/" + AlaskaStory.NEGOTIATION + "/matters/";

    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'Reuters','title':'A report'}]}}";

    private final ArchiveFixture archive = AlaskaStory.archive();

    @Test
    void matterHasItsHistory() {
        JsonNode matter = archive.get(PATH + "ceasefire/alaska").json();
        assertThat(matter.path("status").asString()).isEqualTo("REJECTED");
        assertThat(matter.path("title").asString()).isEqualTo("Alaska ceasefire");
        assertThat(matter.path("version").asLong()).isEqualTo(6);
        assertThat(matter.path("through").asLong()).isEqualTo(20);
        assertThat(matter.path("history").findValuesAsString("type"))
                .containsExactly("CeasefireProposed", "CeasefireAccepted", "CeasefireRejected");
        JsonNode rejected = matter.path("history").path(2);
        assertThat(rejected.path("occurred").asString()).isEqualTo("2025-08-16");
        assertThat(rejected.path("developmentId").asString()).isEqualTo(id("rejected"));
        assertThat(rejected.path("position").asLong()).isEqualTo(7);
        assertThat(rejected.path("summary").asString()).contains("Russia", "rejected", "16 August 2025");
        assertThat(rejected.path("data").path("reason").asString()).isEqualTo("not yet");
        assertThat(rejected.path("data").path("evidence").path("grade").asString())
                .isEqualTo("B2");
        assertThat(rejected.path("disputed").asBoolean()).isFalse();
    }

    @Test
    void everyStepSaysWhoRecordedItWhenAndWhatCameOfIt() {
        JsonNode history = archive.get(PATH + "ceasefire/alaska").json().path("history");
        assertThat(history.findValuesAsString("status")).containsExactly("PROPOSED", "PROPOSED", "REJECTED");
        assertThat(history.path(0).path("recordedAt").asString()).startsWith("2025-08-13T10:00:00");
        assertThat(history.path(2).path("editor").asString()).isEqualTo("boris");
        assertThat(history.path(2).path("disputes")).isEmpty();
        JsonNode dispute = archive.get(PATH + "understanding/land").json().at("/history/0/disputes/0");
        assertThat(dispute.path("developmentId").asString()).isEqualTo(id("disputed"));
        assertThat(dispute.at("/data/reason").asString()).isEqualTo("no such talk");
        assertThat(dispute.path("editor").asString()).isEqualTo("chief");
    }

    @Test
    void namesTheMattersThatReferToIt() {
        TestLedger ledger = new TestLedger("mentions", "2025-08-12T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Talks','occurred':'2025-08-10'}");
        ledger.log("a", "{'command':'AdmitParty','party':'AAA','name':'A','partyKind':'STATE'}");
        ledger.log("b", "{'command':'AdmitParty','party':'BBB','name':'B','partyKind':'STATE'}");
        ledger.log(
                "agreement",
                "{'command':'SignBilateralAgreement','matter':'treaty','title':'The treaty','occurred':'2025-08-11',"
                        + "'between':['AAA','BBB']" + EVIDENCE);
        ledger.at("2025-08-14T09:00:00Z").log(
                "met",
                "{'command':'RecordMeeting','matter':'treaty-talks','title':'Talks on the treaty',"
                        + "'occurred':'2025-08-13','participants':['AAA','BBB']" + EVIDENCE);
        ledger.log(
                "outcome",
                "{'command':'RecordOutcome','matter':'treaty-talks','occurred':'2025-08-13',"
                        + "'summary':'They read it','touches':['agreement/treaty']" + EVIDENCE);
        try (ArchiveFixture mentioned = new ArchiveFixture(AlaskaStory.NOW)) {
            mentioned.publishAndWait(ledger.published());
            String path = "/api/negotiations/mentions/matters/agreement/treaty";
            JsonNode mentions = mentioned.get(path).json().path("mentionedIn");
            assertThat(mentions.findValuesAsString("title")).containsExactly("Talks on the treaty");
            assertThat(mentions.path(0).path("status").asString()).isEqualTo("HELD");
            assertThat(mentions.path(0).has("detail")).isFalse();
            assertThat(mentioned.get(path + "?asOf=2025-08-12").json().path("mentionedIn"))
                    .isEmpty();
            assertThat(mentioned.get(path + "?asOf=2025-08-13").json().path("mentionedIn"))
                    .hasSize(1);
        }
    }

    @Test
    void historyRespectsKnownAt() {
        JsonNode matter =
                archive.get(PATH + "ceasefire/alaska?knownAt=2025-08-16").json();
        assertThat(matter.path("history").findValuesAsString("type"))
                .containsExactly("CeasefireProposed", "CeasefireRejected");
        assertThat(matter.path("history").path(1).path("data").path("reason").asString())
                .isEqualTo("=cmd: not yet");
        JsonNode then = archive.get(PATH + "ceasefire/alaska?asOf=2025-08-13").json();
        assertThat(then.path("history")).hasSize(1);
        assertThat(then.path("status").asString()).isEqualTo("PROPOSED");
    }

    @Test
    void impreciseDateIsMarkedAsPossible() {
        JsonNode then = archive.get(PATH + "understanding/land?asOf=2025-08-16").json();
        assertThat(then.path("possible").asBoolean()).isTrue();
        assertThat(then.path("disputed").asBoolean()).isTrue();
        assertThat(then.path("history").path(0).path("possible").asBoolean()).isTrue();
        // Recorded on the 17th, so it had happened, although its date range ends on the 28th.
        for (String later : List.of("?asOf=2025-08-17", "")) {
            JsonNode claimed = archive.get(PATH + "understanding/land" + later).json();
            assertThat(claimed.path("possible").asBoolean(true)).isFalse();
            assertThat(claimed.path("history").path(0).path("possible").asBoolean(true))
                    .isFalse();
        }
    }

    @Test
    void retractedIsLeftOut() {
        assertThat(archive.get(PATH + "guarantee/backstop").json().path("history"))
                .hasSize(1);
        assertThat(archive.get(PATH + "guarantee/backstop?knownAt=2025-08-19")
                        .json()
                        .path("history"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ceasefire/nothing | There is no matter",
                "truce/alaska | There is no kind of matter 'truce'",
                "ceasefire/NoSlug | is not a slug",
                "ceasefire/alaska?asOf=2025-08-12 | has existed since 2025-08-13",
                "ceasefire/alaska?knownAt=2025-08-12 | recorded at 2025-08-13T10:00:00.000000Z"
            })
    void unknownMatterIsNotFound(String path, String said) {
        Response answer = archive.get(PATH + path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asString()).contains(said);
    }

    private static String id(String name) {
        return TestLedger.id(AlaskaStory.NEGOTIATION + name).toString();
    }
}

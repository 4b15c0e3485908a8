package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.newsroom.NegotiationReader.list;
import static org.parley.newsroom.NegotiationReader.texts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.ledger.store.EventRestorer;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** A newsroom keeps events that an earlier version of the rules accepted, unchanged, and continues from them. */
@ExtendWith(SharedNewsroom.class)
class EarlierRulesTest {
    private static final String NEGOTIATION = "formerly";

    private final RunningNewsroom newsroom;
    private final NegotiationReader archive;

    EarlierRulesTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        this.archive = newsroom.archive(NEGOTIATION);
    }

    /** The lines of an export of the earlier version. */
    private static List<String> export() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(EarlierRulesTest.class.getResourceAsStream("/earlier-rules.ndjson"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void eventsOfEarlierRulesAreFoldedAndMattersContinue() throws IOException {
        List<PublishedEvent> recorded = export().stream()
                .map(line -> PublishedEvent.of((JsonNode) Json.MAPPER.readTree(line)))
                .toList();
        newsroom.bean(EventRestorer.class).restore(NEGOTIATION, recorded);
        archive.awaitReadable(recorded.getLast().developmentId().toString());

        assertThat(archive.contentHashOffline()).isEqualTo(archive.contentHash());
        assertThat(newsroom.reader()
                        .get("/api/negotiations/" + NEGOTIATION + "/export?format=ndjson")
                        .body()
                        .lines())
                .as("what is signed stays as it was")
                .containsExactlyElementsOf(export());
        assertStates();
        assertPages();
        assertMattersContinue();
        assertThat(archive.contentHashOffline()).isEqualTo(archive.contentHash());
    }

    private void assertStates() {
        JsonNode truce = archive.matterInFull("ceasefire", "thirty-days");
        assertThat(truce.path("status").asString()).isEqualTo("PROPOSED");
        assertThat(truce.at("/detail/conditionalBy/0/conditions").asString())
                .isEqualTo("only if deliveries of arms stop");
        assertThat(texts(truce.path("history"), "type"))
                .containsExactly("CeasefireProposed", "CeasefireAccepted", "CeasefireAccepted");
        assertThat(truce.path("disputed").asBoolean()).isTrue();
        assertThat(archive.trail().get(5).path("standing").asString()).isEqualTo("DISPUTED");

        JsonNode demand = archive.matterInFull("demand", "donbas");
        assertThat(demand.path("status").asString()).isEqualTo("STANDING");
        assertThat(list(demand.path("history")).stream()
                        .map(each -> each.path("disregarded").asBoolean()))
                .containsExactly(false, true);

        JsonNode sea = archive.matterInFull("ceasefire", "sea");
        assertThat(sea.path("status").asString()).isEqualTo("PROPOSED");
        assertThat(texts(sea.at("/detail/consentOf"))).containsExactly("RUS");
        assertThat(list(sea.path("history")).stream()
                        .map(each -> each.path("disregarded").asBoolean()))
                .containsExactly(false, false, true);
        String second = sea.at("/history/2/developmentId").asString();
        assertThat(archive.development(second).path("disregarded").asBoolean()).isTrue();
    }

    private void assertPages() {
        assertThat(newsroom.reader()
                        .get("/n/" + NEGOTIATION + "/matters/demand/donbas", "Accept", "text/html")
                        .body())
                .contains("changes nothing");
    }

    private void assertMattersContinue() {
        Answer stranger = give("{'command':'RefuseDemand','matter':'donbas','occurred':'2026-03-20','by':'EU'}");
        assertThat(stranger.status()).isEqualTo(409);
        assertThat(stranger.text("detail"))
                .contains(
                        "only those of whom it is demanded may refuse it (Ukraine), and European Union is not among them");
        give("{'command':'RefuseDemand','matter':'donbas','occurred':'2026-03-14T20:00Z','by':'UKR'}", "REFUSED");
        give("{'command':'AcceptCeasefire','matter':'thirty-days','occurred':'2026-03-20','by':'RUS'}", "AGREED");
        give("{'command':'AcceptCeasefire','matter':'sea','occurred':'2026-03-20','by':'RUS'}", "AGREED");
        String retracted = archive.matterInFull("ceasefire", "sea")
                .at("/history/2/developmentId")
                .asString();
        Answer retraction = newsroom.chief()
                .command(command("{'command':'RetractDevelopment','target':'" + retracted + "','reason':'stray'}"));
        assertThat(retraction.status()).as(retraction.body()).isEqualTo(201);
        archive.stateAfter(retraction.text("developmentId"));
    }

    private void give(String command, String status) {
        Answer answer = give(command);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode state = archive.stateAfter(answer.text("developmentId"));
        assertThat(NegotiationReader.matter(state, answer.text("kind"), answer.text("matter"))
                        .path("status")
                        .asString())
                .isEqualTo(status);
    }

    private Answer give(String command) {
        return newsroom.editor()
                .command(command(command.substring(0, command.length() - 1)
                        + ",'evidence':{'sources':[{'publisher':'Wire','title':'A report'}],'grade':'B2'}}"));
    }

    private static String command(String command) {
        return command.replace('\'', '"').replaceFirst("\\{", "{\"negotiation\":\"" + NEGOTIATION + "\",");
    }
}

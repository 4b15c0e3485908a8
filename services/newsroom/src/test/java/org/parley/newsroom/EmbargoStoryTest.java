package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.newsroom.NegotiationReader.PATIENCE;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** An embargo of a few seconds ends by itself, with an event. */
@ExtendWith(SharedNewsroom.class)
class EmbargoStoryTest {
    private final RunningNewsroom newsroom;
    private final NegotiationReader archive;

    EmbargoStoryTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        this.archive =
                newsroom.archive("embargo-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private Answer command(String fields) {
        return newsroom.chief()
                .command(("{'negotiation':'" + archive.negotiation() + "'," + fields + "}").replace('\'', '"'));
    }

    private void log(String fields) {
        Answer answer = command(fields);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private void open() {
        log("'command':'OpenNegotiation','title':'Talks'");
        log("'command':'AdmitParty','party':'USA','name':'the United States','partyKind':'STATE'");
        log("'command':'AdmitParty','party':'RUS','name':'Russia','partyKind':'STATE'");
    }

    private static String demand(String embargo) {
        return "'command':'MakeDemand','matter':'h1','title':'H1','occurred':'2025-08-15','by':'USA','of':'RUS',"
                + "'substance':'secret','evidence':{'sources':[{'publisher':'W','title':'T'}]},'embargo':" + embargo;
    }

    @Test
    void embargoIsMarkedOnEveryPage() {
        open();
        Answer demand = command(demand("'2099-12-31'"));
        assertThat(demand.status()).as(demand.toString()).isEqualTo(201);
        String id = demand.text("developmentId");
        archive.awaitReadable(id);
        for (String page : List.of(
                "",
                "/trail",
                "/timeline",
                "/matters/demand/h1",
                "/entries/" + id,
                "/entries/" + id + "?recorded=true",
                "/changes?axis=world&from=2025-08-14&to=2025-08-16",
                "/news?after=3")) {
            Answer answer = archive.reader()
                    .get("/n/" + archive.negotiation() + page, "Accept", "text/html", "Accept-Language", "en");
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.body())
                    .as(page)
                    .containsIgnoringCase("under embargo")
                    .doesNotContainIgnoringCase("subscribers have");
        }
        JsonNode entry = archive.trail().getLast();
        assertThat(entry.path("standing").asString()).isEqualTo("HELD");
        assertThat(entry.path("heldUntil").asString()).isEqualTo("2099-12-31");
    }

    @Test
    void embargoEndsByAnEventInTheTrailAndOnKafka() {
        open();
        Answer demand;
        Instant until;
        long seconds = 3;
        do { // on a slow machine the end may be in the past when the command arrives
            until = Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
            demand = command(demand("'" + until + "'"));
            seconds *= 2;
        } while (demand.status() == 400);
        assertThat(demand.status()).as(demand.toString()).isEqualTo(201);
        String id = demand.text("developmentId");

        List<JsonNode> trail = await().atMost(PATIENCE).until(archive::trail, entries -> entries.size() == 5);
        JsonNode release = trail.getLast();
        assertThat(release.path("type").asString()).isEqualTo("DevelopmentReleased");
        assertThat(release.path("editor").asString()).isEqualTo("parley");
        assertThat(release.path("targets").asString()).isEqualTo(id);
        assertThat(Instant.parse(release.path("recordedAt").asString())).isAfterOrEqualTo(until);
        assertThat(trail.get(3).path("standing").asString()).isEqualTo("EFFECTIVE");
        assertThat(trail.get(3).path("held").asBoolean()).isFalse();
        assertThat(trail.get(3).at("/data/embargo").asString()).isEqualTo(until.toString());

        JsonNode before =
                archive.state("?knownAt=" + trail.get(3).path("recordedAt").asString());
        assertThat(NegotiationReader.matter(before, "demand", "h1").path("held").asBoolean())
                .isTrue();
        assertThat(archive.matter("demand", "h1").path("held").asBoolean(true)).isFalse();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(archive.contentHash()).isEqualTo(archive.contentHashOffline()));
        assertThat(newsroom.topic().of(archive.negotiation()))
                .extracting(PublishedTopic.Message::id)
                .contains(release.path("developmentId").asString());
    }
}

package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testkit.ApiClient.Answer;

/** What services show of a link that is shared. */
@ExtendWith(SharedNewsroom.class)
class LinkPreviewTest {
    private final RunningNewsroom newsroom;
    private final NegotiationReader archive;

    LinkPreviewTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        this.archive =
                newsroom.archive("preview-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private String log(String fields) {
        Answer answer = newsroom.chief()
                .command(("{'negotiation':'" + archive.negotiation() + "'," + fields + "}").replace('\'', '"'));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("developmentId");
    }

    private HttpResponse<byte[]> card() throws IOException, InterruptedException {
        return card("");
    }

    private HttpResponse<byte[]> card(String parameters, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                newsroom.address() + "/n/" + archive.negotiation() + "/card.png?asOf=2025-09-01" + parameters));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private void open() {
        log("'command':'OpenNegotiation','title':'Talks','occurred':'2025-08-01'");
        log("'command':'AdmitParty','party':'USA','name':'the United States','partyKind':'STATE'");
    }

    private static String demand(String slug, String embargo) {
        return ("'command':'MakeDemand','matter':'%1$s','title':'Title of %1$s','occurred':'2025-08-15','by':'USA',"
                        + "'of':'USA','substance':'as said','evidence':{'sources':[{'publisher':'W','title':'T'}]}%2$s")
                .formatted(slug, embargo);
    }

    @Test
    void pictureIsSentOnceAndNamedByThePage() throws Exception {
        open();
        archive.awaitReadable(log(demand("told", "")));
        HttpResponse<byte[]> first = card();
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains("image/png");
        var image = ImageIO.read(new java.io.ByteArrayInputStream(first.body()));
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(card("", "If-None-Match", tag).statusCode()).isEqualTo(304);

        String page = archive.reader()
                .get("/n/" + archive.negotiation(), "Accept", "text/html")
                .body();
        assertThat(page)
                .contains("<meta property=\"og:title\" content=\"Talks\">")
                .containsPattern("og:image\" content=\"http[^\"]+/n/" + archive.negotiation() + "/card.png");
    }

    @Test
    void developmentUnderEmbargoDoesNotChangeThePicture() throws Exception {
        open();
        archive.awaitReadable(log(demand("told", "")));
        byte[] before = card().body();
        archive.awaitReadable(log(demand("secret", ",'embargo':'2099-12-31'")));
        assertThat(card().body()).isEqualTo(before);
        assertThat(archive.reader()
                        .get("/n/" + archive.negotiation() + "/matters/demand/secret", "Accept", "text/html")
                        .body())
                .contains("<meta property=\"og:title\" content=\"Parley\">");
    }

    @Test
    void entryThatPutsAnotherUnderEmbargoShowsNothingOfIt() throws Exception {
        open();
        String id = log(demand("told", ""));
        String hold = log("'command':'HoldDevelopment','target':'" + id + "','until':'2099-12-31','reason':'a reason'");
        archive.awaitReadable(hold);
        assertThat(card("&entry=" + hold).body()).isEqualTo(card("&entry=" + id).body());
    }

    @Test
    void titleUnderEmbargoIsNotInTheLink() {
        log("'command':'OpenNegotiation','title':'Secret talks','occurred':'2025-08-01','embargo':'2099-12-31',"
                + "'evidence':{'sources':[{'publisher':'W','title':'T'}]}");
        archive.awaitReadable(log("'command':'AdmitParty','party':'USA','name':'USA','partyKind':'STATE'"));
        assertThat(archive.reader()
                        .get("/n/" + archive.negotiation(), "Accept", "text/html")
                        .body())
                .doesNotContain("og:title\" content=\"Secret talks");
    }
}

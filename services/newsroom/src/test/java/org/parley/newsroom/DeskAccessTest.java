package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testkit.ApiClient;

/** The rights of a session at the desk, and when it ends. */
@ExtendWith(SharedNewsroom.class)
class DeskAccessTest {
    private static final String FIRST = RunningNewsroom.PASSWORD;
    private static final String SECOND = "another one of one's own";

    private final RunningNewsroom newsroom;

    DeskAccessTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    private String account() {
        return newsroom.newAccount("EDITOR").name();
    }

    /** A minimal browser: keeps cookies and sends forms with their CSRF token. */
    private static final class Session {
        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

        private final String address;
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1)
                .build();

        Session(RunningNewsroom newsroom) {
            this.address = newsroom.address();
        }

        static Session of(RunningNewsroom newsroom, String name) throws IOException, InterruptedException {
            Session session = new Session(newsroom);
            HttpResponse<String> page =
                    session.submit("/sign-in", "/sign-in", Map.of("name", name, "password", FIRST, "to", "/account"));
            assertThat(page.uri().getPath()).as(page.body()).isEqualTo("/account");
            return session;
        }

        HttpResponse<String> page(String path) throws IOException, InterruptedException {
            return http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> submit(String page, String form, Map<String, String> values)
                throws IOException, InterruptedException {
            Matcher token = TOKEN.matcher(page(page).body());
            assertThat(token.find()).isTrue();
            String body = "_csrf=" + URLEncoder.encode(token.group(1), UTF_8)
                    + values.entrySet().stream()
                            .map(value -> "&" + value.getKey() + "=" + URLEncoder.encode(value.getValue(), UTF_8))
                            .collect(Collectors.joining());
            return http.send(
                    HttpRequest.newBuilder(URI.create(address + form))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }

        /** Opens the live stream as a page does; completes when the desk ends it. */
        CompletableFuture<Void> listen() throws IOException, InterruptedException {
            HttpResponse<InputStream> news = http.send(
                    HttpRequest.newBuilder(URI.create(address + DeskPages.NEGOTIATION + "/live?after=0"))
                            .header("Accept", "text/event-stream")
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(news.statusCode()).isEqualTo(200);
            assertThat(news.body().read()).isPositive();
            return CompletableFuture.runAsync(
                    () -> {
                        try (InputStream body = news.body()) {
                            body.transferTo(java.io.OutputStream.nullOutputStream());
                        } catch (IOException e) {
                            // an aborted connection is an end too
                        }
                    },
                    Thread::startVirtualThread);
        }
    }

    /** The preview of a form is asked for while it is filled in; what was typed must not be left behind. */
    @Test
    void previewAfterTheSessionDoesNotLeaveTheForm() throws Exception {
        String form = DeskPages.NEGOTIATION + "/log/RejectCeasefire";
        HttpResponse<String> preview = inBackground(form, "act=live&reason=typed");
        assertThat(preview.statusCode()).isEqualTo(401);
        assertThat(preview.headers().firstValue("HX-Redirect")).isEmpty();
        HttpResponse<String> elsewhere = inBackground(DeskPages.NEGOTIATION + "/other", "act=live");
        assertThat(elsewhere.headers().firstValue("HX-Redirect"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in?to="));
    }

    /** A request of a page's script, without a session. */
    private HttpResponse<String> inBackground(String path, String body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(newsroom.address() + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("HX-Request", "true")
                            .header("HX-Current-URL", newsroom.address() + path)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void passwordChangeRequiresTheCurrentOneAndCanRevokeTokens() throws Exception {
        String name = account();
        ApiClient owner = newsroom.anonymous().as(name, FIRST);
        assertThat(owner.post("/api/tokens", "application/json", "{\"name\":\"feed\",\"scopes\":[\"read\"]}")
                        .status())
                .isEqualTo(201);
        Session session = Session.of(newsroom, name);

        String refused = session.submit(
                        "/account", "/account", Map.of("current", "not it, by any means", "password", SECOND))
                .body();
        assertThat(refused).contains("current: This is not your password.");
        String weak = session.submit("/account", "/account", Map.of("current", FIRST, "password", "password1234"))
                .body();
        assertThat(weak).contains("12 characters or more");
        assertThat(owner.get("/api/tokens").json().path("tokens")).hasSize(1);

        String done = session.submit(
                        "/account", "/account", Map.of("current", FIRST, "password", SECOND, "revokeTokens", "true"))
                .body();
        assertThat(done).contains("Your password is changed");
        assertThat(owner.get("/api/tokens").status()).isEqualTo(401);
        assertThat(newsroom.anonymous()
                        .as(name, SECOND)
                        .get("/api/tokens")
                        .json()
                        .path("tokens"))
                .isEmpty();
    }

    @Test
    void liveStreamEndsWithItsOwnSessionOnly() throws Exception {
        String leaver = account();
        String stayer = account();
        Session leaving = Session.of(newsroom, leaver);
        // The first listener opens the connection to the archive that all listeners share.
        CompletableFuture<Void> closed = leaving.listen();
        Session elsewhere = Session.of(newsroom, stayer);
        CompletableFuture<Void> signedOut = elsewhere.listen();
        CompletableFuture<Void> staying = Session.of(newsroom, stayer).listen();
        CompletableFuture<Void> anonymous = new Session(newsroom).listen();

        assertThat(newsroom.chief()
                        .put("/api/accounts/" + leaver + "/enabled", "{\"enabled\":false}")
                        .status())
                .isEqualTo(204);
        elsewhere.submit("/account", "/sign-out", Map.of());

        await().atMost(NegotiationReader.PATIENCE).until(() -> closed.isDone() && signedOut.isDone());
        assertThat(staying).isNotDone();
        assertThat(anonymous).isNotDone();
        assertThat(leaving.page("/account").uri().getPath()).isEqualTo("/sign-in");
    }
}
